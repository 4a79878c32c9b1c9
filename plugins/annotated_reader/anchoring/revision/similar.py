"""Pairing what was edited: the sentences between two that stayed, by how like they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.landmarks import landmarks
from annotated_reader.anchoring.revision.likeness import likeness

ALIKE = 0.6
"""Likeness from which two sentences in the same place are one, edited. Sentences that have
nothing to do with each other reach 0.35, seldom 0.5."""

ALIKE_IN_PARTS = 0.75
"""Likeness from which a sentence and two others together are one, split or joined."""

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
    """Return the best pairing without crossings.

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
    return changes


def _best_step(
    old: list[str], new: list[str], gap: Gap, at: Place, steps: dict[Place, Step]
) -> Step:
    i, j = at
    olds, news = gap.old[i : i + 2], gap.new[j : j + 2]
    if not olds or not news:
        return 0.0, None, (len(gap.old), len(gap.new))
    found: list[Step] = [
        (steps[i + 1, j][0], None, (i + 1, j)),
        (steps[i, j + 1][0], None, (i, j + 1)),
    ]
    for kind, take, give, least in (
        (ChangeKind.EDITED, 1, 1, ALIKE),
        (ChangeKind.SPLIT, 1, 2, ALIKE_IN_PARTS),
        (ChangeKind.JOINED, 2, 1, ALIKE_IN_PARTS),
    ):
        if len(olds) < take or len(news) < give:
            continue
        before = " ".join(old[index] for index in olds[:take])
        after = " ".join(new[index] for index in news[:give])
        alike = likeness(before, after, least)
        if alike >= least:
            gain = alike - least + 0.01 + steps[i + take, j + give][0]
            change = Change(kind, olds[:take], news[:give])
            found.append((gain, change, (i + take, j + give)))
    return max(found, key=lambda step: step[0])
