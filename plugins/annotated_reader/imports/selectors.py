"""From the selectors of other systems to a clue: words, what stands around them, an offset.

Only words can be looked for in a text that is not the page they were chosen on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from annotated_reader.anchoring import Clue
from annotated_reader.anchoring.passages import find_all
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

    What refines a quote (`refinedBy`) is looked for in its words, and only there. Quotes
    that stand side by side must lead to the same place.
    """
    chains = [_chain(item) for item in (value if isinstance(value, list) else [value])]
    quoted = [(chain, links) for chain in chains if (links := _quotes(chain))]
    if not quoted:
        return Reading(None, tuple(dict.fromkeys(_why(chain[-1]) for chain in chains if chain)))
    clues = [_refined(links) for _, links in quoted]
    chosen, *others = dict.fromkeys(clue for clue in clues if clue is not None) or (None,)
    if chosen is None or None in clues:
        return Reading(None, ("a quote is refined by words that do not stand in it, or not once",))
    used = [link for _, links in quoted for link in links]
    remarks = tuple(_remarks(chains, used))
    if (position := _position(chains)) is None:
        return Reading(Sought(chosen, others=tuple(others)), remarks)
    clue = replace(chosen, position=position[0])
    return Reading(Sought(clue, position[1], others=tuple(others)), remarks)


def _quotes(chain: list[Any]) -> list[Any]:
    """Return the quotes of a chain, from the outside in, and a position that counts in the last."""
    links = [link for link in chain if _has_words(link)]
    inner = chain[-1] if chain else None
    counts = bool(links) and chain[-2:-1] == links[-1:] and _span(inner) is not None
    return [*links, inner] if counts else links


def _refined(links: list[Any]) -> Clue | None:
    """Return what is known of the innermost words: those that they refine surround them."""
    clue = _clue(links[0])
    for link in links[1:]:
        inner = _clue(link)
        span = _span(link) or _only_place(clue.quote, inner)
        if span is None or not clue.quote[slice(*span)].strip():
            return None
        words, (start, end) = clue.quote, span
        clue = Clue(words[start:end], clue.prefix + words[:start], words[end:] + clue.suffix)
    return clue


def _only_place(words: str, inner: Clue) -> tuple[int, int] | None:
    """Return where words stand within others, if once; what is known around them may decide."""
    ends = ((at, at + len(inner.quote)) for at in find_all(words, inner.quote))
    places = [
        span
        for span in ends
        if inner.prefix.endswith(words[: span[0]]) or words[: span[0]].endswith(inner.prefix)
        if inner.suffix.startswith(words[span[1] :]) or words[span[1] :].startswith(inner.suffix)
    ]
    return places[0] if len(places) == 1 else None


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
    """Return the words of a selector, and what stood around them."""

    def words(key: str) -> str:
        """Return the text of a key, empty where it has none."""
        value = selector.get(key)
        return cleaned(value) if isinstance(value, str) else ""

    return Clue(words("exact"), words("prefix"), words("suffix"))


def _position(chains: list[list[Any]]) -> tuple[int, int] | None:
    """Return start and end of a position that stands beside the words, not around them."""
    for chain in chains:
        if len(chain) == 1 and _type(chain[0]) == "TextPositionSelector":
            return _span(chain[0])
    return None


def _span(selector: Any) -> tuple[int, int] | None:
    """Return start and end of a TextPositionSelector, if they are offsets."""
    if _type(selector) != "TextPositionSelector":
        return None
    start, end = selector.get("start"), selector.get("end")
    return (start, end) if _is_offset(start) and _is_offset(end) and start <= end else None


def _is_offset(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**53


def _why(selector: Any) -> str:
    if isinstance(selector, str):
        return "the selector is an address; nothing is fetched"
    kind = _type(selector)
    if kind == "TextQuoteSelector":
        return "a TextQuoteSelector without words"
    if kind == "RangeSelector" and "startSelector" in selector:
        return "RangeSelector: from one place to another, not words that can be looked for"
    return f"{kind[:40] or 'a selector without a type'}: {_UNUSABLE.get(kind, 'not known here')}"


def _remarks(chains: list[list[Any]], used: list[Any]) -> Iterator[str]:
    for chain in chains:
        for link in chain:
            beside = _type(link) == "TextPositionSelector" and len(chain) == 1
            if beside or any(link is one for one in used):
                continue
            if len(chain) == 1 and _type(link) in ("RangeSelector", "XPathSelector", "CssSelector"):
                # The same place told in another way: the words are enough.
                continue
            yield f"not used: {_type(link) or 'a selector without a type'}"
