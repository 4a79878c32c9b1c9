"""`annotated-reader export`: the notes in the formats of other systems."""

import sys
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.edition import build_edition
from annotated_reader.exports import FORMATS
from annotated_reader.notes.links import refuse_link
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
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write to; files of the same names are replaced.",
)
@click.option(
    "--site-url", default="", help="Address of the site, by which notes are named; else by URNs."
)
@click.option(
    "--directory-urls/--no-directory-urls",
    default=True,
    show_default=True,
    help="Whether the site serves a/b.md as a/b/ or as a/b.html.",
)
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
    if site_url and (why := refuse_link(site_url)):
        raise click.UsageError(f'The address "{site_url}" cannot be used: {why}.')
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
    out.mkdir(parents=True, exist_ok=True)
    for text in [edition.text(slug) for slug in texts] or edition.texts:
        path = out / f"{text.slug}{chosen.ending}"
        path.write_text(chosen.write(text, names), encoding="utf-8", newline="\n")
        click.echo(f"{path}: {len(text.notes) + len(text.unplaced)} notes written.")
