"""Edits that copy: a passage is put elsewhere as it was, and the original is edited in its place.

The passages are the sentences that notes are about, and those beside them. The notes belong
to the originals.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from benchmarks.anchoring.book import Book, Piece

LONG = 12
"""Words of a sentence for each of which but the first one more becomes another."""

FEW = 4
"""Words below which a sentence is left as it is."""


def copied_below(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """The passages are copied to the end, like an appendix."""
    edited, copies = _copied(book, chosen, foreign, random)
    return [*edited, *(copy for _, copy in copies)]


def copied_above(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """The passages are copied to the beginning, behind the title and the first paragraph."""
    edited, copies = _copied(book, chosen, foreign, random)
    return [*edited[:2], *(copy for at, copy in copies if at > 1), *edited[2:]]


def copied_elsewhere(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Each passage is copied to another place, at least a paragraph away."""
    edited, copies = _copied(book, chosen, foreign, random)
    before: dict[int, list[list[Piece]]] = {}
    for at, copy in copies:
        places = [place for place in range(len(edited) + 1) if not at - 1 <= place <= at + 2]
        if places:
            before.setdefault(random.choice(places), []).append(copy)
    return [
        paragraph
        for place in range(len(edited) + 1)
        for paragraph in [*before.get(place, []), *edited[place : place + 1]]
    ]


def _copied(
    book: Book, chosen: set[int], foreign: list[str], random: Random
) -> tuple[Book, list[tuple[int, list[Piece]]]]:
    """Return the book with the passages edited, and each copy with the paragraph it is from."""
    edited: Book = []
    copies = []
    for at, paragraph in enumerate(book):
        taken = [_beside_a_note(paragraph, index, chosen) for index in range(len(paragraph))]
        pairs = list(zip(paragraph, taken, strict=True))
        if any(taken):
            copies.append((at, [Piece(piece.words, None) for piece, is_taken in pairs if is_taken]))
        edited.append([_edit(piece, foreign, random) if took else piece for piece, took in pairs])
    return edited, copies


def _beside_a_note(paragraph: Sequence[Piece], index: int, chosen: set[int]) -> bool:
    return any(piece.key in chosen for piece in paragraph[max(0, index - 1) : index + 2])


def _edit(piece: Piece, foreign: list[str], random: Random) -> Piece:
    number = len(piece.words.split())
    for _ in range(1 + number // LONG if number >= FEW else 0):
        piece = _with_another_word(piece, random.choice(random.choice(foreign).split()), random)
    return piece


def _with_another_word(piece: Piece, word: str, random: Random) -> Piece:
    old = random.choice(list(re.finditer(r"\S+", piece.words)))
    longer = len(word) - len(old[0])
    return replace(
        piece,
        words=piece.words[: old.start()] + word + piece.words[old.end() :],
        start=piece.start + longer if piece.start >= old.end() else piece.start,
        end=piece.end + longer if piece.end >= old.end() else piece.end,
    )
