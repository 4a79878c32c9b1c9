"""A note in its place, with all that it names."""

from dataclasses import dataclass

from annotated_reader.anchoring import Target
from annotated_reader.edition.records.address import CrossReference
from annotated_reader.evidence import QuoteCheck
from annotated_reader.notes import NoteRecord, Source
from annotated_reader.notes.format import ReasonRecord, SourceRelation, VerdictRecord
from annotated_reader.problems import Place


@dataclass(frozen=True, slots=True)
class Citation:
    """One use of a source by a note."""

    source: Source
    locator: str
    quote: str
    relation: SourceRelation
    check: QuoteCheck | None = None
    """Whether the source has the quote, by the copy that was kept of it; None without a quote."""


@dataclass(frozen=True, slots=True)
class EarlierVerdict:
    """A verdict that a claim had before: which, of what day, and why it was changed."""

    verdict: VerdictRecord
    checked: str
    why: str


@dataclass(frozen=True, slots=True)
class Note:
    """A note in its place."""

    anchor: str
    """Id of its element, `note-` and its own id or its label: unique in the text."""
    label: str
    """Number of its sentence and a letter: `20a`. Empty for a note without a place."""
    record: NoteRecord
    target: Target
    place: Place
    """Where it was written."""
    verdict: VerdictRecord | None
    reasons: tuple[ReasonRecord, ...]
    history: tuple[EarlierVerdict, ...]
    """What was said of the claim before, the oldest first."""
    citations: tuple[Citation, ...]
    references: tuple[CrossReference, ...]
    attention: int
    """How early it is to be seen, from 0: problems first, notes without a verdict last."""
    edited: str = ""
    """Day on which the words of a claim were edited after it was checked; empty if none were."""

    @property
    def current(self) -> bool:
        """Whether the note counts: a withdrawn one is shown, and counts for nothing."""
        return self.record.status == "current"
