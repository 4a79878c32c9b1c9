"""`annotated-reader sources`: the bibliography, from other programs and by hand."""

import difflib
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import Project
from annotated_reader.files import is_there, read_text
from annotated_reader.imports.sources import Merged, Outcome, convert, merge, read_file, stub
from annotated_reader.imports.sources.records import Incoming
from annotated_reader.notes.format import Day, SourceId
from annotated_reader.notes.forms import fits
from annotated_reader.notes.sources import FILE_NAME
from annotated_reader.problems import Problem


@click.group()
def sources() -> None:
    """Bring sources into annotations/sources.yml."""


@sources.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--update", is_flag=True, help="Give sources that are there the fields they lack.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@project_options
def import_(
    file: Path, update: bool, dry_run: bool, root: Path, seeds: str, annotations: str
) -> None:
    """Take the sources of FILE over into annotations/sources.yml.

    FILE is CSL JSON, CSL YAML, BibTeX, BibLaTeX or RIS, as Zotero exports them. New
    sources come behind those that are there, of which no byte changes. A source that
    is there already, by its DOI, address or id, is told, and stays as it is; --update
    adds what it lacks.

    Ends with 1 when a record could not be read, with 2 when FILE cannot be used.
    """
    project = open_project(root, seeds, annotations)
    raws, form, problems = read_file(file)
    if problems:
        show(problems)
        sys.exit(2)
    done = _take([convert(raw) for raw in raws], project, update=update, dry_run=dry_run)
    click.echo(f"{file.name} is {form}.")
    click.echo("\n".join(done.report()))
    sys.exit(0 if done.complete else 1)


@sources.command()
@click.argument("address", metavar="URL-OR-DOI")
@click.option("--id", "id_", default="", help="Id of the source; else one is proposed.")
@click.option("--accessed", default="", help="Day on which it was read, else today.")
@project_options
def add(address: str, id_: str, accessed: str, root: Path, seeds: str, annotations: str) -> None:
    """Write a source with nothing but its address into annotations/sources.yml.

    Nothing is looked up. Fill in the title, the author and the rest; `annotated-reader
    check` points at the source until it has a title.
    """
    accessed = accessed or date.today().isoformat()
    if not fits(accessed, Day):
        raise click.UsageError(f'"{accessed}" must be a day like 2026-11-23.')
    if id_ and not fits(id_, SourceId):
        raise click.UsageError(f'"{id_}" must be small letters, digits, hyphens and underscores.')
    incoming, why = stub(address.strip(), accessed, id_)
    if incoming is None:
        raise click.UsageError(f'"{address}" is neither a DOI nor a URL to use: {why}.')
    done = _take([incoming], open_project(root, seeds, annotations))
    (result,) = done.results
    if result.outcome is Outcome.NEW:
        click.echo(f"{result.id}: added. Fill in its title, author and date.")
        for remark in result.remarks:
            click.echo(f"{result.id}: {remark}.")
    else:
        click.echo(f"{result.id}: is there already, nothing was added.")


def _take(
    incoming: Sequence[Incoming], project: Project, *, update: bool = False, dry_run: bool = False
) -> Merged:
    """Write records into `sources.yml`; stop where they cannot be."""
    folder = project.annotations
    path = folder.path / FILE_NAME
    content = ""
    problems: list[Problem] = []
    if is_there(path):
        text, problems = read_text(path, folder)
        content = text or ""
    done = None
    if not problems:
        done, problems = merge(incoming, content, path, folder, update=update)
    show(problems)
    if done is None:
        sys.exit(2)
    if done.changed and dry_run:
        click.echo(_changes(content, done.content))
    elif done.changed:
        write({path: done.content}, project.root)
        click.echo(f"written: {folder.place(path)}", err=True)
    return done


def _changes(old: str, new: str) -> str:
    """Return what would be written, as a diff."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), "sources.yml", "sources.yml", n=1, lineterm=""
    )
    return "\n".join(lines)
