"""Blocks of the edition in pages that people write by hand.

A comment like `<!-- annotated-reader: strip essay -->` on a line of its own stands for a
block that is made anew with every build, so that no picture and no count goes stale.
Without the name of a text it stands for the blocks of all texts.
"""

import re
from dataclasses import dataclass, field

from annotated_reader.bibliography import plain_bibliography
from annotated_reader.edition import Edition, TextEdition
from annotated_reader.pages.blocks import BLOCKS
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import ids_in
from annotated_reader.pages.parts import addresses_of
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.view import View
from annotated_reader.problems import Place, Problem, did_you_mean

_PLACEHOLDER = re.compile(r"<!--\s*annotated-reader:(.*?)-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Filled:
    """A page with its placeholders filled in, and every id in it."""

    html: str
    anchors: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A page that somebody wrote: its path in the site, its Markdown, and its file."""

    path: str
    source: str
    file: str
    """How problems name the file."""


def fill(
    html: str, page: Handwritten, edition: Edition, settings: Settings
) -> tuple[Filled, list[Problem]]:
    """Return the HTML of a page with the blocks that its placeholders ask for.

    Problems: R605 an unknown block, R606 an unknown text, or nothing to show. Such a
    placeholder stays a comment.
    """
    if not _PLACEHOLDER.search(html):
        return Filled(html), []
    addresses = addresses_of(edition, directory_urls=settings.directory_urls)
    # No block cites a source, so their plain form will do.
    plain = plain_bibliography(edition.sources)
    filling = _Filling(View(edition, addresses, page.path, settings, plain), page)
    filled = _PLACEHOLDER.sub(filling.block, html)
    if 'href="#ar-sign-' in filled:
        # The signs are drawn once in a page, and used wherever it has a strip or a tally.
        filled = render("symbols.html", filling.view) + filled
    return Filled(filled, ids_in(filled)), filling.problems


@dataclass(slots=True)
class _Filling:
    """The filling in of one page; collects its problems."""

    view: View
    page: Handwritten
    problems: list[Problem] = field(default_factory=list)

    def block(self, found: re.Match[str]) -> str:
        """Return the block of a placeholder; the comment itself when there is none."""
        name, *slugs = found[1].split() or [""]
        if name not in BLOCKS:
            self._add(found, "R605", f'there is no block "{name}".', did_you_mean(name, BLOCKS))
            return found[0]
        texts = self._texts(found, slugs)
        if texts is None:
            return found[0]
        html = BLOCKS[name](texts, self.view)
        if not html:
            self._add(found, "R606", f'there is nothing to show for "{name}".')
        return html or found[0]

    def _texts(self, found: re.Match[str], slugs: list[str]) -> tuple[TextEdition, ...] | None:
        known = self.view.edition.by_slug
        unknown = [slug for slug in slugs if slug not in known]
        for slug in unknown:
            self._add(found, "R606", f'there is no text "{slug}".', did_you_mean(slug, known))
        if unknown:
            return None
        return tuple(known[slug] for slug in slugs) or self.view.edition.texts

    def _add(self, found: re.Match[str], code: str, message: str, hint: str = "") -> None:
        start = max(self.page.source.find(found[0]), 0)
        before = self.page.source[:start]
        line, column = before.count("\n") + 1, start - before.rfind("\n")
        self.problems.append(Problem(Place(self.page.file, line, column), code, message, hint))
