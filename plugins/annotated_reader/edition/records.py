"""The records of an Edition: frozen data that knows everything the pages show.

Nobody after this searches, parses or counts.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from annotated_reader.anchoring import Target
from annotated_reader.evidence import QuoteCheck, QuoteState
from annotated_reader.files import Folder
from annotated_reader.links import Links
from annotated_reader.notes import NoteRecord, Source, TextRecord, Vocabulary
from annotated_reader.notes.edtf import EdtfDate
from annotated_reader.notes.format import ReasonRecord, SourceRelation, VerdictRecord
from annotated_reader.problems import Place
from annotated_reader.text import Document, Sentence


@dataclass(frozen=True, slots=True)
class Project:
    """Where the input of an edition lies."""

    root: Path
    """What is written of the project is written below this folder."""
    seeds: Folder
    annotations: Folder

    @classmethod
    def at(cls, root: Path, seeds: str = "seeds", annotations: str = "annotations") -> "Project":
        """Return the project of a root folder; the names become those of its places."""
        return cls(
            root.absolute(),
            Folder((root / seeds).absolute(), Path(seeds).as_posix()),
            Folder((root / annotations).absolute(), Path(annotations).as_posix()),
        )


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
class Address:
    """A place that can be pointed at: a text, one of its sentences, one of its notes."""

    text: str
    sentence: str = ""
    """Id of the sentence; empty for the text as a whole."""
    note: str = ""
    """Anchor of the note in its page, like `note-speaker`."""

    @property
    def anchor(self) -> str:
        """Id of the element that the address names; empty for the text as a whole."""
        return self.note or self.sentence


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link from a note to a place; `relation` is empty for a plain "see"."""

    target: Address
    relation: str


@dataclass(frozen=True, slots=True)
class Backlink:
    """The other end of a cross-reference: the note that points here, and how."""

    source: Address
    relation: str
    label: str
    """Label of the note that points here, like `13a`."""


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


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece that a text was joined from."""

    name: str
    what: str
    runs: tuple[tuple[str, ...], ...]
    """Its sentence ids in the order in which the piece is to be read, run by run."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a chronology, and the places that tell of it."""

    date: EdtfDate
    what: str
    places: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time that the picture of a chronology shows by itself."""

    title: str
    first: EdtfDate
    last: EdtfDate


@dataclass(frozen=True, slots=True)
class Chronology:
    """The events of a text's subject in the order of time, and the periods to show."""

    events: tuple[Event, ...] = ()
    periods: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text's notes come to; withdrawn notes count for `withdrawn` only."""

    sentences: int
    annotated: int
    """Sentences with a note."""
    checked: int
    """Sentences with a claim that has a verdict."""
    notes: int
    kinds: Mapping[str, int]
    verdicts: Mapping[str, int]
    """Claims by verdict."""
    checked_as: Mapping[str, int]
    """Checked sentences by the verdict to be seen first in them; the sum is `checked`."""
    withdrawn: int
    """Withdrawn claims."""


@dataclass(frozen=True, slots=True)
class TextEdition:
    """One text with its notes."""

    slug: str
    """Name of the seed file without its ending: the address of the text."""
    title: str
    direction: str
    record: TextRecord
    document: Document
    files: tuple[Place, ...]
    """The files that its notes were read from."""
    notes: tuple[Note, ...]
    """All notes that have a place, in reading order."""
    unplaced: tuple[Note, ...]
    """Notes looking for their place."""
    by_sentence: Mapping[str, tuple[Note, ...]]
    """The notes shown behind each sentence; several sentences' notes behind the last."""
    elsewhere: Mapping[str, tuple[Note, ...]]
    """The notes about each sentence that are shown behind a later one."""
    backlinks: Mapping[str, tuple[Backlink, ...]]
    """What points at a sentence or a note, by anchor; at the whole text, by the empty one."""
    unchecked: tuple[str, ...]
    """Ids of the sentences that no claim with a verdict covers."""
    counts: Counts
    pieces: tuple[Piece, ...] = ()
    """The pieces that it was joined from, in their natural order; empty when it is of one piece."""
    chronology: Chronology = Chronology()

    @property
    def short_title(self) -> str:
        """The title by which other texts refer to this one."""
        return self.record.short or self.title

    def sentence(self, id_: str) -> Sentence:
        """Return the sentence with an id."""
        return self.document.sentences[self.document.position[id_]]

    def is_annotated(self, id_: str) -> bool:
        """Whether there is something to show behind a sentence."""
        return any(id_ in there for there in (self.by_sentence, self.elsewhere, self.backlinks))

    def words(self, id_: str) -> str:
        """Return the words of a sentence, white space made single spaces."""
        return " ".join(self.document.words(self.sentence(id_)).split())


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A citation seen from its source: by which note of which text."""

    text: str
    note: Note
    citation: Citation


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything: the texts, the bibliography, and who cites what."""

    texts: tuple[TextEdition, ...]
    sources: Mapping[str, Source]
    uses: Mapping[str, tuple[SourceUse, ...]]
    """Uses of each source, in reading order, those of withdrawn notes too; empty for one not cited."""
    vocabulary: Vocabulary
    by_slug: Mapping[str, TextEdition] = field(default_factory=dict)
    quotes: Mapping[QuoteState, int] = field(default_factory=dict)
    """How many quotes of sources are in each state; those of withdrawn notes do not count."""
    links: Links = field(default_factory=dict)
    """What is known of the addresses of the sources."""

    def text(self, slug: str) -> TextEdition:
        """Return the text with a slug."""
        return self.by_slug[slug]
