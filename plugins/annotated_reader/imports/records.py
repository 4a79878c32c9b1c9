"""The records of an import: what came in, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum

from annotated_reader.anchoring import Candidate, Clue, Selector
from annotated_reader.notes import NoteRecord


class Outcome(StrEnum):
    """What became of an annotation. Only the first three can have been written as a note.

    `already there`: a note of the text is this annotation, from an earlier import. `part`: a
    link that a note of the same file brings with it. `unsupported`: a valid annotation that
    a note cannot express; `invalid`: not an annotation.
    """

    PLACED = "placed"
    MOVED = "moved"
    EDITED = "edited"
    PRESENT = "already there"
    PART = "part"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"
    UNSUPPORTED = "unsupported"
    INVALID = "invalid"


NO_NOTE = frozenset({Outcome.PRESENT, Outcome.PART})
"""Outcomes of which nothing is written, for it would stand there twice."""

SETTLED = frozenset({Outcome.PLACED, Outcome.MOVED}) | NO_NOTE
"""Outcomes after which nobody needs to look for anything."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is known of the place of an annotation."""

    clue: Clue
    end: int | None = None
    """Offset behind the words, where the clue has a position."""
    others: tuple[Clue, ...] = ()
    """What else is known of the same place; it must lead there as well."""
    page: str = ""
    """Address of the page that was annotated; offsets count in the text of one page."""
    seed: str = ""
    """Digest (`sha256:…`) of the text in which the offsets count, or empty."""
    written: Selector | None = None
    """The place as the author of one of our own notes wrote it."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a foreign annotation says, before it is a note. `text` is our small Markdown."""

    text: str
    tags: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    day: str = ""
    """When it was written or last changed, like 2026-11-23, or empty."""
    assesses: bool = False
    """Whether its author says that it assesses the words."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """An annotation as it was understood: a note that has no place yet, and what is known of it."""

    name: str
    """Its id, or its first words where it has none."""
    pointer: str
    """Where it stands in the file, like `/items/3` (a JSON pointer, RFC 6901)."""
    id: str = ""
    """Its id (and which of its targets this is), or empty."""
    note: NoteRecord | None = None
    sought: Sought | None = None
    refused: Outcome | None = None
    """Why it cannot become a note, with `reason`; None when it can."""
    reason: str = ""
    part_of: str = ""
    """Id of the annotation that brings this one with it, or empty."""
    remarks: tuple[str, ...] = ()
    raw: object = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an annotation; `note` has its place when it can be written."""

    incoming: Incoming
    outcome: Outcome
    reason: str
    note: NoteRecord | None = None
    candidates: tuple[Candidate, ...] = ()
    remarks: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    """The place in the seed, of edited words also where it was not accepted."""

    @property
    def written(self) -> bool:
        """Whether this becomes a note of the text; of edited words, only where it was accepted."""
        return self.note is not None and self.outcome in _WRITTEN


_WRITTEN = frozenset({Outcome.PLACED, Outcome.MOVED, Outcome.EDITED})
