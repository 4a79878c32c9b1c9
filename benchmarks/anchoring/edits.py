"""The edits: what is done to the sentences that notes are about, and where the notes belong then.

A book is a list of paragraphs, each a list of sentences. Every edit takes the chosen
sentences of one book and says, for each, what stands for it afterwards: the same
sentence (perhaps elsewhere), an edited one, or nothing.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks.anchoring.book import Book, Piece
from benchmarks.anchoring.copies import copied_above, copied_below, copied_elsewhere

Edit = Callable[[Book, set[int], list[str], Random], Book]


def _each(book: Book, chosen: set[int], change: Callable[[Piece], list[Piece]]) -> Book:
    edited = (
        [new for piece in paragraph for new in (change(piece) if piece.key in chosen else [piece])]
        for paragraph in book
    )
    return [paragraph for paragraph in edited if paragraph]


def unchanged(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Nothing is done."""
    return book


def insertion_before(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """A sentence of another book is put before each chosen one."""
    return _each(book, chosen, lambda piece: [Piece(random.choice(foreign), None), piece])


def one_character(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """One letter inside the words of the note is lost."""

    def change(piece: Piece) -> list[Piece]:
        at = random.randrange(piece.start, piece.end)
        words = piece.words[:at] + piece.words[at + 1 :]
        return [replace(piece, words=words, end=piece.end - 1)]

    return _each(book, chosen, change)


def words_replaced(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """One word of a short phrase, or two of a long passage, become other words."""

    def change(piece: Piece) -> list[Piece]:
        inside = piece.words[piece.start : piece.end].split(" ")
        for at in random.sample(range(len(inside)), 1 if len(inside) <= 4 else 2):
            inside[at] = random.choice(random.choice(foreign).split())
        return [_with_inside(piece, " ".join(inside))]

    return _each(book, chosen, change)


def _with_inside(piece: Piece, inside: str) -> Piece:
    words = piece.words[: piece.start] + inside + piece.words[piece.end :]
    return replace(piece, words=words, end=piece.start + len(inside))


def sentence_moved(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Each chosen sentence is taken to another paragraph."""
    taken = [piece for paragraph in book for piece in paragraph if piece.key in chosen]
    moved = _each(book, chosen, lambda piece: [])
    for piece in taken:
        paragraph = random.choice(moved)
        paragraph.insert(random.randint(0, len(paragraph)), piece)
    return moved


def sentence_deleted(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Each chosen sentence is removed."""
    return _each(book, chosen, lambda piece: [])


def near_copy(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Each chosen sentence is removed; one that differs in two words stands elsewhere."""
    copies = []

    def change(piece: Piece) -> list[Piece]:
        words = piece.words.split(" ")
        for at in random.sample(range(len(words)), min(2, len(words))):
            words[at] = random.choice(random.choice(foreign).split())
        copies.append(Piece(" ".join(words), None))
        return []

    edited = _each(book, chosen, change)
    for copy in copies:
        paragraph = random.choice(edited)
        paragraph.insert(random.randint(0, len(paragraph)), copy)
    return edited


def rewritten(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """The words of the note become as many others; what is around them stays."""

    def change(piece: Piece) -> list[Piece]:
        length = len(piece.words[piece.start : piece.end].split())
        source = " ".join(random.sample(foreign, 3)).split()
        inside = " ".join((source * 50)[:length])
        return [replace(_with_inside(piece, inside), key=None)]

    return _each(book, chosen, change)


def paragraph_reordered(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """The paragraphs of the chosen sentences are taken to other places."""
    here = [p for p in book if not any(piece.key in chosen for piece in p)]
    taken = [p for p in book if any(piece.key in chosen for piece in p)]
    for paragraph in taken:
        here.insert(random.randint(0, len(here)), paragraph)
    return here


def retyped(book: Book, chosen: set[int], foreign: list[str], random: Random) -> Book:
    """Quotation marks and dashes of the whole text are typed in another way."""
    table = str.maketrans({"“": '"', "”": '"', "’": "'", "‘": "'", "—": "–", "\u2060": None})

    def retype(piece: Piece) -> Piece:
        before, inside = piece.words[: piece.start], piece.words[piece.start : piece.end]
        start = len(before.translate(table))
        end = start + len(inside.translate(table))
        return replace(piece, words=piece.words.translate(table), start=start, end=end)

    return [[retype(piece) for piece in paragraph] for paragraph in book]


EDITS: dict[str, Edit] = {
    "unchanged": unchanged,
    "insertion before": insertion_before,
    "one character": one_character,
    "words replaced": words_replaced,
    "sentence moved": sentence_moved,
    "sentence deleted": sentence_deleted,
    "near-copy elsewhere": near_copy,
    "rewritten in place": rewritten,
    "paragraph reordered": paragraph_reordered,
    "quotes and dashes": retyped,
    "copied below": copied_below,
    "copied above": copied_above,
    "copied elsewhere": copied_elsewhere,
}
"""Every edit by name; after "deleted", "near-copy" and "rewritten" the notes have no place."""

NO_PLACE = {"sentence deleted", "near-copy elsewhere", "rewritten in place"}

COPIES = {"copied below", "copied above", "copied elsewhere"}
"""Edits after which the words of the notes stand verbatim, surroundings and all, elsewhere only.

Without a memory of the old text nothing tells such a copy from a passage that was moved.
"""
