"""What a reader of a page can choose notes by."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_reader.edition import TextEdition
from annotated_reader.notes.format import VerdictRecord

KINDS = ("claim", "citation", "cross-reference", "gloss")


@dataclass(frozen=True, slots=True)
class Choices:
    """The kinds and verdicts of the notes on a page, and the annotators of its text."""

    kinds: tuple[str, ...]
    verdicts: tuple[VerdictRecord, ...]
    annotators: tuple[str, ...]


def choices_of(text: TextEdition, sentences: Sequence[str]) -> Choices:
    """Return what the notes of some sentences can be chosen by, each group in a fixed order."""
    notes = [note for id_ in sentences for note in text.by_sentence.get(id_, ())]
    used = {note.record.kind for note in notes}
    verdicts = {note.verdict.id: note.verdict for note in notes if note.verdict}
    order = [id_ for id_ in text.counts.verdicts if id_ in verdicts]
    return Choices(
        tuple(kind for kind in KINDS if kind in used),
        tuple(verdicts[id_] for id_ in order),
        tuple(sorted({name for note in text.notes for name in note.record.by})),
    )
