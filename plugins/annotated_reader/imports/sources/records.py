"""The records of an import of sources: what came in, and what became of it."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from annotated_reader.notes.source_rewriting import Fields
from annotated_reader.problems import Place, Problem

MAX_SOURCES = 10_000
"""Sources taken from one file."""


def too_many(number: int, place: Place) -> list[Problem]:
    """Return the R004 of a file that holds more sources than are taken from one, or nothing."""
    if number <= MAX_SOURCES:
        return []
    message = f"holds more than {MAX_SOURCES:,} sources."
    return [Problem(place, "R004", message, "Import it in parts.")]


class Outcome(StrEnum):
    """What became of a record. Of `new` and `updated` ones something was written.

    `same`: the source is there, with all that the record says; `differs`: it is there,
    and says less or something else; `repeated`: the record stands twice in its file.
    """

    NEW = "new"
    UPDATED = "updated"
    SAME = "same"
    DIFFERS = "differs"
    REPEATED = "repeated"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Raw:
    """One record as its file has it, in the words of CSL; `data` may still be anything."""

    data: Any
    line: int
    """Where it begins, from 1."""
    remarks: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    """Names of what the format has and CSL has not."""
    refused: str = ""
    """Why it cannot be read, or empty."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """One record as `sources.yml` could hold it, whatever is there already."""

    line: int
    fields: Fields = field(default_factory=dict)
    """Without an id."""
    wanted: str = ""
    """The id that it had, made fit for `sources.yml`, or one made of what it says."""
    proposed: bool = False
    """Whether it had none that could be used."""
    remarks: tuple[str, ...] = ()
    unsupported: tuple[str, ...] = ()
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a record; `id` is that of the source in `sources.yml`."""

    incoming: Incoming
    outcome: Outcome
    id: str = ""
    reason: str = ""
    remarks: tuple[str, ...] = ()
    fields: Fields = field(default_factory=dict)
    """What is written: the whole source, or what it lacked."""
    index: int = -1
    """Which source of `sources.yml` gets the fields; -1 for a new one."""
