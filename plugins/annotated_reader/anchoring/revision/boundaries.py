"""Cutting an edited seed so that sentences which are still there keep their old ends.

An editor's joins and splits are in the old list and nowhere else; the splitter
would undo them.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from annotated_reader.anchoring.folding import fold
from annotated_reader.text import split_sentences

Span = tuple[int, int]

FIRST = 4
"""Words by which an old sentence is looked up."""


class OldSentences:
    """The old sentences by their first words, for finding them in an edited seed."""

    def __init__(self, old: list[str]) -> None:
        self._known: dict[tuple[str, ...], list[list[str]]] = defaultdict(list)
        for sentence in dict.fromkeys(old):
            words = [_plain(word) for word in sentence.split()]
            self._known[tuple(words[:FIRST])].append(words)

    def longest(self, words: list[str], at: int) -> int:
        """Return the number of words of the longest old sentence that stands at a place, or 0."""
        return max(self._lengths(words, at), default=0)

    def _lengths(self, words: list[str], at: int) -> Iterator[int]:
        for length in range(1, FIRST + 1):
            for sentence in self._known.get(tuple(words[at : at + length]), ()):
                if words[at : at + len(sentence)] == sentence:
                    yield len(sentence)


def cut_as_before(text: str, language: str, old: OldSentences) -> list[Span]:
    """Return the spans of the sentences of a block, old sentences whole wherever they stand.

    Where an old sentence stands word for word, from one end of a sentence to
    another, it is one sentence; everything else is cut by the splitter.
    """
    words = _spans_of_words(text)
    plain = [_plain(text[slice(*span)]) for span in words]
    natural = {start for start, _ in split_sentences(text, language)}
    cuts = {0, len(words)}
    at = 0
    while at < len(words):
        starts = words[at][0] in natural or at in cuts
        length = old.longest(plain, at) if starts else 0
        end = at + length
        ends = end == len(words) or words[end][0] in natural or bool(old.longest(plain, end))
        if length and ends:
            cuts |= {at, end}
            at = end
            continue
        if words[at][0] in natural:
            cuts.add(at)
        at += 1
    return [(words[first][0], words[last - 1][1]) for first, last in pairwise(sorted(cuts))]


def _plain(word: str) -> str:
    """Return a word folded; most words need no folding."""
    return word if word.isascii() and word.isalnum() else fold(word)


def _spans_of_words(text: str) -> list[Span]:
    spans = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spans.append((start, at))
    return spans
