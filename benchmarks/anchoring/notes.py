"""Choosing the notes: on whole sentences, or on phrases of two to four words."""

from dataclasses import dataclass, replace
from random import Random

from annotated_reader.text import Document
from benchmarks.anchoring.book import Book, Piece

CONTEXT = 32
"""Characters of prefix and suffix that a note keeps: what Hypothesis stores."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A note: the sentence it is about (index in the book) and its words with what is around them."""

    key: int
    whole: bool
    quote: str
    prefix: str
    suffix: str
    position: int


def as_book(document: Document) -> Book:
    """Return the sentences of a document, paragraph by paragraph."""
    book: Book = [[] for _ in document.blocks]
    for key, sentence in enumerate(document.sentences):
        book[sentence.block].append(Piece(" ".join(document.words(sentence).split()), key))
    return [paragraph for paragraph in book if paragraph]


def choose(book: Book, random: Random, share: float, *, whole: bool) -> tuple[Book, list[Wanted]]:
    """Return the book with the words of each note marked in it, and the notes.

    About `share` of the sentences of six words and more get a note.
    """
    marked: Book = []
    chosen: list[int] = []
    for paragraph in book:
        pieces = []
        for piece in paragraph:
            long_enough = len(piece.words.split()) >= 6 and piece.key is not None
            if long_enough and random.random() < share:
                chosen.append(piece.key or 0)
                piece = _mark(piece, random, whole=whole)
            pieces.append(piece)
        marked.append(pieces)
    text, places = lay_out(marked)
    wanted = []
    for key in chosen:
        start, end = places[key]
        wanted.append(
            Wanted(
                key,
                whole,
                text[start:end],
                text[max(0, start - CONTEXT) : start],
                text[end : end + CONTEXT],
                start,
            )
        )
    return marked, wanted


def _mark(piece: Piece, random: Random, *, whole: bool) -> Piece:
    if whole:
        return replace(piece, start=0, end=len(piece.words))
    words = piece.words.split(" ")
    count = random.randint(2, 4)
    first = random.randint(0, len(words) - count)
    start = len(" ".join(words[:first])) + (1 if first else 0)
    return replace(piece, start=start, end=start + len(" ".join(words[first : first + count])))


def lay_out(book: Book) -> tuple[str, dict[int, tuple[int, int]]]:
    """Return the text of a book, and where the words of each note stand in it, by sentence."""
    parts: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for paragraph in book:
        for number, piece in enumerate(paragraph):
            if piece.key is not None and piece.start >= 0:
                places[piece.key] = (at + piece.start, at + piece.end)
            parts.append(piece.words + (" " if number < len(paragraph) - 1 else "\n\n"))
            at += len(parts[-1])
    return "".join(parts), places
