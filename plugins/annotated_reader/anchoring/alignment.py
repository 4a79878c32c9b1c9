"""The place of a text that is most like some words: approximate matching by edit distance."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likeness:
    """A stretch of a text (offsets in characters) and its edit distance to the words sought."""

    start: int
    end: int
    errors: int


def most_like(words: str, text: str) -> Likeness:
    """Return the stretch of the text with the smallest edit distance to the words.

    Of equally near ones the first place, and there the longest stretch, so that words
    which differ at their end are still shown whole. Myers's bit-vector algorithm
    (Journal of the ACM 46(3), 1999, section 3), on Python's integers: one pass finds
    the end, a pass over the reversed stretch finds the start.
    """
    errors, end = _nearest_end(words, text)
    reach = text[max(0, end - len(words) - errors) : end]
    _, length = _nearest_end(words[::-1], reach[::-1], whole_prefix=True)
    return Likeness(end - length, end, errors)


def distance(one: str, other: str) -> int:
    """Return the edit distance of two texts: insertions, deletions and replacements."""
    return _scan(one, other, whole_prefix=True)[2]


def same_beginning(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many characters, or words, two texts begin with alike; found by halving."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        middle = (least + most + 1) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least


def _nearest_end(words: str, text: str, *, whole_prefix: bool = False) -> tuple[int, int]:
    """Return the smallest distance, and the offset at which the first stretch with it ends."""
    return _scan(words, text, whole_prefix=whole_prefix)[:2]


def _scan(words: str, text: str, *, whole_prefix: bool) -> tuple[int, int, int]:
    """Return the smallest distance, the end of the first stretch with it, and that of the whole.

    Ends less than the length of the words apart belong to one stretch. With
    `whole_prefix` the stretch must begin where the text begins.
    """
    size = len(words)
    if not size:
        return 0, 0, len(text) if whole_prefix else 0
    full, last = (1 << size) - 1, 1 << (size - 1)
    places: dict[str, int] = {}
    for position, character in enumerate(words):
        places[character] = places.get(character, 0) | 1 << position
    plus, minus, errors = full, 0, size
    best, first_end, best_end = errors, 0, 0
    for offset, character in enumerate(text, start=1):
        equal = places.get(character, 0)
        vertical = equal | minus
        horizontal = ((((equal & plus) + plus) ^ plus) | equal) & full
        up = minus | (full & ~(horizontal | plus))
        down = plus & horizontal
        errors += bool(up & last) - bool(down & last)
        up = (up << 1 | whole_prefix) & full
        plus = ((down << 1) & full) | (full & ~(vertical | up))
        minus = up & vertical
        if errors < best:
            best, first_end, best_end = errors, offset, offset
        elif errors == best and offset < first_end + size:
            best_end = offset
    return best, best_end, errors
