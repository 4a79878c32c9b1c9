"""Doubting that sentences are still the same where something very like them stands in their old place.

Then they may have been edited there, and the words elsewhere be a copy. Judged are runs:
sentences that follow each other in both lists. The copy of a passage is as long as the
passage, and may well be longer than all that stayed around it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_reader.anchoring.revision.changes import Change
from annotated_reader.anchoring.revision.equal import EqualPairs
from annotated_reader.anchoring.revision.likeness import contained, likeness, word_pairs
from annotated_reader.anchoring.rising import Pair

STOOD_IN = 0.6
"""Likeness from which a new sentence in the place of another one may be that one, edited."""

MADE_OF_IT = 0.5
"""Share of the pairs of words of a new sentence that stand in the run: then it was made of it,
wherever its ends are now."""

ENOUGH = 8
"""Pairs of words that such a sentence has at least: of fewer, half are the same by chance."""

IN_IT = 0.3
"""Share of those of an old sentence that such a new one has."""

MAX_FREE = 20
"""Sentences looked at in a place, and at each end of a run that may have stood there."""

SHARE_IN_DOUBT = 0.1
"""Share of the sentences looked at from which the whole run is in doubt: of the others the
original may have been rewritten altogether."""

SHARE_BETWEEN = 0.5
"""The same for a run between the sentences that it stood between, but next to neither of them."""

SHARE_OF_PASSAGE = 1 / 3
"""Share of a passage that came, and is like the one beside it, that must be known again."""

LEAD = 0.15
"""How much more like one sentence than any other there what came beside it must be to be its
copy: the items of a list are all alike."""


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
    behind: tuple[int, ...]
    """The unpaired new sentences next to the one before: there the run would begin."""
    ahead: tuple[int, ...]
    """Those next to the one behind: there it would end."""


def doubtful_pairs(
    old: list[str],
    new: list[str],
    equal: EqualPairs,
    edited: Sequence[Change],
    replaced: set[int],
) -> set[int]:
    """Return the old sentences of equal pairs that are in doubt, where others were edited.

    `replaced` are those that moved while something like them stands where they stood.
    """
    pairs = sorted([*equal.in_order, *equal.moved])
    others = [(i, j) for change in edited for i in change.old for j in change.new]
    doubtful: set[int] = set()
    for run in _runs(pairs, dict([*pairs, *others]), len(new)):
        whole = range(run.start, run.end)
        lost = replaced.intersection(whole)
        doubtful.update(whole if len(lost) >= SHARE_IN_DOUBT * len(whole) and lost else lost)
        if run.behind or run.ahead:
            stayed = _stayed(run, len(new))
            doubtful |= _doubled(old, new, run) if stayed else _stood_in(old, new, run)
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
        last, following = bisect_left(olds, start) - 1, bisect_left(olds, i + 1)
        lower = place[olds[last]] if last >= 0 else -1
        upper = place[olds[following]] if following < len(olds) else news
        others = bisect_left(taken, upper) - bisect_left(taken, lower + 1) - (i + 1 - start)
        between = lower < at and j < upper and not others
        behind = tuple(_unknown(lower + 1, 1, known, news))
        ahead = tuple(_unknown(upper - 1, -1, known, news))[::-1]
        yield _Run(start, i + 1, at, lower, upper, between, behind, ahead)


def _unknown(at: int, step: int, known: set[int], news: int) -> Iterator[int]:
    """Yield the unpaired new sentences from a place on, as far as they follow each other."""
    for _ in range(MAX_FREE):
        if at in known or not 0 <= at < news:
            return
        yield at
        at += step


def _stayed(run: _Run, news: int) -> bool:
    """Say whether a run stands between the two that it stood between, and still next to one of them.

    The beginning of the text is as good as a sentence; at its end copies are put.
    """
    follows, precedes = run.lower + 1 == run.at, run.at + run.end - run.start == run.upper < news
    return run.between and (follows or precedes)


def _stood_in(old: list[str], new: list[str], run: _Run) -> set[int]:
    """Return the sentences of a run that are in doubt: none, some of them, or all."""
    whole = range(run.start, run.end)
    looked_at: set[int] = set()
    found: set[int] = set()
    for free, edge in (
        (run.behind, whole[: min(2 * len(run.behind), MAX_FREE)]),
        (run.ahead, whole[::-1][: min(2 * len(run.ahead), MAX_FREE)][::-1]),
    ):
        looked_at.update(edge)
        together = " ".join(old[i] for i in edge), " ".join(new[j] for j in free)
        made = [new[j] for j in free if _made_of(new[j], together[0])]
        found.update(i for i in edge if any(_alike(old[i], new[j]) for j in free))
        found.update(i for i in edge if any(contained(old[i], words) >= IN_IT for words in made))
        if edge == whole and _alike(*together):
            return set(whole)
    if run.between:
        return set(whole) if len(found) > SHARE_BETWEEN * len(looked_at) else set()
    return set(whole) if found and len(found) >= SHARE_IN_DOUBT * len(looked_at) else found


def _made_of(words: str, run: str) -> bool:
    return len(word_pairs(words)) >= ENOUGH and contained(words, run) >= MADE_OF_IT


def _doubled(old: list[str], new: list[str], run: _Run) -> set[int]:
    """Return the sentences at the ends of a run that stand beside a like passage that came.

    Either may be the copy. One sentence like another is no passage.
    """
    whole, end = range(run.start, run.end), run.at + run.end - run.start
    before = _copied(old, new, range(run.at - 1, run.lower, -1), whole[:MAX_FREE])
    behind = _copied(old, new, range(end, run.upper), whole[: -MAX_FREE - 1 : -1])
    return before | behind


def _copied(old: list[str], new: list[str], came: range, edge: range) -> set[int]:
    """Return the end of a run that may be copied from what came there; both read away from there.

    What came first is like what ends the passage there: those that are not known again count.
    """
    came = came[:MAX_FREE]
    found = {
        n: i for n, j in enumerate(came) if (i := _like_no_other(old, new[j], edge)) is not None
    }
    if len(set(found.values())) < max(2, SHARE_OF_PASSAGE * len(came)):
        return set()
    furthest = max(edge.index(i) for i in found.values())
    return set(edge[: furthest + 1 + min(found)])


def _like_no_other(old: list[str], words: str, among: range) -> int | None:
    """Return the sentence that some words are like, and like no other."""
    alike = sorted(((likeness(old[i], words, STOOD_IN - LEAD), i) for i in among), reverse=True)
    second = alike[1][0] if len(alike) > 1 else 0.0
    return alike[0][1] if alike[0][0] >= max(STOOD_IN, second + LEAD) else None


def _alike(one: str, other: str) -> bool:
    return likeness(one, other, STOOD_IN) >= STOOD_IN
