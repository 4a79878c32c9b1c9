"""The format of the YAML files: one definition for reading, checking and documenting.

The descriptions are what a problem tells its author ("must be …"), so they are
written to follow these words.
"""

from annotated_reader.notes.format.note import HistoryEntry, NoteRecord, SourceUse, Waiver
from annotated_reader.notes.format.person import PersonRecord
from annotated_reader.notes.format.text import (
    EventRecord,
    FoundAt,
    PeriodRecord,
    PieceRecord,
    TextRecord,
)
from annotated_reader.notes.format.values import (
    AnnotationId,
    Day,
    Kind,
    LanguageTag,
    Prose,
    Relation,
    SentenceId,
    SentenceIds,
    SourceId,
    SourceRelation,
)
from annotated_reader.notes.format.vocabulary import Needs, ReasonRecord, VerdictRecord

__all__ = [
    "AnnotationId",
    "Day",
    "EventRecord",
    "FoundAt",
    "HistoryEntry",
    "Kind",
    "LanguageTag",
    "Needs",
    "NoteRecord",
    "PeriodRecord",
    "PersonRecord",
    "PieceRecord",
    "Prose",
    "ReasonRecord",
    "Relation",
    "SentenceId",
    "SentenceIds",
    "SourceId",
    "SourceRelation",
    "SourceUse",
    "TextRecord",
    "VerdictRecord",
    "Waiver",
]
