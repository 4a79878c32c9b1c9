"""`annotated-reader render`: write the pages to a folder, for any site generator."""

import sys
from datetime import date
from pathlib import Path

import click

from annotated_reader.bibliography import DEFAULT_STYLE
from annotated_reader.cli.output import output_options
from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.writing import write
from annotated_reader.edition import build_edition
from annotated_reader.pages import (
    HOSTS,
    Settings,
    check_language,
    publish,
    refuse_repository,
    repository_at,
)
from annotated_reader.problems import Place, has_errors


@click.command()
@output_options
@click.option("--edit-base", default="", help="Address before the path of a file to edit.")
@click.option("--site-name", default="", help="Name of the site, for citations of sentences.")
@click.option("--language", default="en", show_default=True, help="Language of the pages.")
@click.option("--claimreview", is_flag=True, help="Write the claims as ClaimReview, too.")
@click.option(
    "--citation-style",
    default=DEFAULT_STYLE,
    show_default=True,
    help="Name of a citation style, or path of a .csl file in the project.",
)
@click.option("--read-first", is_flag=True, help="Hide verdicts until the text has been read.")
@click.option("--repository", default="", help="Repository in which readers propose notes.")
@click.option("--branch", default="", help="Its branch; else that of --edit-base, or main.")
@click.option("--host", type=click.Choice(HOSTS), help="Its kind; else what its name says.")
@project_options
def render(
    out: Path,
    directory_urls: bool,
    site_url: str,
    edit_base: str,
    site_name: str,
    language: str,
    claimreview: bool,
    citation_style: str,
    read_first: bool,
    repository: str,
    branch: str,
    host: str | None,
    root: Path,
    seeds: str,
    annotations: str,
) -> None:
    """Write every page as Markdown that holds its HTML, the script, the style and the data.

    Nothing is written when there are errors.
    """
    if repository and (why := refuse_repository(repository, branch or "main")):
        raise click.UsageError(f'The repository "{repository}" cannot be used: {why}.')
    project = open_project(root, seeds, annotations)
    edition, problems = build_edition(project, date.today().isoformat())
    settings = Settings(
        directory_urls=directory_urls,
        edit_base=edit_base,
        site_name=site_name,
        language=language,
        site_url=site_url,
        claimreview=claimreview,
        read_first=read_first,
        repository=repository_at(
            repository, branch, host or "", edit_base=edit_base, annotations=annotations
        ),
    )
    site, found = publish(edition, settings, citation_style, root.absolute())
    problems += check_language(language, Place("--language"))
    problems += found
    show(problems)
    if has_errors(problems):
        sys.exit(1)
    files = {page.path: page.front_matter + page.html for page in site.pages}
    files |= {asset.path: asset.content for asset in site.files}
    write({out / path: content for path, content in files.items()}, out)
    click.echo(f"{len(site.pages)} pages written to {out}.")
