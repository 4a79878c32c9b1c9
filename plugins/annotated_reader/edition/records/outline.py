"""What is told of a text besides its notes: its pieces, and the events of its subject."""

from dataclasses import dataclass

from annotated_reader.edition.records.address import Address
from annotated_reader.notes.edtf import EdtfDate


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
