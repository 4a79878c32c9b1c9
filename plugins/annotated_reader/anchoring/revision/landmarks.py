"""Cutting a long edited stretch at sentences that are nearly the same.

Comparing each sentence with each costs the square of their number. In a revision
that touched every sentence, or after a new transcription, most differ in a letter
or a word; what is left to compare lies between them.
"""

from collections import defaultdict

from annotated_reader.anchoring.revision.likeness import likeness, word_pairs
from annotated_reader.anchoring.rising import Pair, longest_rising
from annotated_reader.anchoring.votes import voted

NEARLY = 0.8
"""Likeness from which two sentences are one, edited, without looking at the others there."""

LEAD = 0.1
"""How much more like it the best must be than the next."""

MAX_HOLDERS = 50
"""Sentences that a pair of words may stand in to be a clue."""

MAX_CLUES = 12
"""Pairs of words of a sentence that are looked up, the rarest ones."""


def landmarks(old: list[str], new: list[str]) -> list[Pair]:
    """Return pairs of indexes of sentences that are nearly the same, in order in both lists."""
    holders: dict[str, list[int]] = defaultdict(list)
    for index, sentence in enumerate(new):
        for clue in set(word_pairs(sentence)):
            holders[clue].append(index)
    found = ((i, _nearly_the_same(sentence, new, holders)) for i, sentence in enumerate(old))
    return longest_rising([(i, j) for i, j in found if j is not None])


def _nearly_the_same(sentence: str, new: list[str], holders: dict[str, list[int]]) -> int | None:
    clues = word_pairs(sentence)
    best = voted(clues, holders, looked_up=MAX_CLUES, common=MAX_HOLDERS)[:2]
    alike = sorted(((likeness(sentence, new[j], NEARLY - LEAD), -j) for j in best), reverse=True)
    if not alike or alike[0][0] < NEARLY:
        return None
    return -alike[0][1] if len(alike) == 1 or alike[0][0] - alike[1][0] >= LEAD else None
