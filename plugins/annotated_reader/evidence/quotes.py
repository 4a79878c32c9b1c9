"""Whether the words that a note takes from a source stand in the copy that was kept of it."""

from dataclasses import dataclass
from enum import StrEnum

from annotated_reader.anchoring.word_edges import is_whole_words
from annotated_reader.evidence.copies import KeptCopy
from annotated_reader.evidence.hints import folded_quote, hint
from annotated_reader.evidence.pasted import without_ligatures


class QuoteState(StrEnum):
    """What can be said of the words that a note takes from a source."""

    VERIFIED = "verified"
    NOT_FOUND = "not found"
    NO_COPY = "no copy kept"


@dataclass(frozen=True, slots=True)
class QuoteCheck:
    """The state of a quote; when the copy was saved, and where the quote is not found, why."""

    state: QuoteState
    day: str = ""
    """When the copy that has the words was saved, in EDTF; empty if nobody said."""
    hint: str = ""


def check_quote(quote: str, copies: tuple[KeptCopy, ...], accessed: str = "") -> QuoteCheck:
    """Return whether a quote stands in one of the copies of its source.

    A copy that does not tell when it was saved was saved when the source was accessed.

    The rules are those of quotes from the text: letter by letter and whole words,
    after folding; `…` or `[…]` stands for words left out, at the ends too. What
    programs for PDFs do to words is undone first.
    """
    if not copies:
        return QuoteCheck(QuoteState.NO_COPY)
    quote = without_ligatures(quote)
    for copy in copies:
        if _stands_literally(quote, copy.words):
            return QuoteCheck(QuoteState.VERIFIED, copy.header.saved or accessed)
    folded = folded_quote(quote)
    for copy in copies:
        if folded and copy.has(folded):
            return QuoteCheck(QuoteState.VERIFIED, copy.header.saved or accessed)
    return QuoteCheck(QuoteState.NOT_FOUND, hint=hint(quote, copies))


def _stands_literally(quote: str, words: str) -> bool:
    """Say whether the quote stands letter by letter: most do, at a hundredth of the cost."""
    start = words.find(quote)
    return start >= 0 and is_whole_words(words, start, start + len(quote))
