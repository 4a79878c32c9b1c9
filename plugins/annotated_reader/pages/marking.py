"""The quoted words in a sentence: overlapping marks split so that every piece knows its notes."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from annotated_reader.edition import Note
from annotated_reader.text import Document, Sentence

# The strong classes of the Unicode Bidirectional Algorithm (UAX 9, table 4).
_DIRECTIONS = {"L": "ltr", "R": "rtl", "AL": "rtl"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with the same notes on it; none of them for unmarked words."""

    words: str
    notes: tuple[Note, ...]

    @property
    def leading(self) -> Note | None:
        """The note whose look the piece takes."""
        return leading_note(self.notes)

    @property
    def direction(self) -> str:
        """Which way all letters of the words are written, `ltr` or `rtl`; empty of mixed or none."""
        classes = map(unicodedata.bidirectional, self.words)
        found = {_DIRECTIONS[class_] for class_ in classes if class_ in _DIRECTIONS}
        return found.pop() if len(found) == 1 else ""


def leading_note(notes: Iterable[Note]) -> Note | None:
    """Return the note whose look a group takes, the one to be seen first; none of none."""
    return min(notes, key=lambda note: note.attention, default=None)


def split_at_marks(document: Document, sentence: Sentence, notes: Iterable[Note]) -> list[Piece]:
    """Return the words of a sentence in pieces; joined they are the sentence.

    Every piece names the note to be seen first as its first. `notes` are those that touch the sentence; whole-sentence notes mark no words.
    """
    marks = [
        (max(note.target.start, sentence.start), min(note.target.end, sentence.end), note)
        for note in sorted(notes, key=lambda note: note.attention)
        if note.target.quoted and note.current
    ]
    edges = sorted({sentence.start, sentence.end, *(m[0] for m in marks), *(m[1] for m in marks)})
    return [
        Piece(
            document.source[start:end],
            tuple(note for first, last, note in marks if first <= start and end <= last),
        )
        for start, end in pairwise(edges)
    ]
