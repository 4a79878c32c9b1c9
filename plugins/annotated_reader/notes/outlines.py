"""What stands beside the notes of a text: the pieces it was joined from, and a chronology."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.files import Folder, is_there
from annotated_reader.notes.edtf import parse_edtf, propose_edtf
from annotated_reader.notes.format import EventRecord, PeriodRecord, PieceRecord
from annotated_reader.notes.records import Entry, read_entries, unknown_keys
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.problems import Problem

PIECES_FILE = "pieces.yml"
CHRONOLOGY_FILE = "chronology.yml"


@dataclass(frozen=True, slots=True)
class ChronologyEntries:
    """The events of a chronology and the periods of its picture, as written."""

    events: tuple[Entry[EventRecord], ...] = ()
    periods: tuple[Entry[PeriodRecord], ...] = ()


def read_pieces(path: Path, folder: Folder) -> tuple[list[Entry[PieceRecord]], list[Problem]]:
    """Return the pieces of a text in their natural order; none without a file.

    Problems: those of `read_yaml`, R201 to R203.
    """
    if not is_there(path):
        return [], []
    file, problems = read_yaml(path, folder, "pieces")
    if file is None:
        return [], problems
    pieces, found = read_entries(file, "pieces", PieceRecord)
    return pieces, [*problems, *unknown_keys(file, ["pieces"]), *found]


def read_chronology(path: Path, folder: Folder) -> tuple[ChronologyEntries, list[Problem]]:
    """Return the chronology of a text; an empty one without a file.

    Problems: those of `read_yaml`, R201 to R203, R304 for a date that is not EDTF. What
    has a wrong date is left out.
    """
    if not is_there(path):
        return ChronologyEntries(), []
    file, problems = read_yaml(path, folder, "events")
    if file is None:
        return ChronologyEntries(), problems
    events, of_events = read_entries(file, "events", EventRecord)
    periods, of_periods = read_entries(file, "periods", PeriodRecord)
    problems += [*unknown_keys(file, ["events", "periods"]), *of_events, *of_periods]
    dated = []
    for event in events:
        wrong = list(_wrong_dates(event, "date"))
        problems += wrong
        dated += [] if wrong else [event]
    shown = []
    for period in periods:
        wrong = list(_wrong_dates(period, "first", "last"))
        problems += wrong
        shown += [] if wrong else [period]
    return ChronologyEntries(tuple(dated), tuple(shown)), problems


def _wrong_dates(entry: Entry[EventRecord] | Entry[PeriodRecord], *keys: str) -> Iterator[Problem]:
    for key in keys:
        text = getattr(entry.record, key)
        if parse_edtf(text) is None:
            proposal = propose_edtf(text)
            hint = f'Did you mean "{proposal}"?' if proposal else "Like 2020-11-10 or 2020-11."
            message = f'"{text[:60]}" is not a date in the form EDTF.'
            yield Problem(entry.place(key), "R304", message, hint)
