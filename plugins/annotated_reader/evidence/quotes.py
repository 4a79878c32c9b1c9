"""Whether the words that a note takes from a source stand in the copy that was kept of it."""

from dataclasses import dataclass
from enum import StrEnum

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.nearest import Proposal, propose
from annotated_reader.anchoring.occurrences import ELISION, MAX_PARTS, occurrences, parts_of
from annotated_reader.anchoring.word_edges import is_whole_words
from annotated_reader.evidence.copies import KeptCopy

_BRACKETED = f"[{ELISION}]"
"""How scholars mark what they left out of a quotation, after folding."""


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
    after folding; `…` or `[…]` stands for words left out, at the ends too.
    """
    if not copies:
        return QuoteCheck(QuoteState.NO_COPY)
    for copy in copies:
        if _stands_literally(quote, copy.words):
            return QuoteCheck(QuoteState.VERIFIED, copy.header.saved or accessed)
    folded = _folded(quote)
    for copy in copies:
        if folded and occurrences(copy.stretch.find, folded):
            return QuoteCheck(QuoteState.VERIFIED, copy.header.saved or accessed)
    return QuoteCheck(QuoteState.NOT_FOUND, hint=_hint(folded, copies))


def _stands_literally(quote: str, words: str) -> bool:
    """Say whether the quote stands letter by letter: most do, at a hundredth of the cost."""
    start = words.find(quote)
    return start >= 0 and is_whole_words(words, start, start + len(quote))


def _folded(quote: str) -> str:
    """Return a quote folded; at its ends an elision only says that the source goes on."""
    parts = parts_of(fold(quote).replace(_BRACKETED, ELISION))
    return f" {ELISION} ".join(filter(None, parts))


def _hint(quote: str, copies: tuple[KeptCopy, ...]) -> str:
    """Return the passage that was probably meant, for the first part that is not there."""
    if not quote:
        return "The quote has no words."
    if len(parts_of(quote)) > MAX_PARTS:
        return f"It leaves words out in more than {MAX_PARTS - 1} places."
    missing = [part for part in parts_of(quote) if not any(c.stretch.find(part) for c in copies)]
    if not missing:
        return "Its parts stand there, but not near each other in this order."
    found = [_nearest(missing[0], copy) for copy in copies]
    best = max(filter(None, found), key=lambda proposal: proposal.likeness, default=None)
    if best is None:
        return "No passage of the copy is like it. Correct the quote, or keep the passage too."
    return f'Did you mean "{best.words}"?'


def _nearest(words: str, copy: KeptCopy) -> Proposal | None:
    return propose(copy.document, copy.votes.candidates(words), words)
