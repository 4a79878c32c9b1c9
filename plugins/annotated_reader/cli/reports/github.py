"""Workflow commands of GitHub Actions: a problem stands at its line in the diff.

Syntax and escapes: docs.github.com, "Workflow commands for GitHub Actions"; actions/toolkit,
packages/core/src/command.ts.
"""

from collections.abc import Iterator
from pathlib import Path

from annotated_reader.cli.reports.finding import Finding
from annotated_reader.problems import Problem, Severity

_ORDER = list(Severity)


def github_report(finding: Finding, root: Path) -> str:
    """Return one command a problem and one line a text.

    Errors come first: GitHub shows ten of each severity, and the rest only in the log.
    """
    prefix = _prefix(root)
    ordered = sorted(finding.problems, key=lambda problem: _ORDER.index(problem.severity))
    commands = [_command(problem, prefix, finding) for problem in ordered]
    return "".join(f"{line}\n" for line in [*commands, *finding.counted()])


def _command(problem: Problem, prefix: str, finding: Finding) -> str:
    properties = ",".join(f"{key}={_property(value)}" for key, value in _where(problem, prefix))
    page = finding.site.page_of(problem.code)
    parts = (problem.message, problem.hint, page)
    return f"::{problem.severity} {properties}::{_data(' '.join(filter(None, parts)))}"


def _where(problem: Problem, prefix: str) -> Iterator[tuple[str, str]]:
    place = problem.place
    yield "file", prefix + place.file
    if place.line:
        yield "line", str(place.line)
        yield "col", str(place.column)
    yield "title", problem.code


def _prefix(root: Path) -> str:
    """Return the way from here, the root of the repository, to the project."""
    way = root.resolve()
    here = Path.cwd()
    inside = way.relative_to(here).as_posix() if way.is_relative_to(here) else "."
    return "" if inside == "." else f"{inside}/"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
