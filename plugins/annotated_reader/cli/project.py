"""What every command needs: where the project is, and how problems are shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.text import Text

from annotated_reader.cli.site import Site
from annotated_reader.edition import Project, TextInput, find_texts
from annotated_reader.problems import Problem, Severity, did_you_mean, printable, summary

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.NOTICE: "dim"}


def project_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options that name the project's folders."""
    for option in (
        click.option(
            "--annotations",
            default="annotations",
            show_default=True,
            help="Folder of the notes, inside the project.",
        ),
        click.option(
            "--seeds",
            default="seeds",
            show_default=True,
            help="Folder of the texts, inside the project.",
        ),
        click.option(
            "-C",
            "--project",
            "root",
            default=".",
            show_default=True,
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            help="Folder of the project.",
        ),
    ):
        command = option(command)
    return command


def open_project(root: Path, seeds: str, annotations: str) -> Project:
    """Return the project that the options name."""
    project = Project.at(root, seeds, annotations)
    if name := project.impossible_name():
        raise click.UsageError(printable(f'No folder can have the name "{name[:100]}".'))
    return project


def find_text(project: Project, slug: str) -> TextInput:
    """Return the files of a text; a usage error names the text that was probably meant."""
    known = {text.slug: text for text in find_texts(project)[0]}
    if slug not in known:
        raise click.UsageError(f'There is no text "{slug}". {did_you_mean(slug, known)}'.strip())
    return known[slug]


def show(problems: list[Problem], site: Site | None = None) -> None:
    """Print problems on standard error, one a line, where to read more, and how many there are."""
    console = Console(stderr=True, soft_wrap=True, highlight=False)
    for problem in problems:
        line = Text.assemble(
            (f"{problem.place}: ", "bold"),
            (problem.code, _STYLES[problem.severity]),
            f" {problem.message}",
            (f" {problem.hint}" if problem.hint else "", "italic"),
        )
        console.print(line)
    for more in _more_about(problems, site or Site()):
        console.print(more, markup=False)
    if problems:
        console.print(Text(summary(problems), "bold"))


def _more_about(problems: list[Problem], site: Site) -> Iterator[str]:
    codes = sorted({problem.code for problem in problems})
    for code in codes if site.url else ():
        yield f"{code}: {site.page_of(code)}"
    if codes:
        yield f"More about a code: annotated-reader explain {codes[0]}"
