"""A document prepared for looking up words in it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import islice

from annotated_reader.anchoring.folding import Folded
from annotated_reader.anchoring.near_copies import NearCopies
from annotated_reader.anchoring.nearest import WordVotes
from annotated_reader.anchoring.word_edges import UNSPACED, is_spaced, is_whole_words
from annotated_reader.text import Document, Sentence

KEY = 10
"""Characters of a quote that the index is looked up by."""

MAX_PLACES = 1000
"""Places after which the search for a quote ends: it is ambiguous long before."""

SHORT = 4
"""Characters below which a word is looked for whole at once."""

_LETTER = rf"[^\W_{UNSPACED}]"
# Where a word may be said to begin: also after marks, and anywhere in a script without spaces.
_BEGINNING = re.compile(rf"(?<!{_LETTER})[^\W_]")

Span = tuple[int, int]


class Passages:
    """The folded text of a document and an index of its word beginnings.

    Everything is made when it is first asked for, so a project whose notes all name
    their sentence pays nothing.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._starts = [sentence.start for sentence in document.sentences]

    @cached_property
    def folded(self) -> Folded:
        """The whole text, folded."""
        return Folded(self.document.source)

    @cached_property
    def votes(self) -> WordVotes:
        """Which sentences have which words: for proposals only."""
        return WordVotes(self.document)

    @cached_property
    def near_copies(self) -> NearCopies:
        """Which passages stand almost verbatim twice: for warnings only."""
        return NearCopies(self.document)

    @cached_property
    def _beginnings(self) -> dict[str, list[int]]:
        """Offsets of words in the folded text by their first `KEY` characters.

        Linear in the text (0.3 s for 1.2 MB), where searching the text once per quote
        is linear in text times notes.
        """
        text = self.folded.text
        places: dict[str, list[int]] = defaultdict(list)
        for found in _BEGINNING.finditer(text):
            at = found.start()
            places[text[at : at + KEY]].append(at)
        return places

    def find(self, quote: str) -> list[Span]:
        """Return where a folded quote stands as whole words, as offsets in the folded text."""
        text = self.folded.text
        if len(quote) < KEY or not quote[0].isalnum() or not is_spaced(quote[0]):
            return whole_words(text, quote)
        known = self._beginnings.get(quote[:KEY], [])
        return _whole_words(text, quote, (at for at in known if text.startswith(quote, at)))

    def original(self, span: Span) -> Span:
        """Return the offsets in the seed of a span of the folded text."""
        return self.folded.start(span[0]), self.folded.end(span[1])

    def is_text(self, span: Span) -> bool:
        """Say whether a span of the seed begins and ends in sentences, not between them."""
        touched = self.sentences_of(span)
        return (
            bool(touched)
            and touched[0].start <= span[0] < touched[0].end
            and (touched[-1].start < span[1] <= touched[-1].end)
        )

    def sentences_of(self, span: Span) -> tuple[Sentence, ...]:
        """Return the sentences that a span of the seed touches, in order."""
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        last = max(0, bisect_right(self._starts, span[1] - 1) - 1)
        return self.document.sentences[first : last + 1]


def _whole_words(text: str, quote: str, places: Iterable[int]) -> list[Span]:
    spans = ((at, at + len(quote)) for at in places)
    return list(islice((span for span in spans if is_whole_words(text, *span)), MAX_PLACES))


def whole_words(text: str, quote: str) -> list[Span]:
    """Return where a folded quote stands as whole words in a folded text.

    A short word is looked for by a pattern: there are 100,000 "e" in a book, few of
    them words.
    """
    if len(quote) < SHORT and quote.isascii() and quote.isalnum():
        return list(_short_word(text, quote))
    return _whole_words(text, quote, find_all(text, quote))


@lru_cache(maxsize=512)
def _short_word(text: str, word: str) -> tuple[Span, ...]:
    """Remembered: 15 ms in a book for a word that stands everywhere, as parts of quotes do."""
    # The word comes first, so that it is searched for as it is.
    found = re.finditer(rf"{word}(?!{_LETTER})(?<!{_LETTER}{word})", text)
    return tuple(_whole_words(text, word, (at.start() for at in found)))


def find_all(text: str, quote: str) -> Iterator[int]:
    """Yield every offset at which the quote stands, overlapping ones too."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


class Stretch:
    """A few sentences of a document, for looking up words in them alone.

    `before` and `behind` are the characters around them that are folded with them, for
    looking at what stands beside the words.
    """

    def __init__(
        self, document: Document, start: int, end: int, before: int = 0, behind: int = 0
    ) -> None:
        self._within = (start, end)
        self._offset = max(0, start - before)
        self.folded = Folded(document.source[self._offset : end + behind])

    def find(self, quote: str) -> list[Span]:
        """Return where a folded quote stands as whole words, as offsets in the folded text."""
        start, end = self._within
        found = ((span, self.original(span)) for span in whole_words(self.folded.text, quote))
        return [span for span, there in found if start <= there[0] and there[1] <= end]

    def original(self, span: Span) -> Span:
        """Return the offsets in the seed of a span of the folded text."""
        return self._offset + self.folded.start(span[0]), self._offset + self.folded.end(span[1])
