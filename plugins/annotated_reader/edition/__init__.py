"""Text, notes and anchoring brought together: the Edition, and what is wrong with it."""

from annotated_reader.edition.build import build_edition, read_document
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.records import (
    Address,
    Backlink,
    Citation,
    Counts,
    CrossReference,
    Edition,
    Note,
    Project,
    SourceUse,
    TextEdition,
)

__all__ = [
    "Address",
    "Backlink",
    "Citation",
    "Counts",
    "CrossReference",
    "Edition",
    "Note",
    "Project",
    "SourceUse",
    "TextEdition",
    "TextInput",
    "build_edition",
    "find_texts",
    "read_document",
]
