"""Proposing the passage that a lost quote probably meant. Proposals are shown, never taken."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from annotated_reader.anchoring.alignment import most_like
from annotated_reader.anchoring.folding import Folded, fold
from annotated_reader.anchoring.votes import voted
from annotated_reader.anchoring.word_edges import is_spaced, word_end, word_start
from annotated_reader.text import Document, Sentence

ALIKE = 0.6
"""Least likeness (1 minus edit distance over length) at which a passage is worth proposing."""

MAX_CANDIDATES = 6
"""Sentences that are compared letter by letter, so that a quote costs milliseconds in any text."""

MAX_WORDS = 12
"""Words of a quote that are looked up, the rarest ones."""

STRETCH = 1000
"""Characters of a sentence that are compared at once: there are sentences of 20,000."""

_WORD = re.compile(r"\w+")
_COMMON = 2000
"""A word in more sentences than this tells nothing about where a quote stood."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage like the words sought: its sentence, its words, and how alike (0 to 1)."""

    sentence: str
    words: str
    likeness: float


class WordVotes:
    """Which sentences share rare words with a quote."""

    def __init__(self, document: Document) -> None:
        self._stretches = [part for whole in document.sentences for part in _cut(document, whole)]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for index, stretch in enumerate(self._stretches):
            for word in set(_words(document.words(stretch))):
                self._holders[word].append(index)

    def candidates(self, quote: str) -> list[Sentence]:
        """Return the sentences with the rarest words of a folded quote, best first.

        Of a long sentence only the part that has them.
        """
        best = voted(_words(quote), self._holders, looked_up=MAX_WORDS, common=_COMMON)
        return [self._stretches[index] for index in best[:MAX_CANDIDATES]]


def _cut(document: Document, sentence: Sentence) -> Iterator[Sentence]:
    """Yield a sentence, a long one in parts that end at spaces, if there are any."""
    start = sentence.start
    while sentence.end - start > 2 * STRETCH:
        space = document.source.rfind(" ", start, start + STRETCH)
        end = space if space > start else start + STRETCH
        yield replace(sentence, start=start, end=end)
        start = end
    yield replace(sentence, start=start)


def _words(text: str) -> list[str]:
    """Return the words of a text; of a script without spaces, its pairs of characters."""
    return [
        word[at : at + 2] if not is_spaced(word[0]) else word
        for word in _WORD.findall(fold(text).casefold())
        for at in (range(max(1, len(word) - 1)) if not is_spaced(word[0]) else (0,))
    ]


def propose(document: Document, sentences: Iterable[Sentence], quote: str) -> Proposal | None:
    """Return the passage in the given sentences most like a folded quote, if any is alike."""
    found = [_in_sentence(document, sentence, quote) for sentence in sentences]
    best = max(found, key=lambda proposal: proposal.likeness, default=None)
    return best if best and best.likeness >= ALIKE else None


def _in_sentence(document: Document, sentence: Sentence, quote: str) -> Proposal:
    words = _with_neighbours(document, sentence, len(quote) + 50)
    folded = Folded(words)
    like = most_like(quote, folded.text)
    if like.start == like.end:
        return Proposal(sentence.id, "", 0.0)
    start = word_start(words, folded.start(like.start))
    end = word_end(words, folded.end(like.end))
    likeness = 1 - like.errors / len(quote)
    return Proposal(sentence.id, " ".join(words[start:end].split()), likeness)


def _with_neighbours(document: Document, part: Sentence, length: int) -> str:
    """Return the words of a part of a sentence, and what stands beside it there."""
    whole = document.sentences[document.position[part.id]]
    start, end = max(whole.start, part.start - length), min(whole.end, part.end + length)
    return document.source[start:end]
