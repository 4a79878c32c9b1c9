"""Pairing the sentences that are the same in the old and the new list.

First those in the same order (patience diff: words that stand once in both lists
hold the rest in place), then those that moved. Where equal sentences repeat and
their number has changed, no pair is made: nobody can tell which one went.
"""

import itertools
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(slots=True)
class EqualPairs:
    """Indexes into the old and new lists: the pairs, and the old ones that could be several."""

    in_order: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)
    ambiguous: set[int] = field(default_factory=set)


def pair_equal(old: list[str], new: list[str]) -> EqualPairs:
    """Return which old sentences are which new ones, word for word."""
    pairs = EqualPairs()
    _align(old, new, (0, len(old)), (0, len(new)), pairs)
    pairs.in_order.sort()
    _pair_moved(old, new, pairs)
    _doubt_copies(old, pairs)
    return pairs


def _align(old: list[str], new: list[str], of_old: Pair, of_new: Pair, pairs: EqualPairs) -> None:
    """Pair what is in order in two ranges; ranges still to do are kept on a list, not a stack."""
    ranges = [(of_old, of_new)]
    while ranges:
        (old_from, old_to), (new_from, new_to) = ranges.pop()
        old_at, new_at = (
            _places(old, old_from, old_to),
            _places(new, new_from, new_to),
        )
        same = [
            (i, j)
            for words, olds in old_at.items()
            if len(olds) == len(new_at.get(words, ()))
            for i, j in zip(olds, new_at[words], strict=True)
            if len(olds) == 1
        ]
        found = _longest_rising(sorted(same))
        if not found:
            found = _longest_rising(sorted(_repeated(old_at, new_at)))
            pairs.in_order += found
            continue
        pairs.in_order += found
        edges = [(old_from - 1, new_from - 1), *found, (old_to, new_to)]
        for (i, j), (k, m) in itertools.pairwise(edges):
            if i + 1 < k and j + 1 < m:
                ranges.append(((i + 1, k), (j + 1, m)))


def _places(sentences: list[str], start: int, end: int) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in range(start, end):
        places[sentences[index]].append(index)
    return places


def _repeated(old_at: dict[str, list[int]], new_at: dict[str, list[int]]) -> list[Pair]:
    """Return the pairs of repeated sentences whose number is the same on both sides."""
    return [
        pair
        for words, olds in old_at.items()
        if len(olds) == len(new_at.get(words, ()))
        for pair in zip(olds, new_at[words], strict=True)
    ]


def _longest_rising(pairs: list[Pair]) -> list[Pair]:
    """Return the longest run of pairs that rises on both sides; pairs come sorted by the first.

    Patience sorting, as in Hunt and Szymanski (CACM 20(5), 1977).
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, new) in enumerate(pairs):
        place = bisect_left(tails, new)
        tails[place : place + 1] = [new]
        ends[place : place + 1] = [index]
        before.append(ends[place - 1] if place else -1)
    rising = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]


def _pair_moved(old: list[str], new: list[str], pairs: EqualPairs) -> None:
    """Pair what is left: neighbours of a pair first, then words left once on both sides."""
    olds = set(range(len(old))) - {i for i, _ in pairs.in_order}
    news = set(range(len(new))) - {j for _, j in pairs.in_order}
    old_at, new_at = _left(old, olds), _left(new, news)
    alone = [
        (places[0], new_at[words][0])
        for words, places in old_at.items()
        if len(places) == len(new_at.get(words, ())) == 1
    ]
    for pair in alone:
        _extend(old, new, pair, olds, news, pairs.moved)
    for words, places in _left(old, olds).items():
        copies = [j for j in new_at.get(words, ()) if j in news]
        # Equal words that were paired in order count too: one of these may be the one that went.
        if copies or _has_equal_neighbour(old, places, olds):
            pairs.ambiguous.update(places)


def _left(sentences: list[str], indexes: set[int]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for index in sorted(indexes):
        places[sentences[index]].append(index)
    return places


def _extend(
    old: list[str], new: list[str], pair: Pair, olds: set[int], news: set[int], found: list[Pair]
) -> None:
    """Take a pair, and its neighbours on both sides as long as they are equal and free."""
    for step in (1, -1):
        i, j = pair if step == 1 else (pair[0] - 1, pair[1] - 1)
        while i in olds and j in news and old[i] == new[j]:
            olds.discard(i)
            news.discard(j)
            found.append((i, j))
            i, j = i + step, j + step


def _doubt_copies(old: list[str], pairs: EqualPairs) -> None:
    """Make pairs of repeated sentences ambiguous when copies of them came, went or moved.

    Between the same two neighbours a copy is still sure to be the one it was.
    """
    restless = {old[i] for i in pairs.ambiguous} | {old[i] for i, _ in pairs.moved}
    known = set(pairs.in_order)
    doubtful = {
        (i, j)
        for i, j in pairs.in_order
        if old[i] in restless and not ((i - 1, j - 1) in known and (i + 1, j + 1) in known)
    }
    pairs.in_order = [pair for pair in pairs.in_order if pair not in doubtful]
    pairs.ambiguous |= {i for i, _ in doubtful}


def _has_equal_neighbour(old: list[str], places: list[int], olds: set[int]) -> bool:
    """Say whether a sentence that went stood next to an equal one that is still there."""
    return any(
        0 <= near < len(old) and near not in olds and old[near] == old[place]
        for place in places
        for near in (place - 1, place + 1)
    )
