"""`annotated-reader check`: is everything right?"""

import gc
import sys
import tempfile
from datetime import date
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.cli.reports import Finding, github_report, json_report, markdown_report
from annotated_reader.cli.site import read_site
from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.history import Changes, changes_between, read_revision
from annotated_reader.problems import Problem, has_errors, printable

FORMATS = ("text", "json", "github", "markdown")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="For people, for programs, as marks in a diff on GitHub, as a summary for reviewers.",
)
@click.option(
    "--changed-since",
    "revision",
    metavar="REV",
    help="Tell only what is wrong in files changed since a git revision, or wrong since then.",
)
@project_options
def check(form: str, revision: str | None, root: Path, seeds: str, annotations: str) -> None:
    """Check seeds and annotations, and say everything that is wrong at once.

    Ends with 1 when there are errors, with 0 when there are none.
    """
    project = open_project(root, seeds, annotations)
    edition, problems = _built(project)
    changes = _changes(project, root, revision, edition, problems) if revision else None
    told = changes.problems if changes else tuple(problems)
    untold = len(problems) - len(told)
    finding = Finding(edition, told, untold, changes, read_site(root))
    _say(finding, form, root)
    sys.exit(1 if has_errors(told) else 0)


def _built(project: Project) -> tuple[Edition, list[Problem]]:
    """Build without collecting garbage: there is none, and looking for it takes a third more."""
    gc.disable()
    try:
        return build_edition(project, date.today().isoformat())
    finally:
        gc.enable()


def _changes(
    project: Project, root: Path, revision: str, edition: Edition, problems: list[Problem]
) -> Changes:
    with tempfile.TemporaryDirectory() as folder:
        before, why = read_revision(project, root, revision, Path(folder))
        if before is None:
            raise click.UsageError(printable(f"--changed-since: {why}."))
        old = (before, *_built(before))
        return changes_between(revision, old, (project, edition, problems))


def _say(finding: Finding, form: str, root: Path) -> None:
    if form == "json":
        click.echo(json_report(finding), nl=False)
    elif form == "github":
        click.echo(github_report(finding, root), nl=False)
    elif form == "markdown":
        click.echo(markdown_report(finding), nl=False)
    else:
        show(list(finding.problems), finding.site)
        if finding.untold:
            click.echo(f"In files that did not change: {finding.untold} more.", err=True)
        for line in finding.counted():
            click.echo(line)
