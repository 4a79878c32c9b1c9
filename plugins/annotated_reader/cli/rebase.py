"""`annotated-reader rebase`: what an edit of a seed did to the sentences and notes of a text."""

import sys
from pathlib import Path

import click

from annotated_reader.cli.project import find_text, open_project, project_options, show
from annotated_reader.cli.rebase_report import FORMATS
from annotated_reader.edition import Rebase, rebase_text
from annotated_reader.problems import has_errors


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
    --write. Ends with 1 when a note is ambiguous or lost.
    """
    project = open_project(root, seeds, annotations)
    found = find_text(project, text)
    result, problems = rebase_text(found, project)
    show(problems)
    if has_errors(problems):
        sys.exit(1)
    if result is None:
        click.echo(f"{text}: the list of sentences fits the seed; there is nothing to do.")
        return
    FORMATS[form](result)
    if write:
        _write(result)
    elif form == "table":
        click.echo("Nothing was written. To take this over: --write")
    sys.exit(0 if result.complete else 1)


def _write(result: Rebase) -> None:
    for path, content in result.files.items():
        path.write_text(content, encoding="utf-8", newline="\n")
        click.echo(f"written: {path}", err=True)
