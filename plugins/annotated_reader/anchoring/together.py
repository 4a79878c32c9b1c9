"""Placing many quotes at once: each one's shift is held against its neighbours'.

Text inserted or removed before a note shifts it by as much as the notes beside it.
A short phrase whose shift is its own stands in a copy of its sentence, or in
another sentence altogether, even where its nearest surroundings are the same.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.locate import LONG, Clue, Location, locate
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.target import State

NEIGHBOURS = 4
"""Notes looked at on each side."""

WITNESSES = 2
"""Neighbours that must have shifted alike."""

SLACK = 2000
"""Characters by which neighbours' shifts may differ: a few sentences inserted between them."""

SHARE = 0.02
"""Share of the text that the slack must not exceed: in a short text everything is near."""


def locate_all(passages: Passages, clues: Sequence[Clue]) -> list[Location]:
    """Return where each clue leads, as `locate` does, and doubt what shifted by itself.

    An offset still decides nothing: it can only take certainty away. Clues without
    a position are left as they are.
    """
    found = [locate(passages, clue) for clue in clues]
    shifts = sorted(
        (clue.position, place.start - clue.position)
        for clue, place in zip(clues, found, strict=True)
        if clue.position is not None and place.state in (State.EXACT, State.MOVED, State.EDITED)
    )
    slack = min(SLACK, int(SHARE * len(passages.document.source)))
    return [
        _doubt(place, clue) if _alone(clue, place, shifts, slack) else place
        for clue, place in zip(clues, found, strict=True)
    ]


def _alone(clue: Clue, place: Location, shifts: list[tuple[int, int]], slack: int) -> bool:
    if place.state is not State.EXACT or clue.position is None:
        return False
    shift = place.start - clue.position
    if shift == 0:
        return False
    at = bisect_left(shifts, (clue.position, shift))
    near = [*shifts[max(0, at - NEIGHBOURS) : at], *shifts[at + 1 : at + 1 + NEIGHBOURS]]
    return sum(abs(other - shift) <= slack for _, other in near) < WITNESSES


def _doubt(place: Location, clue: Clue) -> Location:
    several = sum(candidate.words == 1 for candidate in place.candidates) > 1
    if len(fold(clue.quote)) >= LONG and not several:
        return replace(place, state=State.MOVED, reason="the words, in another place of the text")
    reason = "the words have shifted by another distance than the notes beside them"
    return Location(State.AMBIGUOUS, reason, candidates=place.candidates)
