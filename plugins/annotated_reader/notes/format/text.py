"""`text.yml`, and what is told of a text beside its notes: events and pieces."""

from typing import Annotated

from msgspec import Meta, Struct

from annotated_reader.notes.format.values import (
    Day,
    Direction,
    LanguageTag,
    Line,
    Prose,
    SentenceId,
)


class FoundAt(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a text was found."""

    url: Line = ""
    accessed: Day = ""
    note: Prose = ""


class TextRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`text.yml`: what is to be known about a text as a whole."""

    title: Line = ""
    short: Line = ""
    author: Line = ""
    date: Line = ""
    language: LanguageTag = "en"
    direction: Direction | None = None
    description: Prose = ""
    source: FoundAt = FoundAt()
    rights: Prose = ""
    editors: Annotated[list[Line], Meta(max_length=50, description="a list of names")] = []


class EventRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One event of a chronology, and where the text and its notes tell of it."""

    date: Line
    what: Line
    see: Annotated[
        list[Line], Meta(max_length=50, description="a list like [s13, other-text#s18, note-id]")
    ] = []


class PeriodRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of time that the picture of a chronology shows by itself."""

    title: Line
    first: Line
    last: Line


class RunRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sentences that follow each other, from the first to the last."""

    first: SentenceId
    last: SentenceId


class PieceRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A piece that a text was joined from: its runs of sentences in their own order."""

    name: Line
    what: Line
    runs: Annotated[
        list[RunRecord],
        Meta(
            min_length=1,
            max_length=50,
            description="a list of one to fifty runs, each with `first:` and `last:`",
        ),
    ]
