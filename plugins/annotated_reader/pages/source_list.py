"""The list of sources in four orders: by author, by date, by type, and as cited.

The page has them by author. For each other order an entry says its rank and its
group, so that the script has only to put them there.
"""

import re
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from annotated_reader.bibliography import Bibliography
from annotated_reader.bibliography.dates import year
from annotated_reader.edition import Edition, SourceUse
from annotated_reader.exports import coins
from annotated_reader.links import Links
from annotated_reader.notes import Source
from annotated_reader.pages.source_links import gone_since, source_link
from annotated_reader.pages.wording import Wording

ORDERS = ("author", "date", "type", "cited")
"""The orders, that of the page as it is served first."""

_TYPE_GROUPS = {
    "article": "article article-journal review review-book periodical",
    "news": "article-newspaper article-magazine",
    "book": "book classic collection pamphlet",
    "part": "chapter entry entry-dictionary entry-encyclopedia paper-conference",
    "report": "report standard",
    "document": "document",
    "law": "bill hearing legislation regulation treaty patent",
    "case": "legal_case",
    "web": "webpage post post-weblog",
    "talk": "interview personal_communication speech event",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "picture": "figure graphic map",
    "recording": "broadcast motion_picture musical_score performance song",
    "data": "dataset software",
}
"""What readers call the 45 types of CSL, in the order of the page."""

_GROUP_OF = {type_: group for group, types in _TYPE_GROUPS.items() for type_ in types.split()}
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Rank:
    """Where an entry stands in one order, and under which heading."""

    number: int
    group: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One source as the page lists it."""

    source: Source
    full: Markup
    uses: tuple[SourceUse, ...]
    type: str
    coins: str
    archive_gone: str
    """The day on which its archived copy was not found; empty if it was, or nobody asked."""
    link: str
    """Address of the source where its style does not print one, or empty."""
    ranks: Mapping[str, Rank]


def entries(edition: Edition, bibliography: Bibliography, words: Wording) -> list[Entry]:
    """Return every source in the order of the bibliography, with its ranks in all orders."""
    full = {id_: words_.full for id_, words_ in bibliography.formatted.items()}
    sources = [edition.sources[id_] for id_ in full]
    types = {source.id: words(f"type_{_GROUP_OF[source.type]}") for source in sources}
    groups: dict[str, Callable[[Source], str]] = {
        "author": lambda source: initial(full[source.id]),
        "date": lambda source: year(source) if "issued" in source.dates else words("undated"),
        "type": lambda source: types[source.id],
        "cited": lambda source: _text(source, edition) or words("not_cited"),
    }
    cited, types_in_order = _uses_in_order(edition), list(_TYPE_GROUPS)
    orders = {
        "author": sources,
        "date": sorted(sources, key=_date),
        "type": sorted(sources, key=lambda source: types_in_order.index(_GROUP_OF[source.type])),
        "cited": sorted(sources, key=lambda source: cited.get(source.id, sys.maxsize)),
    }
    ranks: dict[str, dict[str, Rank]] = {source.id: {} for source in sources}
    for order, ordered in orders.items():
        for number, source in enumerate(ordered):
            ranks[source.id][order] = Rank(number, groups[order](source))
    return [
        Entry(
            source=source,
            full=_without_dead_link(full[source.id], source, edition.links),
            uses=edition.uses[source.id],
            type=types[source.id],
            coins=coins(source),
            archive_gone=gone_since(source.archive, edition.links),
            link="" if " href=" in full[source.id] else source.address,
            ranks=ranks[source.id],
        )
        for source in sources
    ]


def grouped(found: Sequence[Entry]) -> list[tuple[str, list[Entry]]]:
    """Return entries under their headings, in the order of the page as it is served."""
    groups: list[tuple[str, list[Entry]]] = []
    for entry in found:
        heading = entry.ranks[ORDERS[0]].group
        if not groups or groups[-1][0] != heading:
            groups.append((heading, []))
        groups[-1][1].append(entry)
    return groups


def initial(entry: str) -> str:
    """Return the letter under which an entry is looked up: a capital without accents, or "#"."""
    text = Markup(_TAG.sub("", entry)).unescape()  # noqa: S704 - only to turn entities into text
    letter = next((character for character in text if character.isalnum()), "")
    plain = unicodedata.normalize("NFD", letter)[:1]
    # Й is a letter of its own, and not И with a sign.
    return (plain if plain.isascii() else letter).upper() if letter.isalpha() else "#"


def _date(source: Source) -> tuple[bool, tuple[int, int, int]]:
    """Return what sorts by date of issue, the undated last; seasons come after the months."""
    issued = source.dates.get("issued")
    start = (issued.start.year, issued.start.month, issued.start.day) if issued else (0, 0, 0)
    return issued is None, start


def _uses_in_order(edition: Edition) -> Mapping[str, int]:
    """Return how early each source is cited, by its id; those without a note are not in it."""
    position: dict[int, int] = {}
    for text in edition.texts:
        for note in (*text.notes, *text.unplaced):
            position[id(note)] = len(position)
    return {id_: position[id(uses[0].note)] for id_, uses in edition.uses.items() if uses}


def _text(source: Source, edition: Edition) -> str:
    return next((edition.text(use.text).title for use in edition.uses[source.id]), "")


def _without_dead_link(full: Markup, source: Source, links: Links) -> Markup:
    """Return an entry, its link to a source that is gone leading to the archived copy."""
    link = source_link(source, links)
    if not link.archived:
        return full
    return full.replace(_href(source.address), _href(link.url))


def _href(address: str) -> Markup:
    return Markup('href="{}"').format(address)
