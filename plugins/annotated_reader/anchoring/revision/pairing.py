"""What became of every sentence: equal ones first, then edited ones, and doubts about both."""

from collections.abc import Iterator
from itertools import pairwise

from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.equal import EqualPairs, pair_equal
from annotated_reader.anchoring.revision.similar import Gap, pair_similar
from annotated_reader.anchoring.revision.stand_ins import doubtful_pairs
from annotated_reader.anchoring.rising import Pair

ROUNDS = 5
"""Times that pairs are judged again without those in doubt, which may have hidden others."""


def pair_sentences(old: list[str], new: list[str]) -> tuple[Change, ...]:
    """Return what became of every sentence: each old and each new one is in exactly one change.

    They come in the order of the old sentences, then of the inserted ones.
    """
    equal = pair_equal(old, new)
    edited = _edited(old, new, equal)
    for _ in range(ROUNDS):
        doubtful = doubtful_pairs(old, new, equal, edited, _replaced(old, new, equal, edited))
        if not doubtful:
            break
        equal = equal.without(doubtful)
        edited = _edited(old, new, equal)
    changes = list(edited)
    for kind, pairs in ((ChangeKind.UNCHANGED, equal.in_order), (ChangeKind.MOVED, equal.moved)):
        changes += [Change(kind, (i,), (j,)) for i, j in pairs]
    changes += [Change(ChangeKind.AMBIGUOUS, (i,), ()) for i in sorted(equal.ambiguous)]
    went = set(range(len(old))).difference(*(change.old for change in changes))
    changes += [Change(ChangeKind.DELETED, (i,), ()) for i in went]
    came = set(range(len(new))).difference(*(change.new for change in changes))
    inserted = [Change(ChangeKind.INSERTED, (), (j,)) for j in sorted(came)]
    return (*sorted(changes, key=lambda change: change.old), *inserted)


def _edited(old: list[str], new: list[str], equal: EqualPairs) -> list[Change]:
    moved = dict(equal.moved)
    gaps = _gaps(old, new, equal, equal.ambiguous.union(moved), equal.copies.union(moved.values()))
    return [change for gap in gaps for change in pair_similar(old, new, gap)]


def _replaced(old: list[str], new: list[str], equal: EqualPairs, edited: list[Change]) -> set[int]:
    """Return the sentences that moved while something like them stands where they stood."""
    moved = dict(equal.moved)
    taken = equal.copies.union(moved.values(), *(change.new for change in edited))
    gaps = _gaps(old, new, equal, equal.ambiguous, taken)
    left = (gap for gap in gaps if not moved.keys().isdisjoint(gap.old))
    alike = {i for gap in left for change in pair_similar(old, new, gap) for i in change.old}
    return alike & moved.keys()


def _gaps(
    old: list[str], new: list[str], equal: EqualPairs, taken_old: set[int], taken_new: set[int]
) -> Iterator[Gap]:
    """Yield what is left of both lists between the sentences that stayed in order."""
    edges: list[Pair] = [(-1, -1), *equal.in_order, (len(old), len(new))]
    for (i, j), (k, m) in pairwise(edges):
        olds = tuple(index for index in range(i + 1, k) if index not in taken_old)
        news = tuple(index for index in range(j + 1, m) if index not in taken_new)
        if olds and news:
            yield Gap(olds, news)
