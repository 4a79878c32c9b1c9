"""Passages that stand almost verbatim twice: a quote from one may come to mean the other.

Compared are runs of words, so that a whole book is indexed in one pass and a quote
costs a look-up for each of its words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from annotated_reader.text import Document, Sentence

Run = tuple[str, str, str]
"""Three words; longer runs miss a copy in which every fourth word was changed."""

SHARED = 0.5
"""Share of the runs of a quote that a copy has, too."""

FEWEST = 3
"""Runs that a quote must have to be compared: five words."""

_COMMON = 200
"""A run that stands in more sentences than this tells nothing."""

_WORD = re.compile(r"\w+")


class NearCopies:
    """The runs of words of a document, by the sentences that they stand in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._holders: dict[Run, list[int]] = defaultdict(list)
        for index, sentence in enumerate(document.sentences):
            for run in set(_runs(document.words(sentence))):
                self._holders[run].append(index)

    def of(self, quote: str, apart_from: Iterable[str]) -> Sentence | None:
        """Return the sentence, other than those named, that has most of the words of a quote."""
        runs = set(_runs(quote))
        if len(runs) < FEWEST:
            return None
        own = {self._document.position[id_] for id_ in apart_from}
        votes = [
            index
            for run in runs
            if len(holders := self._holders.get(run, ())) <= _COMMON
            for index in holders
            if index not in own
        ]
        if len(votes) < SHARED * len(runs):
            return None
        index, shared = max(Counter(votes).items(), key=lambda vote: (vote[1], -vote[0]))
        return self._document.sentences[index] if shared >= SHARED * len(runs) else None


def _runs(text: str) -> list[Run]:
    # Marks between words are left out, so nothing need be folded.
    words = _WORD.findall(text.casefold())
    return list(zip(words, words[1:], words[2:], strict=False))
