"""Pairing the sentences that are the same in the old and the new list.

First those in the same order (patience diff: words that stand once in both lists
hold the rest in place), then those that moved. Of equal sentences that repeat a
pair is left out where nobody can tell which is which.
"""

import itertools
from collections import defaultdict
from dataclasses import dataclass, field

from annotated_reader.anchoring.revision.copies import sure_pairs
from annotated_reader.anchoring.rising import Pair, longest_rising


@dataclass(slots=True)
class EqualPairs:
    """Indexes into the old and new lists: the pairs, and the old ones that could be several."""

    in_order: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)
    ambiguous: set[int] = field(default_factory=set)
    copies: set[int] = field(default_factory=set)
    """New sentences that may be mere copies of ambiguous ones."""

    def without(self, doubtful: set[int]) -> "EqualPairs":
        """Return the pairs without some that are in doubt: others stood in order but for them."""
        pairs = sorted([*self.in_order, *self.moved])
        sure = [pair for pair in pairs if pair[0] not in doubtful]
        in_order = longest_rising(sure)
        copies = {j for i, j in pairs if i in doubtful}
        moved = sorted(set(sure).difference(in_order))
        return EqualPairs(in_order, moved, self.ambiguous | doubtful, self.copies | copies)


def pair_equal(old: list[str], new: list[str]) -> EqualPairs:
    """Return which old sentences are which new ones, word for word."""
    pairs = EqualPairs()
    _align(old, new, (0, len(old)), (0, len(new)), pairs)
    pairs.in_order.sort()
    _pair_moved(old, new, pairs)
    sure, pairs.ambiguous = sure_pairs(old, new, pairs.in_order, pairs.moved)
    pairs.in_order = [pair for pair in pairs.in_order if pair in sure]
    pairs.moved = [pair for pair in pairs.moved if pair in sure]
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
        found = longest_rising(sorted(same))
        if not found:
            found = longest_rising(sorted(_repeated(old_at, new_at)))
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


def _pair_moved(old: list[str], new: list[str], pairs: EqualPairs) -> None:
    """Pair what is left: words that stand once in both lists, and their neighbours with them.

    A copy of words that repeat has moved only together with a sentence that does not:
    one "Yes." that went and another that came are not the same.
    """
    olds = set(range(len(old))) - {i for i, _ in pairs.in_order}
    news = set(range(len(new))) - {j for _, j in pairs.in_order}
    old_at, new_at = _places(old, 0, len(old)), _places(new, 0, len(new))
    alone = [
        (i, new_at[old[i]][0])
        for i in sorted(olds)
        if len(old_at[old[i]]) == len(new_at.get(old[i], ())) == 1
    ]
    for pair in alone:
        _extend(old, new, pair, olds, news, pairs.moved)


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
