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
Words = tuple[str, ...]

FIRST = 4
"""Words by which an old sentence is looked up."""


BREAKS = (".", "!", "?", ":", ";", '"', "'", ")", "-")
"""Ends of words behind which an old sentence may begin or end, though the splitter sees none."""


class OldSentences:
    """The old sentences by their first words, for finding them in an edited seed."""

    def __init__(self, old: list[str]) -> None:
        self._known: dict[Words, dict[int, set[Words]]] = defaultdict(lambda: defaultdict(set))
        """The sentences by their first words and their number of words."""
        for sentence in dict.fromkeys(old):
            words = tuple(_plain(word) for word in sentence.split())
            self._known[words[:FIRST]][len(words)].add(words)

    def longest(self, words: Words, at: int) -> int:
        """Return the number of words of the longest old sentence that stands at a place, or 0."""
        return max(self._lengths(words, at), default=0)

    def _lengths(self, words: Words, at: int) -> Iterator[int]:
        for first in range(1, FIRST + 1):
            for length, sentences in self._known.get(words[at : at + first], {}).items():
                if words[at : at + length] in sentences:
                    yield length


def cut_as_before(text: str, language: str, old: OldSentences) -> list[Span]:
    """Return the spans of the sentences of a block, old sentences whole wherever they stand.

    Where an old sentence stands word for word, from one end of a sentence (or at
    least a mark that may be one) to another, it is one sentence; everything else is
    cut by the splitter.
    """
    words = _spans_of_words(text)
    plain = tuple(_plain(text[slice(*span)]) for span in words)
    natural = {start for start, _ in split_sentences(text, language)}
    cuts = {0, len(words)}
    at = 0
    while at < len(words):
        starts = words[at][0] in natural or at in cuts or plain[at - 1].endswith(BREAKS)
        length = old.longest(plain, at) if starts else 0
        end = at + length
        ends = end == len(words) or words[end][0] in natural or plain[end - 1].endswith(BREAKS)
        if length and (ends or old.longest(plain, end)):
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
