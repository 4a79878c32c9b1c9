"""Why a quote is not in the copies of its source, and what was probably meant."""

import re

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.nearest import Proposal, propose
from annotated_reader.anchoring.occurrences import ELISION, MAX_PARTS, parts_of
from annotated_reader.anchoring.passages import whole_words
from annotated_reader.evidence.copies import KeptCopy

_LEFT_OUT = f"[{ELISION}]"
"""How scholars mark what they left out of a quotation, after folding."""

# "[Pashinyan]" for "he" in the source, and "[t]he" for "The".
_INSERTED = re.compile(r"\[[^\[\]]*\w[^\[\]]*\]")
_OTHER_CASE = re.compile(r"\[(\w)\](?=\w)")


def folded_quote(quote: str) -> str:
    """Return a quote folded; at its ends an elision only says that the source goes on."""
    parts = parts_of(fold(quote).replace(_LEFT_OUT, ELISION))
    return f" {ELISION} ".join(filter(None, parts))


def hint(quote: str, copies: tuple[KeptCopy, ...]) -> str:
    """Return what its author can do about a quote that stands in none of the copies."""
    words = folded_quote(_INSERTED.sub(ELISION, _OTHER_CASE.sub(r"\1", quote)))
    if not words:
        return "The quote has no words."
    if len(parts_of(words)) > MAX_PARTS:
        return f"It leaves words out in more than {MAX_PARTS - 1} places."
    if _INSERTED.search(quote) and any(copy.has(words) for copy in copies):
        return "The words in brackets do not stand there. Write … for them; the note can say what is meant."
    missing = [part for part in parts_of(words) if not any(copy.has(part) for copy in copies)]
    if not missing:
        return "Its parts stand there, but not near each other in this order."
    return _meant(missing[0], copies)


def _meant(words: str, copies: tuple[KeptCopy, ...]) -> str:
    """Return the passage that was probably meant by words that are not there."""
    if other := next(filter(None, (_in_other_case(words, copy) for copy in copies)), ""):
        return f'It stands there with other capital letters: "{other}".'
    found = [_nearest(words, copy) for copy in copies]
    best = max(filter(None, found), key=lambda proposal: proposal.likeness, default=None)
    if best is None:
        return "No passage of the copy is like it. Correct the quote, or keep the passage too."
    return f'Did you mean "{best.words}"?'


def _in_other_case(words: str, copy: KeptCopy) -> str:
    """Return how a copy writes words that differ from it in capital letters only, else nothing."""
    spans = whole_words(_small(copy.stretch.folded.text), _small(words))
    return " ".join(copy.words[slice(*copy.stretch.original(spans[0]))].split()) if spans else ""


def _small(text: str) -> str:
    """Return a text in small letters, of the same length: only İ would become two."""
    return text.replace("İ", "I").lower()


def _nearest(words: str, copy: KeptCopy) -> Proposal | None:
    return propose(copy.document, copy.votes.candidates(words), words)
