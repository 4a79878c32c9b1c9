"""From the selectors of other systems to a clue: words, what stands around them, an offset.

Only words can be looked for in a text that is not the page they were chosen on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from annotated_reader.anchoring import Clue
from annotated_reader.imports.records import Sought
from annotated_reader.imports.small_markdown import cleaned

_UNUSABLE = {
    "RangeSelector": "a range between elements of a page that is not here",
    "XPathSelector": "an element of a page that is not here",
    "CssSelector": "an element of a page that is not here",
    "FragmentSelector": "a fragment of a resource that is not here",
    "DataPositionSelector": "positions in bytes, not in characters",
    "SvgSelector": "an area of an image",
    "TextPositionSelector": "positions without the words that stood there",
    "PageSelector": "a page of a document that is not here",
    "EPUBContentSelector": "a chapter of a book that is not here",
    "MediaTimeSelector": "a time in a recording",
    "ShapeSelector": "an area of an image",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What is known of a place (None: nothing to look for), and what was not used and why."""

    sought: Sought | None
    remarks: tuple[str, ...] = ()


def read_selectors(value: Any) -> Reading:
    """Return what a `selector` says, be it one, several for the same place, or an address.

    Of a chain of `refinedBy` the innermost TextQuoteSelector counts: its words are the
    place. What it refines would narrow the search, but cannot be followed here.
    """
    chains = [_chain(item) for item in (value if isinstance(value, list) else [value])]
    quotes = [link for chain in chains for link in chain[::-1] if _has_words(link)]
    if not quotes:
        return Reading(None, tuple(dict.fromkeys(_why(chain[-1]) for chain in chains if chain)))
    chosen = quotes[0]
    position = _position(chains)
    sought = Sought(_clue(chosen), None)
    if position is not None:
        clue = replace(sought.clue, position=position[0])
        sought = Sought(clue, position[1])
    return Reading(sought, tuple(_remarks(chains, chosen, quotes)))


def _chain(selector: Any) -> list[Any]:
    """Return a selector and what refines it, from the outside in; reading has bounded the depth."""
    links = []
    while selector is not None:
        links.append(selector)
        selector = selector.get("refinedBy") if isinstance(selector, dict) else None
        if isinstance(selector, list):
            selector = next((item for item in selector if _has_words(item)), None)
    return links


def _type(selector: Any) -> str:
    found = selector.get("type") if isinstance(selector, dict) else None
    return found if isinstance(found, str) else ""


def _has_words(selector: Any) -> bool:
    if _type(selector) != "TextQuoteSelector":
        return False
    exact = selector.get("exact")
    return isinstance(exact, str) and bool(exact.strip())


def _clue(selector: dict[str, Any]) -> Clue:
    def words(key: str) -> str:
        value = selector.get(key)
        return cleaned(value) if isinstance(value, str) else ""

    return Clue(words("exact"), words("prefix"), words("suffix"))


def _position(chains: list[list[Any]]) -> tuple[int, int] | None:
    """Return start and end of a position that stands beside the words, not around them."""
    for chain in chains:
        if len(chain) == 1 and _type(chain[0]) == "TextPositionSelector":
            start, end = chain[0].get("start"), chain[0].get("end")
            if _is_offset(start) and _is_offset(end) and start <= end:
                return start, end
    return None


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _why(selector: Any) -> str:
    if isinstance(selector, str):
        return "the selector is an address; nothing is fetched"
    kind = _type(selector)
    if kind == "TextQuoteSelector":
        return "a TextQuoteSelector without words"
    return f"{kind[:40] or 'a selector without a type'}: {_UNUSABLE.get(kind, 'not known here')}"


def _remarks(chains: list[list[Any]], chosen: Any, quotes: list[Any]) -> Iterator[str]:
    for chain in chains:
        for link in chain:
            beside = _type(link) == "TextPositionSelector" and len(chain) == 1
            if link is chosen or beside:
                continue
            if len(chain) == 1 and _type(link) in ("RangeSelector", "XPathSelector", "CssSelector"):
                # The same place told in another way: the words are enough.
                continue
            yield f"not used: {_type(link) or 'a selector without a type'}"
    if any(_clue(quote) != _clue(chosen) for quote in quotes):
        yield "several quotes: the first one was taken"
