"""A text under edit: paragraphs of sentences, some with the words that a note is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a book under edit; `key` is its index in the book as it was, or None."""

    words: str
    key: int | None
    start: int = -1
    """Where the phrase that a note is about stands in the words, -1 when it is not there."""
    end: int = -1


Book = list[list[Piece]]
