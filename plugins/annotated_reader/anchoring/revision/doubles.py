"""Doubting a run that stayed where it was while a passage like its end came beside it.

Either may be the copy of the other. One sentence like another is no passage.
"""

from annotated_reader.anchoring.revision.likeness import likeness
from annotated_reader.anchoring.revision.runs import MAX_FREE, Run
from annotated_reader.anchoring.revision.similar import ALIKE, LEAD

SHARE_OF_PASSAGE = 1 / 3
"""Share of a passage that came, and is like the one beside it, that must be known again."""


def doubled(old: list[str], new: list[str], run: Run) -> set[int]:
    """Return the sentences at the ends of a run that stand beside a like passage that came."""
    whole, end = run.whole, run.at + len(run.whole)
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
    """Return the sentence that some words are like, if they are like no other one there."""
    alike = sorted(((likeness(old[i], words, ALIKE - LEAD), i) for i in among), reverse=True)
    second = alike[1][0] if len(alike) > 1 else 0.0
    return alike[0][1] if alike[0][0] >= max(ALIKE, second + LEAD) else None
