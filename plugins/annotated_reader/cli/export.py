"""`annotated-reader export`: the notes in the formats of other systems."""

import sys
from pathlib import Path

import click

from annotated_reader.cli.output import output_options
from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import build_edition
from annotated_reader.exports import FORMATS
from annotated_reader.pages import names_at
from annotated_reader.problems import did_you_mean, has_errors


@click.command()
@click.argument("texts", nargs=-1)
@click.option(
    "--format",
    "format_",
    type=click.Choice(list(FORMATS)),
    default="w3c",
    show_default=True,
    help="Format of the files.",
)
@output_options
@project_options
def export(
    texts: tuple[str, ...],
    format_: str,
    out: Path,
    site_url: str,
    directory_urls: bool,
    root: Path,
    seeds: str,
    annotations: str,
) -> None:
    """Write the notes of TEXTS, or of all texts, one file for each.

    Nothing is written when there are errors.
    """
    edition, problems = build_edition(open_project(root, seeds, annotations))
    for slug in texts:
        if slug not in edition.by_slug:
            hint = did_you_mean(slug, edition.by_slug)
            raise click.UsageError(f'There is no text "{slug}". {hint}'.strip())
    show(problems)
    if has_errors(problems):
        sys.exit(1)
    names = names_at(site_url, edition, directory_urls=directory_urls)
    chosen = FORMATS[format_]
    files = {
        out / f"{text.slug}{chosen.ending}": text
        for text in [edition.text(slug) for slug in texts] or edition.texts
    }
    write({path: chosen.write(text, names) for path, text in files.items()}, out)
    for path, text in files.items():
        click.echo(f"{path}: {len(text.notes) + len(text.unplaced)} notes written.")
