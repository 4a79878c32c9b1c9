"""The records of an Edition: frozen data that knows everything the pages show.

Nobody after this searches, parses or counts.
"""

from annotated_reader.edition.records.address import Address, Backlink, CrossReference
from annotated_reader.edition.records.edition import Edition, SourceUse
from annotated_reader.edition.records.note import Citation, EarlierVerdict, Note
from annotated_reader.edition.records.outline import Chronology, Event, Period, Piece
from annotated_reader.edition.records.project import Project
from annotated_reader.edition.records.text import Counts, TextEdition

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
    "Note",
    "Period",
    "Piece",
    "Project",
    "SourceUse",
    "TextEdition",
]
