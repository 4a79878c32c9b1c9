"""Text, notes and anchoring brought together: the Edition, and what is wrong with it."""

from annotated_reader.edition.build import build_edition
from annotated_reader.edition.counting import count_quotes
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.library import read_library
from annotated_reader.edition.placing import shorten
from annotated_reader.edition.pointers import Pointer
from annotated_reader.edition.reading import read_document
from annotated_reader.edition.rebase import rebase_text
from annotated_reader.edition.rebased import Rebase, RebasedNote, count_states
from annotated_reader.edition.records import (
    Address,
    Backlink,
    Citation,
    Counts,
    CrossReference,
    EarlierVerdict,
    Edition,
    Event,
    Note,
    Period,
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
    "EarlierVerdict",
    "Edition",
    "Event",
    "Note",
    "Period",
    "Pointer",
    "Project",
    "Rebase",
    "RebasedNote",
    "SourceUse",
    "TextEdition",
    "TextInput",
    "build_edition",
    "count_quotes",
    "count_states",
    "find_texts",
    "read_document",
    "read_library",
    "rebase_text",
    "shorten",
]
