"""`annotated-reader import`: notes from the annotations of other systems."""

import re
import sys
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import Edition, Project, TextEdition, build_edition
from annotated_reader.imports import import_file
from annotated_reader.problems import Problem, did_you_mean, has_errors


@click.command(name="import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--text", "slug", required=True, help="The text that the annotations are about.")
@click.option("--accept-edited", is_flag=True, help="Place notes whose words have changed, too.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option("--force", is_flag=True, help="Replace the files of an earlier import.")
@project_options
def import_(
    file: Path,
    slug: str,
    accept_edited: bool,
    dry_run: bool,
    force: bool,
    root: Path,
    seeds: str,
    annotations: str,
) -> None:
    """Turn the annotations of FILE into annotations/TEXT/imported-FILE.yml.

    FILE is W3C Web Annotation JSON-LD or JSON from Hypothesis. A note gets a place
    only where it is certain; everything else goes to imported-FILE.unplaced.yml in
    the folder of the project, where no build reads it, with the best proposals.
    What is a note of the text already, imported from whatever file, is not written again.

    Ends with 1 when something was not placed, with 2 when FILE cannot be used.
    """
    project = open_project(root, seeds, annotations)
    name = f"imported-{_stem(file)}"
    notes = project.annotations.path / slug / f"{name}.yml"
    rest = root / f"{name}.unplaced.yml"
    place = str(project.annotations.place(notes))
    edition, text = _open(project, slug, place)
    if not dry_run:
        _refuse_to_replace([notes, rest], force)
    done, problems = import_file(file, edition, text, accept_edited=accept_edited, replaces=place)
    show(problems)
    if done is None:
        sys.exit(2)
    files = {notes: done.notes_file()} if done.notes else {}
    files |= {} if done.complete else {rest: done.unplaced_file()}
    if dry_run:
        click.echo("\n".join(files.values()))
    else:
        write(files, project.root)
        for path in files:
            click.echo(f"written: {path.absolute().relative_to(project.root)}", err=True)
        _remove_stale({notes, rest} - files.keys())
    click.echo("\n".join(done.report()))
    wrong = not dry_run and _faulty(project, place)
    sys.exit(1 if wrong or not done.settled else 0)


def _stem(file: Path) -> str:
    """Return the name of a file as it may be part of another name."""
    return re.sub(r"[^a-z0-9]+", "-", file.stem.lower()).strip("-")[:60] or "annotations"


def _open(project: Project, slug: str, replaced: str) -> tuple[Edition, TextEdition]:
    """Return the edition and the text; what is wrong elsewhere is no matter of an import."""
    edition, problems = build_edition(project)
    if slug in edition.by_slug:
        text = edition.text(slug)
        _tell_of_unread(problems, {place.file for place in text.files} - {replaced})
        return edition, text
    known = [path.stem for path in project.seeds.path.glob("*") if path.stem == slug]
    if known:
        show(problems)
        sys.exit(2)
    hint = did_you_mean(slug, edition.by_slug)
    raise click.UsageError(f'There is no text "{slug}". {hint}'.strip())


def _tell_of_unread(problems: list[Problem], files: set[str]) -> None:
    """Say which files of notes could not be read: an import cannot know what is in them."""
    unread = [p for p in problems if p.code.startswith("R0") and p.place.file in files]
    unread = [problem for problem in unread if has_errors([problem])]
    if unread:
        show(unread)
        click.echo("What is a note there already is not recognised.", err=True)


def _refuse_to_replace(paths: list[Path], force: bool) -> None:
    """Stop before anything is lost: an import may have been worked on since."""
    for path in paths:
        if path.exists() and not force:
            raise click.UsageError(f"{path} exists already; --force replaces it.")


def _remove_stale(paths: set[Path]) -> None:
    """Remove what an earlier import has left, and this one has nothing for; `--force` was given."""
    for path in sorted(paths):
        if path.exists():
            path.unlink()
            click.echo(f"{path}: removed; this import has nothing for it.", err=True)


def _faulty(project: Project, file: str) -> bool:
    """Show what the checks of the project say of the new file; say whether it has errors."""
    _, problems = build_edition(project)
    found = [problem for problem in problems if problem.place.file == file]
    show(found)
    return has_errors(found)
