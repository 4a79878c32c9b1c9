"""Verdicts that are older than the words that they judge."""

from collections.abc import Iterator

from annotated_reader.anchoring import Target
from annotated_reader.notes import NoteEntry, NoteRecord
from annotated_reader.problems import Problem
from annotated_reader.text import Document


def edited_since(record: NoteRecord, target: Target, document: Document) -> str:
    """Return the day on which an edit changed the words of a claim after it was checked, or nothing."""
    day = last_edit(record, target, document)
    return day if record.checked < day else ""


def last_edit(record: NoteRecord, target: Target, document: Document) -> str:
    """Return the day of the last edit of the words that a claim judges, or nothing.

    The words are those of its whole sentences: what stands beside a quote can turn its
    meaning. A withdrawn claim judges nothing any more.
    """
    if record.kind != "claim" or not record.checked or record.status != "current":
        return ""
    sentences = (document.sentences[document.position[id_]] for id_ in target.sentences)
    return max((sentence.edited for sentence in sentences), default="")


def overtaken(entry: NoteEntry, day: str) -> Iterator[Problem]:
    """Yield the R406 of a claim whose words were edited on a day after it was checked, if any."""
    if day:
        message = f"the words were edited on {day}, after this verdict was checked."
        hint = "Read the sentence again. Write the day on which you did, and a new verdict if it needs one."
        yield Problem(entry.place("checked"), "R406", message, hint)
