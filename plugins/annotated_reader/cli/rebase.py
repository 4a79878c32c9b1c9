"""`annotated-reader rebase`: what an edit of a seed did to the sentences and notes of a text."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from annotated_reader.cli.project import find_text, open_project, project_options, show
from annotated_reader.cli.rebase_report import FORMATS
from annotated_reader.cli.writing import write as write_files
from annotated_reader.edition import Project, TextInput, find_texts, rebase_text
from annotated_reader.files import is_there
from annotated_reader.problems import has_errors

_NOTHING = (
    "the list of sentences fits the seed; there is nothing to do. "
    "Whether every note has its place, `annotated-reader check` tells."
)
_REMARK_COMPLETE = "Nothing was written. To take this over, add --write."
_REMARK = "Nothing was written. With --write, all is taken over but what is to be decided."


@click.command()
@click.argument("text")
@click.option(
    "--write",
    is_flag=True,
    help="Write the new list of sentences and the new places of the notes. "
    "A note without a place keeps its old one, and every check says so until it is mended.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="table",
    show_default=True,
    help="How to print what happened.",
)
@project_options
def rebase(text: str, write: bool, form: str, root: Path, seeds: str, annotations: str) -> None:
    """Say what became of the notes of TEXT after its seed was edited.

    Each note is kept, moved, edited, ambiguous or lost. Nothing is written without
    --write.

    Ends with 0 when every note has its place, with 1 when something must be decided
    or mended first, with 2 when there is no such TEXT or a file cannot be written.
    """
    project = open_project(root, seeds, annotations)
    found = _find(project, text)
    result, problems = rebase_text(found, project, date.today().isoformat())
    show(problems)
    if has_errors(problems):
        sys.exit(1)
    if result is None:
        nothing = f"{text}: {_NOTHING}"
        click.echo(json.dumps({"text": text, "changed": False}) if form == "json" else nothing)
        return
    FORMATS[form](result)
    if write:
        write_files(result.files, project.root)
        for path in result.files:
            click.echo(f"written: {project.annotations.place(path)}", err=True)
    else:
        click.echo(_REMARK_COMPLETE if result.complete else _REMARK, err=True)
    sys.exit(0 if result.complete else 1)


def _find(project: Project, slug: str) -> TextInput:
    """Return the files of a text; stop where it is not there, or has no list to compare with."""
    texts, problems = find_texts(project)
    if slug not in [text.slug for text in texts]:
        show([problem for problem in problems if has_errors([problem])])
    text = find_text(project, slug)
    if not is_there(text.sentences):
        place = project.annotations.place(text.sentences)
        click.echo(
            f"{place} is not there, so nobody knows how the sentences read before. "
            "Put it back, or, if there never was one, run `annotated-reader lock`.",
            err=True,
        )
        sys.exit(1)
    return text
