"""What the pages room hands to the doors: finished HTML, and what a site must know about it."""

import json
import re
from dataclasses import dataclass
from functools import cached_property

from markupsafe import escape

from annotated_reader.pages.search import SearchEntry
from annotated_reader.problems import Place

_ID = re.compile(r'\sid="([^"]+)"')


def ids_in(html: str) -> frozenset[str]:
    """Return every id in some HTML."""
    return frozenset(_ID.findall(html))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a page, for a table of contents; the title is plain text."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True)
class Page:
    """One page of the site. `html` is a single element without blank lines.

    So it survives a Markdown parser where a door has to send it through one.
    """

    path: str
    """Path of the page's source in the site, like `texts/essay.md`."""
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    aside: bool = False
    """Whether it is one of many, like the chapters of a text, which a menu leaves out."""
    in_search: bool = True
    """Whether the search of a site finds it."""
    written_in: Place | None = None
    """The annotation file that a reader who wants to change something should open."""
    head: str = ""
    """What belongs in the head of the page, as HTML."""
    search: tuple[SearchEntry, ...] | None = None
    """What the search of a site should find besides title and description; none: all words."""

    @cached_property
    def anchors(self) -> frozenset[str]:
        """Every id in the page, so that links into it can be checked."""
        return ids_in(self.html)

    @property
    def front_matter(self) -> str:
        """YAML that gives a site generator title and description.

        Both are escaped for HTML: themes print them as they are.
        """
        pairs = {"title": self.title, "description": self.description}
        # JSON strings are YAML strings, whatever is in them.
        lines = [f"{key}: {json.dumps(str(escape(value)))}\n" for key, value in pairs.items()]
        return f"---\n{''.join(lines)}---\n\n"
