"""Text, notes and anchoring brought together: the Edition, and what is wrong with it."""

from annotated_reader.edition.build import build_edition
from annotated_reader.edition.counting import count_quotes
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.library import Library, read_library
from annotated_reader.edition.placing import selector_of, shorten
from annotated_reader.edition.pointers import Pointer
from annotated_reader.edition.reading import TextReading, read_document
from annotated_reader.edition.rebase import Rebase, RebasedNote, count_states, rebase_text
from annotated_reader.edition.records import (
    Address,
    Backlink,
    Chronology,
    Citation,
    Counts,
    CrossReference,
    EarlierVerdict,
    Edition,
    Event,
    Note,
    Period,
    Piece,
    Project,
    SourceUse,
    TextEdition,
)

__all__ = [
    "Address",
    "Backlink",
    "Chronology",
    "Citation",
    "Counts",
    "CrossReference",
    "EarlierVerdict",
    "Edition",
    "Event",
    "Library",
    "Note",
    "Period",
    "Piece",
    "Pointer",
    "Project",
    "Rebase",
    "RebasedNote",
    "SourceUse",
    "TextEdition",
    "TextInput",
    "TextReading",
    "build_edition",
    "count_quotes",
    "count_states",
    "find_texts",
    "read_document",
    "read_library",
    "rebase_text",
    "selector_of",
    "shorten",
]
