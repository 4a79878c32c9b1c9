"""A text on its way to the edition."""

from dataclasses import dataclass

from annotated_reader.anchoring import Target
from annotated_reader.notes import ChronologyEntries, Entry, NoteEntry, PieceRecord, TextRecord
from annotated_reader.problems import Place
from annotated_reader.text import Document


@dataclass(frozen=True, slots=True)
class Draft:
    """A text whose notes have been anchored, but do not know each other yet."""

    slug: str
    record: TextRecord
    document: Document
    files: tuple[Place, ...]
    entries: tuple[tuple[NoteEntry, Target], ...]
    pieces: tuple[Entry[PieceRecord], ...]
    chronology: ChronologyEntries
