"""Doubting that a sentence is still the same where something very like it stands in its old place.

Then it may have been edited there, and the words elsewhere be a copy.
"""

from collections.abc import Iterator
from itertools import pairwise

from annotated_reader.anchoring.revision.equal import EqualPairs
from annotated_reader.anchoring.revision.likeness import likeness

STOOD_IN = 0.6
"""Likeness from which a new sentence in the place of another one may be that one, edited."""

MAX_FREE = 50
"""Sentences looked at in a place that others moved away from."""


def doubtful_pairs(old: list[str], new: list[str], equal: EqualPairs, taken: set[int]) -> set[int]:
    """Return the old sentences of pairs that are in doubt; `taken` are new ones of other pairs."""
    known = taken | {j for _, j in [*equal.in_order, *equal.moved]}
    doubtful = set(_moved_away(old, new, equal, known))
    place = dict([*equal.in_order, *equal.moved])
    for i in place:
        beside = (at for at in _beside(place, i) if 0 <= at < len(new) and at not in known)
        if any(likeness(old[i], new[at], STOOD_IN) >= STOOD_IN for at in beside):
            doubtful.add(i)
    return doubtful


def _beside(place: dict[int, int], index: int) -> list[int]:
    """Return where a sentence would stand by its old neighbours, if it stands by neither."""
    places = [place[near] - step for step in (-1, 1) if (near := index + step) in place]
    return [] if place[index] in places else places


def _moved_away(
    old: list[str], new: list[str], equal: EqualPairs, known: set[int]
) -> Iterator[int]:
    edges = [(-1, -1), *equal.in_order, (len(old), len(new))]
    moved = {i for i, _ in equal.moved}
    for (i, j), (k, m) in pairwise(edges):
        free = [index for index in range(j + 1, m) if index not in known][:MAX_FREE]
        for index in range(i + 1, k):
            alike = (likeness(old[index], new[at], STOOD_IN) >= STOOD_IN for at in free)
            if index in moved and any(alike):
                yield index
