"""Placing many quotes at once: each one's shift is held against its neighbours'.

Text inserted or removed before a note shifts it by as much as the notes beside it.
A short phrase whose shift is its own stands in a copy of its sentence, or in
another sentence altogether, even where its nearest surroundings are the same; and
of several copies the one is meant that has shifted with its neighbours.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from annotated_reader.anchoring.clues import Candidate, Clue, Location
from annotated_reader.anchoring.copied import Shift, doubt_copy, neighbouring_shifts
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.locate import LONG, SAME_WORDS, locate
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.target import State
from annotated_reader.anchoring.weigh import SAME_PLACE, SURE

NEIGHBOURS = 4
"""Notes looked at on each side."""

WITNESSES = 2
"""Neighbours that must have shifted alike."""

SLACK = 2000
"""Characters by which neighbours' shifts may differ: a few sentences inserted between them."""

SHARE = 0.02
"""Share of the text that the slack must not exceed: in a short text everything is near."""

INSERTED = 600
"""Characters inserted between two neighbours, one sentence on each side of a note, or two."""


def locate_all(passages: Passages, clues: Sequence[Clue]) -> list[Location]:
    """Return where each clue leads, as `locate` does, judged together.

    What shifted by itself is doubted; of several places the one that shifted with its
    neighbours is taken. An offset still decides nothing: it takes certainty away, and
    gives it only to the very words, and only where other notes say the same. Clues
    without a position are left as they are.
    """
    found = [locate(passages, clue) for clue in clues]
    shifts = sorted(
        (clue.position, place.start - clue.position)
        for clue, place in zip(clues, found, strict=True)
        if clue.position is not None and place.state in (State.EXACT, State.MOVED, State.EDITED)
    )
    slack = min(SLACK, int(SHARE * len(passages.document.source)))
    judged = [_judge(place, clue, shifts, slack) for clue, place in zip(clues, found, strict=True)]
    beside = neighbouring_shifts(shifts, slack)
    return [
        doubt_copy(passages, clue, place, beside, slack)
        for clue, place in zip(clues, judged, strict=True)
    ]


def _judge(place: Location, clue: Clue, shifts: list[Shift], slack: int) -> Location:
    if clue.position is None:
        return place
    if place.state is State.EXACT:
        shift = place.start - clue.position
        if shift == 0 or _with_neighbours(clue.position, shift, shifts, slack):
            return place
        return _settled(place, clue.position, shifts, slack) or _doubt(place, clue)
    if place.state in (State.AMBIGUOUS, State.LOST):
        return _settled(place, clue.position, shifts, slack) or place
    return place


def _with_neighbours(position: int, shift: int, shifts: list[Shift], slack: int) -> bool:
    """Say whether the notes on both sides have shifted as far, or nearly."""
    at = bisect_left(shifts, (position, shift))
    itself = at < len(shifts) and shifts[at] == (position, shift)
    before = shifts[max(0, at - NEIGHBOURS) : at]
    after = shifts[at + itself : at + itself + NEIGHBOURS]
    if sum(abs(other - shift) <= slack for _, other in [*before, *after]) >= WITNESSES:
        return True
    # Or it stands between the two next to it, as it did: with text inserted on both sides.
    return (
        bool(before and after) and before[-1][1] <= shift <= after[0][1] <= before[-1][1] + INSERTED
    )


def _doubt(place: Location, clue: Clue) -> Location:
    several = sum(candidate.words == 1 for candidate in place.candidates) > 1
    if len(fold(clue.quote)) >= LONG and not several:
        return replace(place, state=State.MOVED, reason="the words, in another place of the text")
    reason = "the words have shifted by another distance than the notes beside them"
    return Location(State.AMBIGUOUS, reason, candidates=place.candidates)


def _settled(place: Location, position: int, shifts: list[Shift], slack: int) -> Location | None:
    """Return the one place of the very words that shifted with its neighbours, if there is one."""
    agreeing = [
        candidate
        for candidate in place.candidates
        if _is_the_words(candidate)
        and _with_neighbours(position, candidate.start - position, shifts, slack)
    ]
    if len(agreeing) != 1 or _replaced(agreeing[0], place.candidates):
        return None
    [found] = agreeing
    reason = "the words, shifted as far as the notes beside them"
    return Location(State.EXACT, reason, found.start, found.end, place.candidates)


def _replaced(found: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Say whether other words stand where the surroundings are: then these are others' words."""
    return any(
        other.words < SAME_WORDS and other.place >= SAME_PLACE > found.place for other in candidates
    )


def _is_the_words(candidate: Candidate) -> bool:
    return candidate.words == 1 and (candidate.in_place or candidate.run >= SURE)
