"""The table of contents of a page: its headings, each with those below it."""

from collections.abc import Iterable
from typing import Any

from markupsafe import escape

from annotated_reader.pages.page import Heading


def nested(headings: Iterable[Heading]) -> list[Any]:
    """Return headings as Python-Markdown's table of contents has them, the names as HTML."""
    top: list[Any] = []
    open_levels = [(0, top)]
    for heading in headings:
        while open_levels[-1][0] >= heading.level:
            open_levels.pop()
        children: list[Any] = []
        name = str(escape(heading.title))
        token = {"level": heading.level, "id": heading.anchor, "name": name, "children": children}
        open_levels[-1][1].append(token)
        open_levels.append((heading.level, children))
    return top
