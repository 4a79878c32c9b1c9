"""Where a quote stands: its words, or its parts in their order where some are left out."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from itertools import islice

from annotated_reader.anchoring.passages import Span

ELISION = "..."
"""`first words … last words`, after folding: everything between them is meant as well."""

MAX_ELIDED = 5000
"""Longest passage that an elided quote may name, in characters."""

MAX_PARTS = 12
"""Parts of an elided quote: what leaves out more is no quotation of one passage."""

MAX_PLACES = 200
"""Passages after which the search for an elided quote ends: it is ambiguous long before."""


def parts_of(quote: str) -> list[str]:
    """Return the parts of a folded quote that its elisions divide, white space stripped."""
    return [part.strip() for part in quote.split(ELISION)]


def occurrences(find: Callable[[str], list[Span]], quote: str) -> list[Span]:
    """Return where a folded quote stands, by a function that finds words.

    With elisions, `MAX_PARTS` at most, it stands from its first words to its last.
    """
    literal = find(quote)
    if literal or ELISION not in quote:
        return literal
    parts = parts_of(quote)
    if not all(parts) or len(parts) > MAX_PARTS:
        return []
    return list(islice(_elided([find(part) for part in parts]), MAX_PLACES))


def _elided(places: list[list[Span]]) -> Iterator[Span]:
    """Yield the passages in which every part follows the one before, near enough."""
    firsts, *middles, lasts = places
    for start, end in firsts:
        behind = _behind(middles, end)
        if behind is None:
            return  # Nor does it follow on anything that begins later.
        for at in range(bisect_left(lasts, (behind, 0)), len(lasts)):
            end = lasts[at][1]
            if end - start > MAX_ELIDED:
                break
            yield start, end


def _behind(middles: list[list[Span]], end: int) -> int | None:
    """Return where the middle parts end, each taken as early as it can be."""
    for spans in middles:
        at = bisect_left(spans, (end, 0))
        if at == len(spans):
            return None
        end = spans[at][1]
    return end
