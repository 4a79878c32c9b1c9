"""How like two sentences are, from 0 to 1, at a cost that stays small for any sentence."""

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from annotated_reader.anchoring.alignment import distance, same_beginning
from annotated_reader.anchoring.word_edges import UNSPACED

SHARED_WORDS = 0.3
"""Share of words in common below which letters are not compared."""

LONG = 1000
"""Characters from which words are compared instead of letters."""

MAX_WORDS = 5000
"""Words that are compared one by one; beyond, only what the sentences share is counted."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return how like two sentences are: 1 minus edit distance over length.

    It is 0, without comparing letters, where they share too few words or cannot
    reach the least likeness that matters.
    """
    longest = max(len(one), len(other))
    if longest == 0:
        return 1.0
    if min(len(one), len(other)) < longest * max(least, SHARED_WORDS):
        return 0.0
    if longest > LONG:
        return _of_long(one, other)
    if _share(_words(one), _words(other)) < SHARED_WORDS:
        return 0.0
    return 1 - _distance(one, other) / longest


def word_pairs(sentence: str) -> list[str]:
    """Return the pairs of words that follow each other: rarer than words, so they tell more."""
    return [f"{first} {second}" for first, second in pairwise(_WORD.findall(sentence.casefold()))]


def contained(part: str, whole: str) -> float:
    """Return the share of the pairs of words of a part that stand in a whole, too, from 0 to 1.

    Of one word, whether it stands there. However long the whole is, few pairs do by chance.
    """
    pairs = _pairs(part)
    if not pairs:
        return float(bool(_words(part)) and _words(part) <= _words(whole))
    return (pairs & _pairs(whole)).total() / pairs.total()


@lru_cache(maxsize=4096)
def _words(sentence: str) -> Counter[str]:
    return Counter(_WORD.findall(sentence.casefold()))


@lru_cache(maxsize=512)
def _pairs(sentence: str) -> Counter[str]:
    return Counter(word_pairs(sentence))


def _share(mine: Counter[str], theirs: Counter[str]) -> float:
    return (mine & theirs).total() / max(mine.total(), theirs.total(), 1)


def _of_long(one: str, other: str) -> float:
    """Return the likeness of long sentences, counted in words.

    Any two have many words in common; pairs of words they share only when one is
    made from the other.
    """
    shared = _share(_pairs(one), _pairs(other))
    if shared < SHARED_WORDS:
        return 0.0
    codes: dict[str, str] = {}
    mine, theirs = (
        "".join(codes.setdefault(word, chr(len(codes))) for word in _WORD.findall(sentence))
        for sentence in (one, other)
    )
    mine_left, theirs_left = _without_same_ends(mine, theirs)
    if max(len(mine_left), len(theirs_left)) > MAX_WORDS:
        return shared
    return 1 - distance(mine_left, theirs_left) / max(len(mine), len(theirs))


def _distance(one: str, other: str) -> int:
    return distance(*_without_same_ends(one, other))


def _without_same_ends(one: str, other: str) -> tuple[str, str]:
    """Return what is left of two texts without what they begin and end with alike."""
    start = same_beginning(one, other)
    one, other = one[start:], other[start:]
    end = same_beginning(one[::-1], other[::-1])
    return one[: len(one) - end], other[: len(other) - end]
