"""Doubting very words where others like them stand where the notes around have shifted to.

Then the passage may have been copied, and edited in its old place: the copy has the very
words, and everything that stood around them.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from annotated_reader.anchoring.alignment import most_like
from annotated_reader.anchoring.clues import Candidate, Clue, Location
from annotated_reader.anchoring.folding import Folded, fold
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.rising import longest_rising
from annotated_reader.anchoring.target import State

ALIKE = 0.6
"""Likeness from which words, with what stands around them, may be those sought, edited."""

AROUND = 32
"""Characters on both sides of the words that are compared with them."""

MAX_COMPARED = 300
"""Characters of the words that are compared."""

Shift = tuple[int, int]
"""Offset of a note in the text as it was, and how far it has shifted since."""

Shifts = Mapping[Shift, tuple[int, ...]]
"""For a note that has a place: how far those have shifted that it did not shift with."""


def neighbouring_shifts(shifts: Sequence[Shift], slack: int) -> Shifts:
    """Return what may be expected of notes that have shifted by more than others; they come sorted.

    Most notes stand in the order in which they stood. Those that do not might be expected
    between the two that they stood between; those that do, as far as the ones before a
    jump. The beginning of the text has not shifted.
    """
    starts = [(index, position + shift) for index, (position, shift) in enumerate(shifts)]
    in_order = [shifts[index] for index, _ in longest_rising(starts)]
    edges = [(0, 0), *in_order]
    expected: dict[Shift, tuple[int, ...]] = {}
    last = now = 0
    for shift in in_order:
        last, now = (last, shift[1]) if abs(shift[1] - now) <= slack else (now, shift[1])
        expected[shift] = (last,)
    for shift in set(shifts).difference(in_order):
        at = bisect_left(edges, shift)
        expected[shift] = tuple(beside for _, beside in edges[at - 1 : at + 1])
    return {
        shift: tuple(one for one in of if abs(one - shift[1]) > slack)
        for shift, of in expected.items()
    }


def doubt_copy(
    passages: Passages, clue: Clue, place: Location, beside: Shifts, slack: int
) -> Location:
    """Return a place again, ambiguous where something like the words stands where it should."""
    if clue.position is None or place.state not in (State.EXACT, State.MOVED):
        return place
    shifts = beside.get((clue.position, place.start - clue.position), ())
    expected = [clue.position + shift for shift in shifts]
    if not expected or (other := _like(passages, clue, place, expected, slack)) is None:
        return place
    reason = "the words stand here, and others like them where the notes around them are"
    return Location(State.AMBIGUOUS, reason, candidates=(other, *place.candidates))


def _like(
    passages: Passages, clue: Clue, place: Location, expected: Sequence[int], slack: int
) -> Candidate | None:
    """Return the words like those sought near one of the expected places, if there are any."""
    quote = fold(clue.quote)[:MAX_COMPARED]
    before, behind = fold(clue.prefix)[-AROUND:], fold(clue.suffix)[:AROUND]
    sought = " ".join(part for part in (before, quote, behind) if part)
    source, reach = passages.document.source, len(sought)
    for sentence in passages.votes.candidates(sought):
        start, end = max(0, sentence.start - reach), sentence.end + reach
        near = any(start - slack <= at <= end + slack for at in expected)
        if not near or (start < place.end and place.start < end):
            continue
        folded = Folded(source[start:end])
        found = most_like(sought, folded.text)
        alike = 1 - found.errors / len(sought)
        if alike >= ALIKE and found.start < found.end:
            span = start + folded.start(found.start), start + folded.end(found.end)
            return Candidate(*span, alike, alike, in_place=True)
    return None
