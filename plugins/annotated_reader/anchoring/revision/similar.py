"""Pairing what was edited: the sentences between two that stayed, by how like they are."""

from collections import Counter
from dataclasses import dataclass

from annotated_reader.anchoring.alignment import distance
from annotated_reader.anchoring.revision.changes import Change, ChangeKind

ALIKE = 0.6
"""Likeness from which two sentences in the same place are one, edited. Sentences that have
nothing to do with each other reach 0.35, seldom 0.5."""

ALIKE_IN_PARTS = 0.75
"""Likeness from which a sentence and two others together are one, split or joined."""

SHARED_WORDS = 0.3
"""Share of words in common below which letters are not compared."""

MAX_PAIRS = 40_000
"""Pairs of sentences compared in one gap; beyond, the text there counts as another text."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The old and new sentences between two that stayed, as indexes."""

    old: tuple[int, ...]
    new: tuple[int, ...]


def pair_similar(old: list[str], new: list[str], gap: Gap) -> list[Change]:
    """Return the edited, split and joined sentences of a gap, in order; others are left out.

    The best pairing without crossings, found by dynamic programming over the gain
    of each pair above its threshold.
    """
    if len(gap.old) * len(gap.new) > MAX_PAIRS:
        return []
    gains: dict[tuple[int, int], tuple[float, Change | None, tuple[int, int]]] = {}
    rows, columns = len(gap.old), len(gap.new)
    for i in range(rows, -1, -1):
        for j in range(columns, -1, -1):
            gains[i, j] = _best_step(old, new, gap, i, j, gains)
    changes = []
    at = (0, 0)
    while at[0] < rows or at[1] < columns:
        _, change, following = gains[at]
        if change:
            changes.append(change)
        at = following
    return changes


def _best_step(
    old: list[str],
    new: list[str],
    gap: Gap,
    i: int,
    j: int,
    gains: dict[tuple[int, int], tuple[float, Change | None, tuple[int, int]]],
) -> tuple[float, Change | None, tuple[int, int]]:
    """Return the gain from here on, the change made here, and where to go on."""
    olds, news = gap.old[i:], gap.new[j:]
    if not olds or not news:
        return 0.0, None, (len(gap.old), len(gap.new))
    steps: list[tuple[float, Change | None, tuple[int, int]]] = [
        (gains[i + 1, j][0], None, (i + 1, j)),
        (gains[i, j + 1][0], None, (i, j + 1)),
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
        alike = likeness(before, after)
        if alike >= least:
            gain = alike - least + 0.01 + gains[i + take, j + give][0]
            change = Change(kind, olds[:take], news[:give])
            steps.append((gain, change, (i + take, j + give)))
    return max(steps, key=lambda step: step[0])


def _words(sentence: str) -> Counter[str]:
    return Counter(sentence.casefold().split())


def likeness(one: str, other: str) -> float:
    """Return how like two sentences are: 1 minus edit distance over length.

    Where they share too few words it is 0 without comparing letters.
    """
    mine, theirs = _words(one), _words(other)
    shared = (mine & theirs).total() / max(mine.total(), theirs.total(), 1)
    if shared < SHARED_WORDS:
        return 0.0
    return 1 - distance(one, other) / max(len(one), len(other))
