"""A note, as it is written in the files of a text."""

import re
from typing import Annotated

from msgspec import Meta, Struct

from annotated_reader.notes.format.values import (
    SENTENCE_ID_PATTERN,
    AnnotationId,
    Day,
    Kind,
    Line,
    NoteId,
    Prose,
    Relation,
    SentenceIds,
    SourceId,
    SourceRelation,
    Status,
    Words,
)


class SourceUse(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One use of a source by a note: where in it, the words that carry it, and for what."""

    source: SourceId
    locator: Line = ""
    quote: Words = ""
    relation: SourceRelation = "context"


class Waiver(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A warning that a note means to keep, and why."""

    code: Line
    because: Line


class HistoryEntry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verdict that a claim had before: which, of what day, and why it was changed."""

    verdict: Line
    checked: Day
    why: Line = ""


class NoteRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A note as its author wrote it."""

    kind: Kind
    id: NoteId = ""
    at: SentenceIds = []
    quote: Words = ""
    prefix: Words = ""
    suffix: Words = ""
    verdict: Line = ""
    reasons: Annotated[
        list[Line], Meta(max_length=3, description="a list of at most three reasons")
    ] = []
    term: Line = ""
    lead: Line = ""
    note: Prose = ""
    sources: Annotated[
        list[SourceUse], Meta(max_length=50, description="a list of sources, each with `source:`")
    ] = []
    see: Annotated[
        list[Line], Meta(max_length=50, description="a list like [s13, other-text#s18, note-id]")
    ] = []
    relation: Relation | None = None
    searched: Annotated[
        list[Line], Meta(max_length=50, description="a list of the places where one looked")
    ] = []
    by: Annotated[list[Line], Meta(max_length=20, description="a list of names or handles")] = []
    via: AnnotationId = ""
    checked: Day = ""
    history: Annotated[
        list[HistoryEntry],
        Meta(max_length=20, description="a list of earlier verdicts, each with its day"),
    ] = []
    status: Status = "current"
    allow: Annotated[
        list[Waiver],
        Meta(max_length=10, description="a list like [{code: R107, because: why it may stay}]"),
    ] = []

    def __post_init__(self) -> None:
        """Refuse a single sentence id of the wrong form, with msgspec's own error."""
        if isinstance(self.at, str) and not re.search(SENTENCE_ID_PATTERN, self.at):
            raise ValueError(self.at)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentence ids of `at`, none to twenty."""
        return (self.at,) if isinstance(self.at, str) else tuple(self.at)
