"""Why a note is where it is after an edit of the seed, in words for its author."""

from collections import Counter
from dataclasses import dataclass

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.changes import ChangeKind
from annotated_reader.anchoring.revision.likeness import likeness
from annotated_reader.anchoring.revision.revise import Revision
from annotated_reader.anchoring.target import State

WEAK = 0.75
"""Likeness of an edited sentence to the old one below which its author is told how little it is."""

REASONS = {
    ChangeKind.UNCHANGED: "the sentence is unchanged",
    ChangeKind.MOVED: "the sentence stands in another place",
    ChangeKind.EDITED: "the sentence was edited",
    ChangeKind.SPLIT: "the sentence was split",
    ChangeKind.JOINED: "the sentence was joined with another",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the sentences of a note: the state that it comes to be in, and why."""

    state: State
    reason: str


def fate_of(kind: ChangeKind, before: str, after: str) -> Fate:
    """Return what a change of sentences, from these words to those, means for a note on them."""
    reason = REASONS[kind]
    if kind is ChangeKind.EDITED:
        alike = likeness(fold(before), fold(after))
        share = f"only {alike:.0%}" if alike else "hardly anything"
        reason += f", and {share} of it is the same" if alike < WEAK else ""
    if kind is ChangeKind.UNCHANGED:
        return Fate(State.EXACT, reason)
    return Fate(State.MOVED if kind is ChangeKind.MOVED else State.EDITED, reason)


class Doubts:
    """Why sentences are ambiguous: by how often their words stood in the text, and stand now."""

    def __init__(self, revision: Revision) -> None:
        document = revision.document
        self._before = Counter(fold(item.words) for item in revision.listed)
        self._now = Counter(fold(document.words(sentence)) for sentence in document.sentences)

    def why(self, words: str) -> str:
        """Return why nobody can tell what became of a sentence."""
        before, now = self._before[fold(words)], self._now[fold(words)]
        if not now:
            return "it was edited or is gone, and several sentences are too much alike to tell"
        if before == now == 1:
            return "its passage stands elsewhere, and one very like it in its old place"
        if before == 1:
            return "equal sentences stand in several places now"
        what = "their number has changed" if before != now else "they stand elsewhere"
        return f"equal sentences stood in several places, and {what}"
