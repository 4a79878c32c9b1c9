"""The records of a note that is carried over an edit of the seed."""

from dataclasses import dataclass, replace

from annotated_reader.anchoring.target import Finding, Selector, State, Target


@dataclass(frozen=True, slots=True)
class Placed:
    """A note in its old place: what it says of it, where that was, and the words there."""

    selector: Selector
    target: Target
    words: str


@dataclass(frozen=True, slots=True)
class Carried:
    """A note after an edit of the seed."""

    state: State
    reason: str
    before: str
    """The words that the note was about, white space made single spaces."""
    after: str
    """The words that it is about now; for a lost one, what stands in its place, if anything."""
    target: Target
    selector: Selector
    """How its place must be written now; the old way when nothing need be changed."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with its place before the edit already."""


def without_place(
    note: Placed, state: State, reason: str, after: str = "", among: tuple[str, ...] = ()
) -> Carried:
    """Return a note that has lost its place; it remembers its old sentence, also in its file.

    So a note that named no sentence cannot slip to a passage with the same words:
    the id that it remembers is retired, and every check says so. Where its words
    stand several times, it remembers all the sentences that they stand in (`among`).
    """
    remembered = note.selector
    if among or not remembered.sentences:
        remembered = replace(remembered, sentences=among or note.target.sentences)
    return Carried(state, reason, note.words, after, Target(state), remembered)
