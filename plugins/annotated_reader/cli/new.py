"""`annotated-reader new`: words in, a valid file of one note out."""

import sys
from datetime import date
from pathlib import Path
from typing import get_args

import click

from annotated_reader.anchoring import Selector
from annotated_reader.cli.asking import Answers, choose, complete
from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.edition import Project, TextEdition, build_edition
from annotated_reader.edition.drafting import file_name, place_words
from annotated_reader.notes.format import Kind, Relation
from annotated_reader.notes.writing import entry_yaml
from annotated_reader.problems import Place, Problem, did_you_mean, has_errors

KINDS: tuple[str, ...] = get_args(Kind)


@click.command()
@click.argument("slug", metavar="TEXT")
@click.option("--words", default="", help="The words that the note is about.")
@click.option("--at", multiple=True, help="A sentence id; twice or more for several.")
@click.option("--prefix", default="", help="Words directly before them.")
@click.option("--suffix", default="", help="Words directly after them.")
@click.option("--kind", type=click.Choice(KINDS), help="What kind of note.")
@click.option("--id", "id_", default="", help="An id, to point at the note.")
@click.option("--verdict", default="", help="Verdict on a claim.")
@click.option("--reason", "reasons", multiple=True, help="Reason beside the verdict.")
@click.option("--checked", default="", help="Day of the verdict.")
@click.option("--searched", multiple=True, help="A place where you looked.")
@click.option("--term", default="", help="Entry under which the glossary lists a gloss.")
@click.option("--lead", default="", help="What it says, in one sentence.")
@click.option("--note", default="", help="Details, in Markdown.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    help="ID, ID@LOCATOR or ID@LOCATOR=QUOTE; +, - or ~ before it: supports, contradicts, context.",
)
@click.option("--see", multiple=True, help="A cross-reference: s13, a note's id, text#s18.")
@click.option("--relation", type=click.Choice(get_args(Relation)), help="How it stands to that.")
@click.option("--by", multiple=True, help="Your name or handle.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; else in a terminal.")
@click.option("--dry-run", is_flag=True, help="Print the file, and keep nothing.")
@project_options
def new(
    slug: str,
    words: str,
    at: tuple[str, ...],
    prefix: str,
    suffix: str,
    kind: str | None,
    id_: str,
    ask: bool | None,
    dry_run: bool,
    root: Path,
    seeds: str,
    annotations: str,
    **given: str | tuple[str, ...],
) -> None:
    """Write annotations/TEXT/…yml with one note on words of TEXT.

    The sentence and the shortest words that are unique are found. What is missing is asked
    for. What `check` would refuse is not written: then the command ends with 1.
    """
    project, today = open_project(root, seeds, annotations), date.today().isoformat()
    edition, _ = build_edition(project)
    if slug not in edition.by_slug:
        hint = did_you_mean(slug, edition.by_slug)
        raise click.UsageError(f'There is no text "{slug}". {hint}'.strip())
    asking = sys.stdin.isatty() if ask is None else ask
    if asking and not words and not at:
        words = click.prompt("Words of the text")
    text = edition.text(slug)
    selector = _place(text, Selector(at, words, prefix, suffix), asking)
    if asking and kind is None:
        kind = choose("Kind", KINDS)
    answers: Answers = {"id": id_, **{key: value or "" for key, value in given.items()}}
    if asking:
        answers = complete(answers, kind or "", edition.vocabulary, today)
    content = f"notes:\n\n{entry_yaml(_fields(selector, kind or '', answers))}"
    folder = project.annotations.path / slug
    taken = {path.name for path in folder.glob("*")} if folder.is_dir() else set()
    path = folder / file_name(selector, str(answers.get("lead") or ""), taken)
    _keep(project, path, content, today, dry_run)


def _place(text: TextEdition, asked: Selector, asking: bool) -> Selector:
    """Return where the note belongs; of words that stand several times, where somebody says."""
    if not asked.sentences and not asked.quote:
        raise click.UsageError("Say what it is about: --words, --at, or both.")
    found = place_words(text, asked)
    if asking and found.choices and not asked.sentences:
        for id_ in found.choices:
            click.echo(f"  {id_}: {text.words(id_)}")
        chosen = choose("These words stand several times. Sentence", found.choices)
        found = place_words(text, Selector((chosen,), asked.quote, asked.prefix, asked.suffix))
    if found.selector is None:
        show([Problem(Place(text.slug), f.code, f.message, f.hint) for f in found.findings])
        sys.exit(1)
    return found.selector


def _fields(selector: Selector, kind: str, answers: Answers) -> dict[str, object]:
    at = list(selector.sentences)
    fields: dict[str, object] = {
        "at": at if len(at) > 1 else "".join(at),
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "kind": kind,
    }
    for key, value in answers.items():
        fields[key] = list(value) if isinstance(value, tuple) else value
    fields["sources"] = [_source(written) for written in answers.get("sources") or ()]
    return fields


def _source(written: str) -> dict[str, str]:
    """Return the use of a source from `+id@locator=quote`, all but the id left out at will."""
    ways = {"+": "supports", "-": "contradicts", "~": "context"}
    relation = ways.get(written[:1], "")
    rest, _, quote = written[1 if relation else 0 :].partition("=")
    source, _, locator = rest.partition("@")
    return {"source": source, "locator": locator, "quote": quote, "relation": relation}


def _keep(project: Project, path: Path, content: str, today: str, dry_run: bool) -> None:
    """Write a file; take it away again if `check` refuses it, or if nothing is to be kept."""
    if path.is_symlink() or path.parent.is_symlink():
        raise click.UsageError(f"{path} is, or lies behind, a symbolic link.")
    made = not path.parent.is_dir()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
    place = str(project.annotations.place(path))
    problems = [p for p in build_edition(project, today)[1] if p.place.file == place]
    show(problems)
    if dry_run or has_errors(problems):
        path.unlink()
        if made:
            path.parent.rmdir()
        click.echo(content)
    else:
        click.echo(f"{path}: written.")
    sys.exit(1 if has_errors(problems) else 0)
