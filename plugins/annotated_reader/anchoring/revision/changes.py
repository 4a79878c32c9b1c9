"""The records of a revision: what became of each sentence when the seed was edited."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to a sentence, or to a few that became one."""

    UNCHANGED = "unchanged"
    MOVED = "moved"
    EDITED = "edited"
    SPLIT = "split"
    JOINED = "joined"
    DELETED = "deleted"
    INSERTED = "inserted"
    AMBIGUOUS = "ambiguous"
    """Several sentences are equal, or very like, and nobody can tell which one it became."""


@dataclass(frozen=True, slots=True)
class Change:
    """Old sentences and the new ones that they became, as indexes of two lists of sentences."""

    kind: ChangeKind
    old: tuple[int, ...]
    new: tuple[int, ...]
