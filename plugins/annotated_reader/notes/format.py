"""The format of the YAML files: one definition for reading, checking and documenting.

The descriptions are what a problem tells its author ("must be …"), so they are
written to follow these words.
"""

import re
from typing import Annotated, Literal

from msgspec import Meta, Struct

NoteId = Annotated[
    str,
    Meta(
        pattern=r"^(?!s[0-9]+$)[a-z0-9][a-z0-9-]{0,63}$(?!\n)",
        description="small letters a to z, digits and hyphens, 64 at most, and not a sentence id",
    ),
]
SourceId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$(?!\n)",
        description="small letters a to z, digits, hyphens and underscores, 64 at most",
    ),
]
_SENTENCE_ID = r"^s(0|[1-9][0-9]{0,5})$(?!\n)"
SentenceId = Annotated[str, Meta(pattern=_SENTENCE_ID, description="a sentence id like s12")]
# A single id has no pattern here, and is looked at on its own: a union of text that has a
# pattern and a list makes msgspec (0.19 to 0.22) write where it must not, and crash at last.
SentenceIds = Annotated[
    str | Annotated[list[SentenceId], Meta(min_length=1, max_length=20)],
    Meta(description="a sentence id like s12, or a list of them like [s9, s10]"),
]
Words = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=1000,
        # Something that can be seen: not only white space and zero-width characters.
        pattern=r"[^\s\u00ad\u200b-\u200f\u2060\ufeff]",
        description="words of the text, 1,000 characters at most",
    ),
]
Line = Annotated[
    str, Meta(min_length=1, max_length=400, description="one line of text, 400 characters at most")
]
Prose = Annotated[
    str, Meta(min_length=1, max_length=5000, description="text, 5,000 characters at most")
]
Day = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\n)",
        description="a day like 2026-11-23",
    ),
]
LanguageTag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$(?!\n)",
        description="a language tag (BCP 47) like en or hy",
    ),
]

Kind = Literal["citation", "cross-reference", "claim", "gloss"]
Relation = Literal["repeats", "contradicts", "elaborates", "depends-on", "answers"]
SourceRelation = Literal["supports", "contradicts", "context"]
Status = Literal["current", "withdrawn"]
Rating = Literal["5", "4", "3", "2", "1", "none"]
Direction = Literal["ltr", "rtl"]
Tone = Literal["supported", "problem", "open"]
LineStyle = Literal["solid", "wavy", "double", "dashed", "dotted"]


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
        if isinstance(self.at, str) and not re.search(_SENTENCE_ID, self.at):
            raise ValueError(self.at)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentence ids of `at`, none to twenty."""
        return (self.at,) if isinstance(self.at, str) else tuple(self.at)


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


class Needs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a claim must bring for a verdict; every value is `yes` or absent."""

    source: Literal["yes"] | None = None
    quote: Literal["yes"] | None = None
    disagreement: Literal["yes"] | None = None
    searched: Literal["yes"] | None = None


class VerdictRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One verdict of the vocabulary and how it is shown."""

    id: NoteId
    label: Line
    meaning: Line
    badge: Annotated[str, Meta(min_length=1, max_length=2, description="one or two characters")]
    tone: Tone
    line: LineStyle
    needs: Needs = Needs()
    rating: Rating | None = None


class ReasonRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reason that may stand beside a verdict."""

    id: NoteId
    label: Line
    meaning: Line


class PersonRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A name in CSL: a person by parts, or an organisation by `literal`."""

    family: Line = ""
    given: Line = ""
    dropping_particle: Line = ""
    non_dropping_particle: Line = ""
    suffix: Line = ""
    comma_suffix: Literal["true", "false"] | None = None
    literal: Line = ""
