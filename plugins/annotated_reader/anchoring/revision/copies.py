"""Telling the copies of repeated sentences apart: only by the sentences beside them.

When one "Yes." of several went, came or moved, nobody can tell which one, except
where those before and behind it are still the same.
"""

from collections import Counter

from annotated_reader.anchoring.revision.likeness import likeness
from annotated_reader.anchoring.revision.similar import ALIKE
from annotated_reader.anchoring.rising import Pair


def sure_pairs(
    old: list[str], new: list[str], in_order: list[Pair], moved: list[Pair]
) -> tuple[set[Pair], set[int]]:
    """Return the pairs of equal sentences that are beyond doubt, and the old ones that are not.

    When copies came, went or moved, or one of them is in doubt, a copy is sure only
    between the same two neighbours; else one neighbour is enough, even an edited one,
    or none where sentences were only inserted.
    """
    before, after, stayed = Counter(old), Counter(new), Counter(old[i] for i, _ in in_order)
    several = {words for words in before if after[words] and max(before[words], after[words]) > 1}
    calm = {words for words in several if before[words] == after[words] == stayed[words]}
    pairs = sorted([*in_order, *moved])
    only_inserted = _only_inserted(old, new, in_order, several)
    single = {pair for pair in pairs if old[pair[0]] not in several}
    while True:
        known = single | {pair for pair in only_inserted if old[pair[0]] in calm}
        sure = known | _sure_copies(old, new, pairs, known, calm)
        kept = {i for i, _ in sure}
        doubtful = {i for i, words in enumerate(old) if words in several and i not in kept}
        if calm.isdisjoint(old[i] for i in doubtful):
            return sure, doubtful
        calm -= {old[i] for i in doubtful}


def _sure_copies(
    old: list[str], new: list[str], pairs: list[Pair], known: set[Pair], calm: set[str]
) -> set[Pair]:
    resting = _resting(old, new, pairs, calm)
    certain = {(-1, -1), (len(old), len(new)), *known}
    certain |= {pair for pair in resting if _beside_alike(old, new, pair)}
    ahead, behind = _reached(pairs, certain, 1), _reached(pairs, certain, -1)
    return (ahead & behind) | ((ahead | behind) & resting)


def _only_inserted(
    old: list[str], new: list[str], in_order: list[Pair], several: set[str]
) -> list[Pair]:
    """Return the pairs of copies in stretches, from one single sentence to the next, that lost none."""
    found = []
    start, copies = (-1, -1), []
    for pair in [*in_order, (len(old), len(new))]:
        if pair[0] < len(old) and old[pair[0]] in several:
            copies.append(pair)
            continue
        if pair[0] - start[0] == len(copies) + 1:
            found += copies
        start, copies = pair, []
    return found


def _resting(old: list[str], new: list[str], pairs: list[Pair], words: set[str]) -> set[Pair]:
    """Return the pairs of the given words, except where a neighbour now stands by another copy."""
    place = dict(pairs)
    return {
        (i, j)
        for i, j in pairs
        if old[i] in words
        if not any(
            i + step in place
            and 0 <= place[i + step] - step < len(new)
            and place[i + step] - step != j
            and new[place[i + step] - step] == old[i]
            for step in (-1, 1)
        )
    }


def _reached(pairs: list[Pair], certain: set[Pair], step: int) -> set[Pair]:
    """Return the certain pairs, and those that follow one of them without a gap."""
    found = set(certain)
    for i, j in pairs[::step]:
        if (i - step, j - step) in found:
            found.add((i, j))
    return found


def _beside_alike(old: list[str], new: list[str], pair: Pair) -> bool:
    """Say whether the sentence before or behind an equal one was edited at most."""
    beside = ((pair[0] + step, pair[1] + step) for step in (-1, 1))
    return any(
        0 <= i < len(old)
        and 0 <= j < len(new)
        and old[i] != new[j]
        and likeness(old[i], new[j], ALIKE) >= ALIKE
        for i, j in beside
    )
