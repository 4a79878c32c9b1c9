"""Places that have the very words of a quote: how like their surroundings are to those known."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.anchoring.alignment import distance, same_beginning
from annotated_reader.anchoring.clues import Candidate
from annotated_reader.anchoring.passages import Passages, Span

SAME_PLACE = 0.8
"""Likeness of the surroundings on one side from which a place is the place."""

SURE = 24
"""Characters from which a quote that came without surroundings is found by its words alone;
and of surroundings, below which they are like each other by chance."""

MAX_COMPARED = 100
"""Places whose surroundings are compared letter by letter; "of the" stands in thousands."""

Around = tuple[str, str]
"""What is known to stand before and behind a quote, folded."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """Every place that has the words, in the order of the text, and how many were only guessed at."""

    places: tuple[Candidate, ...]
    unlooked: int


def weigh(passages: Passages, spans: Iterable[Span], around: Around) -> Weighed:
    """Return the places of the very words, with how like their surroundings are.

    Of too many the likeliest are compared, those that have most letters beside the
    words in common with what is known.
    """
    there = [_Place(span, _beside(passages.folded.text, span, around), around) for span in spans]
    possible = [place for place in there if place.may_be_alike()]
    if len(possible) > MAX_COMPARED:
        possible.sort(key=lambda place: -place.run())
    compared = {place.span for place in possible[:MAX_COMPARED]}
    places = (_candidate(passages, place, compared=place.span in compared) for place in there)
    return Weighed(tuple(places), len(possible) - len(compared))


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    there: Around
    known: Around

    def sides(self) -> list[tuple[str, str]]:
        """Return what is known and what is there, on each side that is known."""
        return [pair for pair in zip(self.known, self.there, strict=True) if pair[0]]

    def may_be_alike(self) -> bool:
        """Say whether one side can be as like as `SAME_PLACE`, without comparing letters."""
        return any(_may_be_alike(*side) for side in self.sides())

    def run(self) -> int:
        """Return the length of the words with what adjoins them and is as it is known."""
        (before, behind), (there_before, there_behind) = self.known, self.there
        beside = same_beginning(before[::-1], there_before[::-1])
        beside += same_beginning(behind, there_behind)
        return beside + self.span[1] - self.span[0]


def _beside(text: str, span: Span, around: Around) -> Around:
    before, behind = map(len, around)
    there_before = text[max(0, span[0] - before - 1) : span[0]].strip()
    there_behind = text[span[1] : span[1] + behind + 1].strip()
    return there_before[-before:] if before else "", there_behind[:behind]


def _candidate(passages: Passages, place: _Place, *, compared: bool) -> Candidate:
    sides = [likeness(*side) for side in place.sides()] if compared else []
    alike = sum(sides) / len(sides) if sides else 0.0
    # One side is enough: the other may lie in a sentence that was inserted or removed.
    in_place = max(sides, default=0.0) >= _enough(*place.known)
    return Candidate(*passages.original(place.span), 1.0, alike, in_place, place.run())


def _enough(before: str, after: str) -> float:
    """Return how like one side must be: short surroundings are like each other by chance."""
    return 0.9 if len(before) + len(after) < SURE else SAME_PLACE


def _may_be_alike(one: str, other: str) -> bool:
    """Say whether two texts may have no more differences than `SAME_PLACE` allows.

    Each difference spoils one of the pieces of the one at most; the others stand in the
    other, no further away than there are differences.
    """
    allowed = int((1 - SAME_PLACE) * max(len(one), len(other)))
    size = 3 if len(one) >= SURE else 2
    spoilt = 0
    for at in range(0, len(one) - size + 1, size):
        near = max(0, at - allowed)
        if other.find(one[at : at + size], near, at + size + allowed) < 0:
            spoilt += 1
            if spoilt > allowed:
                return False
    return True


def likeness(one: str, other: str) -> float:
    """Return how like two folded texts are: 1 minus edit distance over length."""
    longest = max(len(one), len(other))
    return 1 - distance(one, other) / longest if longest else 1.0
