"""The records of anchoring: what a note says of its place, and what was found."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How certain the place of a note is.

    `exact`: these are the words and this is the place. `moved` and `edited`: the
    words, or the place, have changed since. `ambiguous` and `lost`: no place.
    """

    EXACT = "exact"
    MOVED = "moved"
    EDITED = "edited"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Selector:
    """What a note says of its place: sentence ids, and a quote with what stands around it."""

    sentences: tuple[str, ...] = ()
    quote: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a note belongs: offsets in the seed (characters, end exclusive) and sentences.

    Without a place (`ambiguous`, `lost`) start and end are 0 and `sentences` is empty.
    """

    state: State
    start: int = 0
    end: int = 0
    sentences: tuple[str, ...] = ()
    quoted: bool = False
    """Whether the note is about words rather than whole sentences."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a place: problem code, the key at fault, message and hint."""

    code: str
    key: str
    message: str
    hint: str = ""
