"""The records of finding words again: what is known of them, and where they may be."""

from dataclasses import dataclass

from annotated_reader.anchoring.target import State


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of a place; `position` is an offset in the text as it was, or None."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant (offsets in the seed), and how like it is, from 0 to 1."""

    start: int
    end: int
    words: float
    """Likeness of the words."""
    place: float
    """Likeness of the surroundings, both sides together."""
    in_place: bool
    """Whether at least one side of the surroundings says that this is the place."""
    run: int = 0
    """Length of the quote with what adjoins it and is the same, letter by letter; 0 if edited."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where the clue leads: a state, the place when there is one, the reason, all candidates.

    The best candidates come first.
    """

    state: State
    reason: str
    start: int = 0
    end: int = 0
    candidates: tuple[Candidate, ...] = ()
