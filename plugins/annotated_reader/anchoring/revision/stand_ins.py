"""Doubting that sentences are still the same where something very like them stands in their old place.

Then they may have been edited there, and the words elsewhere be a copy.
"""

from collections.abc import Iterator, Sequence

from annotated_reader.anchoring.revision.changes import Change
from annotated_reader.anchoring.revision.doubles import doubled
from annotated_reader.anchoring.revision.equal import EqualPairs
from annotated_reader.anchoring.revision.likeness import contained, likeness, word_pairs
from annotated_reader.anchoring.revision.runs import MAX_FREE, Run, runs
from annotated_reader.anchoring.revision.similar import ALIKE, MAX_PARTS

MADE_OF_IT = 0.5
"""Share of the pairs of words of a new sentence that stand in the run: then it was made of it,
wherever its ends are now."""

ENOUGH = 8
"""Pairs of words that such a sentence has at least: of fewer, half are the same by chance."""

IN_IT = 0.3
"""Share of those of an old sentence that such a new one has."""

SHARE_IN_DOUBT = 0.1
"""Share of the sentences looked at from which the whole run is in doubt: of the others the
original may have been rewritten altogether."""

SHARE_BETWEEN = 0.5
"""The same for a run between the sentences that it stood between, but next to neither of them."""


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
    for run in runs(pairs, dict([*pairs, *others]), len(new)):
        lost = replaced.intersection(run.whole)
        all_of_it = lost and len(lost) >= SHARE_IN_DOUBT * len(run.whole)
        doubtful.update(run.whole if all_of_it else lost)
        if run.behind or run.ahead:
            stayed = _stayed(run, len(new))
            doubtful |= doubled(old, new, run) if stayed else _stood_in(old, new, run)
    return doubtful


def _stayed(run: Run, news: int) -> bool:
    """Say whether a run stands between the two that it stood between, and still next to one of them.

    The beginning of the text is as good as a sentence; at its end copies are put.
    """
    follows, precedes = run.lower + 1 == run.at, run.at + run.end - run.start == run.upper < news
    return run.between and (follows or precedes)


def _stood_in(old: list[str], new: list[str], run: Run) -> set[int]:
    """Return the sentences of a run that are in doubt: none, some of them, or all."""
    whole = run.whole
    looked_at: set[int] = set()
    found: set[int] = set()
    for free, edge in (
        (run.behind, whole[: min(2 * len(run.behind), MAX_FREE)]),
        (run.ahead, whole[::-1][: min(2 * len(run.ahead), MAX_FREE)][::-1]),
    ):
        looked_at.update(edge)
        before, after = [old[i] for i in edge], [new[j] for j in free]
        if edge == whole and _alike(" ".join(before), " ".join(after)):
            return set(whole)
        found.update(edge[n] for n in {*_again(before, after), *_made_of(before, after)})
    if run.between:
        return set(whole) if len(found) > SHARE_BETWEEN * len(looked_at) else set()
    return set(whole) if found and len(found) >= SHARE_IN_DOUBT * len(looked_at) else found


def _again(before: list[str], after: list[str]) -> Iterator[int]:
    """Yield the sentences like one of those after, or like some of them, or some like one of them."""
    parts = [words for _, words in _in_parts(after)]
    for taken, words in _in_parts(before):
        if any(_alike(words, other) for other in (parts if len(taken) == 1 else after)):
            yield from taken


def _in_parts(sentences: list[str]) -> Iterator[tuple[range, str]]:
    """Yield each sentence, and some that follow each other as one."""
    for start in range(len(sentences)):
        for end in range(start + 1, min(start + MAX_PARTS, len(sentences)) + 1):
            yield range(start, end), " ".join(sentences[start:end])


def _made_of(before: list[str], after: list[str]) -> Iterator[int]:
    """Yield the sentences that one of those after has much of, and of which it was made."""
    together = " ".join(before)
    for words in after:
        if len(word_pairs(words)) >= ENOUGH and contained(words, together) >= MADE_OF_IT:
            yield from (n for n, part in enumerate(before) if contained(part, words) >= IN_IT)


def _alike(one: str, other: str) -> bool:
    return likeness(one, other, ALIKE) >= ALIKE
