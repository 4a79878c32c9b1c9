"""Runs: sentences that follow each other in both lists, and what stands where they stood.

The copy of a passage is as long as the passage, and may well be longer than all that stayed
around it: so runs are judged, and not sentences.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_reader.anchoring.rising import Pair

MAX_FREE = 20
"""Sentences looked at in a place, and at each end of a run that may have stood there."""


@dataclass(frozen=True, slots=True)
class Run:
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
    behind: tuple[int, ...]
    """The unpaired new sentences next to the one before: there the run would begin."""
    ahead: tuple[int, ...]
    """Those next to the one behind: there it would end."""

    @property
    def whole(self) -> range:
        """The old sentences of the run."""
        return range(self.start, self.end)


def runs(equal: Sequence[Pair], place: Mapping[int, int], news: int) -> Iterator[Run]:
    """Yield the runs of equal pairs, which come in the order of the old sentences.

    `place` tells where each old sentence is that is somewhere, `news` how many new ones there are.
    """
    olds, taken = sorted(place), sorted(place.values())
    known = set(taken)
    first = 0
    for number, (i, j) in enumerate(equal, start=1):
        if number < len(equal) and equal[number] == (i + 1, j + 1):
            continue
        start, at = equal[first]
        first = number
        last, following = bisect_left(olds, start) - 1, bisect_left(olds, i + 1)
        lower = place[olds[last]] if last >= 0 else -1
        upper = place[olds[following]] if following < len(olds) else news
        others = bisect_left(taken, upper) - bisect_left(taken, lower + 1) - (i + 1 - start)
        between = lower < at and j < upper and not others
        behind = tuple(_unknown(lower + 1, 1, known, news))
        ahead = tuple(_unknown(upper - 1, -1, known, news))[::-1]
        yield Run(start, i + 1, at, lower, upper, between, behind, ahead)


def _unknown(at: int, step: int, known: set[int], news: int) -> Iterator[int]:
    """Yield the unpaired new sentences from a place on, as far as they follow each other."""
    for _ in range(MAX_FREE):
        if at in known or not 0 <= at < news:
            return
        yield at
        at += step
