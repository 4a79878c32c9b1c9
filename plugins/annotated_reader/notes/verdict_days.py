"""The days of verdicts: real ones, in order, and none that is still to come."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from annotated_reader.notes.edtf import parse_edtf
from annotated_reader.notes.format import NoteRecord
from annotated_reader.notes.records import Entry
from annotated_reader.problems import Problem


def now_and_before(note: NoteRecord, key: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield what a note says under a key, and what each entry of its history says, with its path."""
    yield (key,), getattr(note, key)
    for number, entry in enumerate(note.history):
        yield ("history", number, key), getattr(entry, key)


def days_of_the_calendar(entry: Entry[NoteRecord], *_: object) -> Iterator[Problem]:
    """Yield the R203 of each day that no calendar has."""
    for path, day in now_and_before(entry.record, "checked"):
        if day and parse_edtf(day) is None:
            message = f'"checked" must be a day like 2026-11-23, not "{day}".'
            yield Problem(entry.place(*path), "R203", message)


def days_in_order(entry: Entry[NoteRecord], *_: object) -> Iterator[Problem]:
    """Yield the R405 of each earlier verdict that comes after the one that followed."""
    note = entry.record
    days = [*(earlier.checked for earlier in note.history), note.checked]
    for number, (day, next_day) in enumerate(pairwise(days)):
        if next_day and day > next_day:
            place = entry.place("history", number, "checked")
            message = f"{day} comes after {next_day}, the day of the verdict that followed."
            hint = "Put the oldest verdict first; the one of today stands in `verdict:`."
            yield Problem(place, "R405", message, hint)


def days_to_come(entry: Entry[NoteRecord], today: str) -> Iterator[Problem]:
    """Yield the R407 of each day after `today` (like `2026-11-23`), by more than time zones make."""
    latest = (date.fromisoformat(today) + timedelta(days=1)).isoformat()
    for path, day in now_and_before(entry.record, "checked"):
        if day > latest and parse_edtf(day):
            message = f"{day} is still to come."
            hint = "Write the day on which the verdict was reached; look at the year."
            yield Problem(entry.place(*path), "R407", message, hint)
