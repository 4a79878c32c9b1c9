"""Doubting that sentences are still the same where something very like them stands in their old place.

Then they may have been edited there, and the words elsewhere be a copy. Judged are runs:
sentences that follow each other in both lists. The copy of a passage is as long as the
passage, and may well be longer than all that stayed around it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_reader.anchoring.revision.likeness import likeness
from annotated_reader.anchoring.revision.rising import Pair

STOOD_IN = 0.6
"""Likeness from which a new sentence in the place of another one may be that one, edited."""

MAX_FREE = 20
"""Sentences looked at in a place, and at each end of a run that may have stood there."""

SHARE_IN_DOUBT = 0.1
"""Share of the sentences looked at from which the whole run is in doubt: of the others the
original may have been rewritten altogether."""

SHARE_BETWEEN = 0.5
"""The same for a run between the sentences that it stood between, but next to neither of them;
then only those are in doubt that something is like."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Sentences from `start` to `end` of the old list, which are as many from `at` in the new one."""

    start: int
    end: int
    at: int
    lower: int
    """Where the sentence before them in the old list is, of those that are somewhere; or -1."""
    upper: int
    """Where the next one behind them is, or the length of the new list."""
    between: bool
    """Whether the run stands between the two, and no other old sentence does."""
    free: tuple[int, ...]
    """The unpaired new sentences behind the one and before the other."""


def doubtful_pairs(
    old: list[str], new: list[str], equal: Sequence[Pair], others: Sequence[Pair]
) -> set[int]:
    """Return the old sentences of equal pairs that are in doubt; `others` are all other pairs."""
    doubtful: set[int] = set()
    for run in _runs(sorted(equal), dict([*equal, *others]), len(new)):
        if run.free and not _stayed(run, len(new)):
            doubtful |= _stood_in(old, new, run)
    return doubtful


def _runs(equal: Sequence[Pair], place: Mapping[int, int], news: int) -> Iterator[_Run]:
    olds, taken = sorted(place), sorted(place.values())
    known = set(taken)
    first = 0
    for number, (i, j) in enumerate(equal, start=1):
        if number < len(equal) and equal[number] == (i + 1, j + 1):
            continue
        start, at = equal[first]
        first = number
        before, behind = bisect_left(olds, start) - 1, bisect_left(olds, i + 1)
        lower = place[olds[before]] if before >= 0 else -1
        upper = place[olds[behind]] if behind < len(olds) else news
        others = bisect_left(taken, upper) - bisect_left(taken, lower + 1) - (i + 1 - start)
        between = lower < at and j < upper and not others
        free = {*_unknown(lower + 1, 1, known, news), *_unknown(upper - 1, -1, known, news)}
        yield _Run(start, i + 1, at, lower, upper, between, tuple(sorted(free)))


def _unknown(at: int, step: int, known: set[int], news: int) -> Iterator[int]:
    """Yield the unpaired new sentences from a place on, as far as they follow each other."""
    for _ in range(MAX_FREE):
        if at in known or not 0 <= at < news:
            return
        yield at
        at += step


def _stayed(run: _Run, news: int) -> bool:
    """Say whether a run stands between the two that it stood between, and still next to one of them.

    The ends of the text are no neighbours: copies are put there, too.
    """
    follows, precedes = run.lower + 1 == run.at, run.at + run.end - run.start == run.upper
    return run.between and ((run.lower >= 0 and follows) or (run.upper < news and precedes))


def _stood_in(old: list[str], new: list[str], run: _Run) -> set[int]:
    """Return the sentences of a run that are in doubt: none, some of them, or all."""
    whole = range(run.start, run.end)
    width = min(2 * len(run.free), MAX_FREE)
    looked_at = sorted({*whole[:width], *whole[-width:]})
    found = {i for i in looked_at if any(_alike(old[i], new[j]) for j in run.free)}
    if run.between:
        return found if len(found) >= SHARE_BETWEEN * len(looked_at) else set()
    if len(found) >= SHARE_IN_DOUBT * len(looked_at) and found:
        return set(whole)
    together = " ".join(old[i] for i in looked_at), " ".join(new[j] for j in run.free)
    return set(whole) if not found and _alike(*together) else found


def _alike(one: str, other: str) -> bool:
    return likeness(one, other, STOOD_IN) >= STOOD_IN
