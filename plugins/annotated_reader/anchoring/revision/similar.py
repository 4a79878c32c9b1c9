"""Pairing what was edited: the sentences between two that stayed, by how like they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.landmarks import landmarks
from annotated_reader.anchoring.revision.likeness import contained, likeness

ALIKE = 0.6
"""Likeness from which two sentences in the same place are one, edited. Sentences that have
nothing to do with each other reach 0.35, seldom 0.5."""

ALIKE_IN_PARTS = 0.75
"""Likeness from which a sentence and some others together are one, split or joined."""

PART_OF_IT = 1 / 3
"""Share of the pairs of words of each part that the sentence split or joined must have. A short
part changes the likeness of the whole so little that anything would pass."""

MAX_PARTS = 5
"""Sentences that one is split into, or that are joined, at most."""

LEAD = 0.15
"""How much more like each other two sentences must be than one of them and a third."""

MAX_PAIRS = 10_000
"""Pairs of sentences compared in one gap; a larger one is first cut at its landmarks. What is
larger even then counts as another text."""

Place = tuple[int, int]
Step = tuple[float, Change | None, Place]
"""The gain from a place of a gap on, the change made there, and where to go on."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The old and new sentences between two that stayed, as indexes."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def pair_similar(old: list[str], new: list[str], gap: Gap) -> list[Change]:
    """Return the edited, split and joined sentences of a gap, in order; others are left out."""
    if len(gap.old) * len(gap.new) <= MAX_PAIRS:
        return _best_pairing(old, new, gap)
    marks = landmarks([old[i] for i in gap.old], [new[j] for j in gap.new])
    changes = [Change(ChangeKind.EDITED, (gap.old[i],), (gap.new[j],)) for i, j in marks]
    for small in _between(gap, marks):
        if 0 < len(small.old) * len(small.new) <= MAX_PAIRS:
            changes += _best_pairing(old, new, small)
    return sorted(changes, key=lambda change: change.old)


def _between(gap: Gap, marks: list[Place]) -> Iterator[Gap]:
    edges = [(-1, -1), *marks, (len(gap.old), len(gap.new))]
    for (i, j), (k, m) in pairwise(edges):
        yield Gap(gap.old[i + 1 : k], gap.new[j + 1 : m])


def _best_pairing(old: list[str], new: list[str], gap: Gap) -> list[Change]:
    """Return the best pairing without crossings; what is contested is ambiguous.

    Found by dynamic programming over the gain of each pair above its threshold.
    """
    steps: dict[Place, Step] = {}
    rows, columns = len(gap.old), len(gap.new)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            steps[i, j] = _best_step(old, new, gap, (i, j), steps)
    changes = []
    at = (0, 0)
    while at[0] < rows or at[1] < columns:
        _, change, at = steps[at]
        if change:
            changes.append(change)
    return _uncontested(old, new, gap, changes)


def _best_step(
    old: list[str], new: list[str], gap: Gap, at: Place, steps: dict[Place, Step]
) -> Step:
    i, j = at
    olds, news = gap.old[i : i + MAX_PARTS], gap.new[j : j + MAX_PARTS]
    if not olds or not news:
        return 0.0, None, (len(gap.old), len(gap.new))
    found: list[Step] = [
        (steps[i + 1, j][0], None, (i + 1, j)),
        (steps[i, j + 1][0], None, (i, j + 1)),
    ]
    for kind, take, give, least in _WAYS:
        if len(olds) < take or len(news) < give:
            continue
        alike = _likeness_of([old[k] for k in olds[:take]], [new[m] for m in news[:give]], least)
        if alike >= least:
            gain = alike - ALIKE + 0.01 + steps[i + take, j + give][0]
            change = Change(kind, olds[:take], news[:give])
            found.append((gain, change, (i + take, j + give)))
    return max(found, key=lambda step: step[0])


_PARTS = range(2, MAX_PARTS + 1)
_WAYS = (
    (ChangeKind.EDITED, 1, 1, ALIKE),
    *((ChangeKind.SPLIT, 1, parts, ALIKE_IN_PARTS) for parts in _PARTS),
    *((ChangeKind.JOINED, parts, 1, ALIKE_IN_PARTS) for parts in _PARTS),
)


def _likeness_of(before: list[str], after: list[str], least: float) -> float:
    """Return how like the sentences of both sides are, each side as one.

    It is 0 when less than `least`, or when one of several is not in what they are like together.
    """
    sizes = sorted((sum(map(len, before)) + len(before), sum(map(len, after)) + len(after)))
    if sizes[0] < least * sizes[1] - MAX_PARTS:
        return 0.0
    one, other = " ".join(before), " ".join(after)
    alike = likeness(one, other, least)
    parts = [(part, other) for part in before] if len(before) > 1 else []
    parts += [(part, one) for part in after] if len(after) > 1 else []
    if alike >= least and any(contained(part, whole) < PART_OF_IT for part, whole in parts):
        return 0.0
    return alike


def _uncontested(old: list[str], new: list[str], gap: Gap, changes: list[Change]) -> list[Change]:
    """Return the changes, ambiguous where a sentence that is left is nearly as like one of a pair."""
    left_old = set(gap.old).difference(*(change.old for change in changes))
    left_new = set(gap.new).difference(*(change.new for change in changes))
    found: list[Change] = []
    doubtful: set[int] = set()
    for change in changes:
        (i, *more), (j, *others) = change.old, change.new
        if more or others or not (left_old or left_new):
            found.append(change)
            continue
        least = max(ALIKE, likeness(old[i], new[j]) - LEAD)
        rivals = {k for k in left_old if likeness(old[k], new[j], least) > least}
        if rivals or any(likeness(old[i], new[m], least) > least for m in left_new):
            doubtful |= {i, *rivals}
        else:
            found.append(change)
    return [*found, *(Change(ChangeKind.AMBIGUOUS, (i,), ()) for i in sorted(doubtful))]
