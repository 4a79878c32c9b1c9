"""A text with its notes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotated_reader.edition.records.address import Backlink
from annotated_reader.edition.records.note import Note
from annotated_reader.edition.records.outline import Chronology, Piece
from annotated_reader.notes import TextRecord
from annotated_reader.problems import Place
from annotated_reader.text import Document, Sentence


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
    chronology: Chronology = field(default_factory=Chronology)

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
        sentence = self.sentence(id_)
        return self.document.flat(sentence.start, sentence.end)
