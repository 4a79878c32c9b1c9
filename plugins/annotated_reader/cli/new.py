"""`annotated-reader new`: words in, a valid file of one note out."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import click

from annotated_reader.anchoring import Selector
from annotated_reader.cli.asking import Answers, Asking, choose
from annotated_reader.cli.asking_sources import Cited, read_use
from annotated_reader.cli.note_file import note_file
from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.site import read_site
from annotated_reader.cli.writing import write
from annotated_reader.edition import Project, TextEdition, build_edition
from annotated_reader.edition.drafting import Placing, file_name, place_words
from annotated_reader.notes.format import Kind, Relation
from annotated_reader.pages.addresses import modeline
from annotated_reader.problems import Place, Problem, did_you_mean, has_errors

KINDS: tuple[str, ...] = get_args(Kind)

_WORDS = "Words of the text"
_OF_WORDS = {"R104", "R105", "R106"}
"""What other words mend."""


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
    sources: tuple[str, ...],
    ask: bool | None,
    dry_run: bool,
    root: Path,
    seeds: str,
    annotations: str,
    **given: str | tuple[str, ...],
) -> None:
    """Write annotations/TEXT/…yml with one note on words of TEXT.

    The sentence and the shortest words that are unique are found. What is missing is asked
    for. What `check` would refuse is not written: you are asked what to change, or, when
    nobody is there to answer, the command ends with 1.
    """
    project, today = open_project(root, seeds, annotations), date.today().isoformat()
    edition, _ = build_edition(project)
    if slug not in edition.by_slug:
        hint = did_you_mean(slug, edition.by_slug)
        raise click.UsageError(f'There is no text "{slug}". {hint}'.strip())
    asking = Asking(edition, today) if (sys.stdin.isatty() if ask is None else ask) else None
    if asking and not words and not at:
        words = click.prompt(_WORDS)
    selector = _place(edition.text(slug), Selector(at, words, prefix, suffix), asking is not None)
    answers: Answers = {"id": id_, "kind": kind or "", **given}
    answers["sources"] = Cited(tuple(map(read_use, sources))) if sources else None
    if asking:
        answers["kind"] = kind or choose("Kind", KINDS)
        answers = asking.complete(answers)
    folder = project.annotations.path / slug
    taken = {path.name for path in folder.glob("*")} if folder.is_dir() else set()
    while True:
        content = note_file(modeline(read_site(root).url), selector, answers)
        path = folder / file_name(selector, str(answers.get("lead") or ""), taken)
        accepted = _keep(project, path, content, today, dry_run)
        if accepted or not asking or not (changed := asking.again(answers)):
            break
        answers = changed
    click.echo(content if dry_run or not accepted else f"{path}: written.")
    sys.exit(0 if accepted else 1)


def _place(text: TextEdition, asked: Selector, asking: bool) -> Selector:
    """Return where the note belongs; of words that stand several times, where somebody says."""
    if not asked.sentences and not asked.quote:
        raise click.UsageError("Say what it is about: --words, --at, or both.")
    found = place_words(text, asked)
    while asking and found.selector is None and (other := _asked_again(text, asked, found)):
        asked, found = other, place_words(text, other)
    if found.selector is None:
        _show(text, found)
        sys.exit(1)
    return found.selector


def _asked_again(text: TextEdition, asked: Selector, found: Placing) -> Selector | None:
    """Return what is asked for after all: a sentence that has the words, or other words."""
    if found.choices and not asked.sentences:
        for id_ in found.choices:
            click.echo(f"  {id_}: {text.words(id_)}")
        chosen = choose("These words stand several times. Sentence", found.choices)
        return replace(asked, sentences=(chosen,))
    if not asked.quote or not {finding.code for finding in found.findings} <= _OF_WORDS:
        return None
    _show(text, found)
    return replace(asked, quote=click.prompt(_WORDS))


def _show(text: TextEdition, found: Placing) -> None:
    show([Problem(Place(text.slug), f.code, f.message, f.hint) for f in found.findings])


def _keep(project: Project, path: Path, content: str, today: str, dry_run: bool) -> bool:
    """Write a file; take it away again if `check` refuses it, or if nothing is to be kept.

    Return whether `check` accepts it.
    """
    made = not path.parent.is_dir()
    write({path: content}, project.root)
    place = str(project.annotations.place(path))
    problems = [p for p in build_edition(project, today)[1] if p.place.file == place]
    show(problems)
    if dry_run or has_errors(problems):
        path.unlink()
        if made:
            path.parent.rmdir()
    return not has_errors(problems)
