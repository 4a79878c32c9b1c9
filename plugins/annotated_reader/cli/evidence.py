"""`annotated-reader evidence`: which quotes of sources are verified, and which wait for a copy."""

from collections.abc import Iterable
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options
from annotated_reader.cli.reports.finding import quote_counts
from annotated_reader.edition import Project, SourceUse, build_edition, count_quotes
from annotated_reader.evidence import FOLDER, QuoteState


@click.command()
@project_options
def evidence(root: Path, seeds: str, annotations: str) -> None:
    """List the sources that notes quote, and whether a kept copy of each has the words.

    Ends with 0: what is wrong is for `annotated-reader check` to say.
    """
    project = open_project(root, seeds, annotations)
    edition, _ = build_edition(project)
    for id_, uses in edition.uses.items():
        if line := _line(id_, uses, project):
            click.echo(line)
    if not any(edition.quotes.values()):
        click.echo("No note quotes a source.")


def _line(id_: str, uses: Iterable[SourceUse], project: Project) -> str:
    """Return what is known of the quotes of a source, empty if there are none."""
    counts = count_quotes({id_: uses})
    if not any(counts.values()):
        return ""
    path = project.annotations.place(project.annotations.path / FOLDER / f"{id_}.txt")
    hint = f"; keep the passage in {path}" if counts[QuoteState.NO_COPY] else ""
    return f"{id_}: {quote_counts(counts)}{hint}"
