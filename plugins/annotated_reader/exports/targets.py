"""The target of an annotation: which words of the seed, by quote and by position."""

from hashlib import sha256
from typing import Any

from annotated_reader.anchoring import Target
from annotated_reader.edition import Note, TextEdition
from annotated_reader.exports.names import Names

CONTEXT_LENGTH = 32
"""Characters of prefix and suffix: what other systems give, and take."""


def target_of(text: TextEdition, note: Note, names: Names, digest: str) -> dict[str, Any]:
    """Return the target of a note as a SpecificResource of the seed.

    Positions count characters (code points) of the seed, so `source` is the seed;
    the page on which a reader sees it is the `scope`. `ar:seed` has the `digest` of
    the seed: whoever has the very same text may trust the positions.
    """
    placed = bool(note.target.sentences)
    target: dict[str, Any] = {"type": "SpecificResource", "source": names.text(text)}
    if names.paged and placed:
        target["scope"] = names.page(text, note.target.sentences[-1])
    if selectors := _found(text, note.target) if placed else _sought(note):
        target["selector"] = selectors
    target |= {"ar:state": note.target.state.value, "ar:seed": f"sha256:{digest}"}
    if placed:
        target["ar:sentences"] = list(note.target.sentences)
    return target | _written(note)


def digest_of(text: TextEdition) -> str:
    """Return the SHA-256 of the seed, in hexadecimal."""
    return sha256(text.document.source.encode()).hexdigest()


def _found(text: TextEdition, target: Target) -> list[dict[str, Any]]:
    source, start, end = text.document.source, target.start, target.end
    quote = {
        "type": "TextQuoteSelector",
        "exact": source[start:end],
        "prefix": source[max(0, start - CONTEXT_LENGTH) : start],
        "suffix": source[end : end + CONTEXT_LENGTH],
    }
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return [{key: value for key, value in quote.items() if value}, position]


def _sought(note: Note) -> list[dict[str, Any]]:
    """Return the words that a note without a place looks for, as its author wrote them."""
    record = note.record
    if not record.quote:
        return []
    quote = {"type": "TextQuoteSelector", "exact": record.quote}
    quote |= {"prefix": record.prefix, "suffix": record.suffix}
    return [{key: value for key, value in quote.items() if value}]


def _written(note: Note) -> dict[str, Any]:
    """Return the place as the note's author wrote it."""
    record = note.record
    values = {
        "ar:at": list(record.sentences),
        "ar:quote": record.quote,
        "ar:prefix": record.prefix,
        "ar:suffix": record.suffix,
    }
    return {key: value for key, value in values.items() if value}
