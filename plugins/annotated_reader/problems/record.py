"""A problem: where it is, what is wrong, and what its author could do about it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.problems.codes import CODES, Severity
from annotated_reader.problems.printable import printable


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a file: path relative to the project (with `/`), line and column from 1.

    Line 0 means the file as a whole. Columns count characters, not bytes.
    """

    file: str
    line: int = 0
    column: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "file", printable(self.file))

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong, where it is, and what its author could do about it."""

    place: Place
    code: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "message", printable(self.message))
        object.__setattr__(self, "hint", printable(self.hint))

    @property
    def severity(self) -> Severity:
        """Return the severity that belongs to the code."""
        return CODES[self.code][0]

    def __str__(self) -> str:
        return f"{self.place}: {self.code} {self.message}{' ' if self.hint else ''}{self.hint}"


def has_errors(problems: Iterable[Problem]) -> bool:
    """Say whether any of the problems must stop a build."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def summary(problems: Iterable[Problem]) -> str:
    """Return how many problems of each severity there are, like "2 errors, 1 notice"."""
    found = Counter(problem.severity for problem in problems)
    counts = [(severity, found[severity]) for severity in Severity if found[severity]]
    return ", ".join(f"{n} {severity}{'s' if n != 1 else ''}" for severity, n in counts)
