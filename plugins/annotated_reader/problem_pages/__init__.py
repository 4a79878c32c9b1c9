"""What every problem code means, why it matters and how to mend it: one Markdown file a code.

A file begins with what the code means. Then come the sections Why, How to mend it, Before,
Message and After. A heading `Before: PATH` gives the file that the example shows; tests lay
it over the project in `tests/edition/base` and read what they are told.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from annotated_reader.problems import CODES, WAIVABLE, Severity

FOLDER = Path(__file__).parent

_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)
_FENCE = re.compile(r"^```[a-z]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Example:
    """A state of a project: a description in Markdown, and the file it shows, if it shows one."""

    markdown: str
    path: str

    @property
    def content(self) -> str:
        """Return the content of the file."""
        found = _FENCE.search(self.markdown)
        return found[1] if found else ""


@dataclass(frozen=True, slots=True)
class ProblemPage:
    """Everything that is to be said about a code; all texts are Markdown."""

    code: str
    what: str
    why: str
    mend: str
    before: Example
    message: str
    """What the check says of the first example; empty where that is not a file."""
    after: Example

    @property
    def severity(self) -> Severity:
        """Return how much the problem matters."""
        return CODES[self.code][0]

    @property
    def waivable(self) -> bool:
        """Whether a note may keep the problem and say why."""
        return self.code in WAIVABLE

    @property
    def title(self) -> str:
        """Return the code in words."""
        return CODES[self.code][1]


@cache
def problem_page(code: str) -> ProblemPage:
    """Return the page of a code."""
    what, *pieces = _HEADING.split(markdown_of(code))
    found = dict(zip(pieces[::2], (piece.strip() for piece in pieces[1::2]), strict=True))
    examples = {}
    for heading in found:
        name, _, path = heading.partition(": ")
        examples[name] = Example(found[heading], path)
    message = Example(found.get("Message", ""), "").content.strip()
    return ProblemPage(
        code,
        what.strip(),
        found["Why"],
        found["How to mend it"],
        examples["Before"],
        message,
        examples["After"],
    )


def markdown_of(code: str) -> str:
    """Return the file about a code as it was written."""
    return (FOLDER / f"{code}.md").read_text(encoding="utf-8")
