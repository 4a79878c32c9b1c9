"""The picture of a text: which sign stands for each sentence, in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.edition import Address, Note, TextEdition
from annotated_reader.notes.format import VerdictRecord
from annotated_reader.pages.marking import leading_note
from annotated_reader.pages.view import View


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of one sentence: its shape, and what it says to somebody who hears it."""

    link: str
    shape: str
    """A tone for a verdict, a kind for other notes, or `none`."""
    label: str
    verdict: VerdictRecord | None = None


def signs(text: TextEdition, sentences: Iterable[str], view: View) -> list[Sign]:
    """Return the signs of some sentences; a sentence looks like the note to be seen first."""
    return [_sign(text, id_, view) for id_ in sentences]


def _sign(text: TextEdition, id_: str, view: View) -> Sign:
    first = leading_note(note for note in text.by_sentence.get(id_, ()) if note.current)
    verdict = first.verdict if first else None
    return Sign(view.to(Address(text.slug, id_)), _shape(first), view.summary(text, id_), verdict)


def _shape(note: Note | None) -> str:
    if note is None:
        return "none"
    return note.verdict.tone if note.verdict else note.record.kind
