"""The records of a rebase: a text after an edit of its seed, and each of its notes."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.anchoring import State
from annotated_reader.anchoring.revision import Carried, Revision
from annotated_reader.edition.pointers import Pointer
from annotated_reader.notes import NoteEntry


@dataclass(frozen=True, slots=True)
class RebasedNote:
    """A note, and what an edit of the seed did to it."""

    entry: NoteEntry
    carried: Carried
    rewritten: bool
    """Whether its file must be changed for it to stay in its place."""
    remark: str = ""
    """What the edit means for the verdict of a claim; empty for what has none."""

    @property
    def name(self) -> str:
        """Its id, or where it was written."""
        return self.entry.record.id or str(self.entry.place())

    @property
    def placed(self) -> bool:
        """Whether it still has a place; else its author must decide."""
        return bool(self.carried.target.sentences)

    @property
    def outdated_waivers(self) -> list[int]:
        """The indexes of its waivers that are about an earlier edit of its words."""
        if self.carried.state in (State.EXACT, State.MOVED):
            return []
        return [n for n, waiver in enumerate(self.entry.record.allow) if waiver.code == "R406"]


@dataclass(frozen=True, slots=True)
class Rebase:
    """A text after an edit of its seed."""

    slug: str
    revision: Revision
    notes: tuple[RebasedNote, ...]
    pointers: tuple[Pointer, ...]
    """What names a sentence that is gone, in the files of all texts."""
    files: Mapping[Path, str]
    """What `--write` writes: the list of sentences, and the files that name others now."""

    @property
    def complete(self) -> bool:
        """Whether every note still has a place, and nothing points at what is gone."""
        return all(note.placed for note in self.notes) and not self.broken

    @property
    def broken(self) -> tuple[Pointer, ...]:
        """What points at a sentence that nobody can name now."""
        return tuple(pointer for pointer in self.pointers if pointer.broken)


def count_states(rebase: Rebase) -> dict[State, int]:
    """Return how many notes are in each state, in the order of the states."""
    states = [note.carried.state for note in rebase.notes]
    return {state: states.count(state) for state in State}
