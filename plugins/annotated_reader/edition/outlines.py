"""Pieces and chronology resolved: which sentences a run holds, and where an event leads."""

from collections.abc import Iterable

from annotated_reader.edition.records import Chronology, Event, Period, Piece
from annotated_reader.edition.references import Directory
from annotated_reader.notes import ChronologyEntries, Entry, PieceRecord
from annotated_reader.notes.edtf import DatePart, EdtfDate, parse_edtf
from annotated_reader.problems import Place, Problem
from annotated_reader.text import Document


def in_time(
    entries: ChronologyEntries, slug: str, directory: Directory
) -> tuple[Chronology, list[Problem]]:
    """Return the chronology of a text, its events in the order of time.

    Problems: R205 for each place that an event names and that is not there.
    """
    events, problems = [], []
    for entry in entries.events:
        places, found = directory.places(entry, slug)
        problems += found
        events.append(Event(_date(entry.record.date), entry.record.what, tuple(places)))
    # Sorted in a stable way: of one day, in the order of the file.
    events.sort(key=lambda event: _when(event.date.start))
    periods = tuple(
        Period(entry.record.title, _date(entry.record.first), _date(entry.record.last))
        for entry in entries.periods
    )
    return Chronology(tuple(events), periods), problems


def _date(text: str) -> EdtfDate:
    date = parse_edtf(text)
    assert date is not None  # `read_chronology` leaves the others out
    return date


def _when(part: DatePart) -> tuple[int, int, int]:
    return part.year, part.month, part.day


def natural_order(
    entries: Iterable[Entry[PieceRecord]], document: Document
) -> tuple[tuple[Piece, ...], list[Problem]]:
    """Return the pieces of a document, each run with all its sentence ids.

    Problems: R101 and R102 for a sentence that is not there, R108 for a run that ends before it
    begins. Such a run is left out.
    """
    pieces, problems = [], []
    for entry in entries:
        runs = []
        for number in range(len(entry.record.runs)):
            run, found = _run(entry, number, document)
            problems += found
            runs += [run] if run else []
        pieces.append(Piece(entry.record.name, entry.record.what, tuple(runs)))
    return tuple(pieces), problems


def _run(
    entry: Entry[PieceRecord], number: int, document: Document
) -> tuple[tuple[str, ...], list[Problem]]:
    ids = [sentence.id for sentence in document.sentences]
    record = entry.record.runs[number]
    missing = [
        _missing(entry.place("runs", number, key), id_, document)
        for key, id_ in (("first", record.first), ("last", record.last))
        if id_ not in document.position
    ]
    if missing:
        return (), missing
    start, end = document.position[record.first], document.position[record.last]
    if end < start:
        message = f"{record.last} stands before {record.first}."
        return (), [Problem(entry.place("runs", number), "R108", message, "Exchange the two.")]
    return tuple(ids[start : end + 1]), []


def _missing(place: Place, id_: str, document: Document) -> Problem:
    if id_ in document.retired:
        return Problem(
            place, "R102", f"the sentence {id_} is retired.", "Choose one that is in use."
        )
    last = document.sentences[-1].id
    return Problem(place, "R101", f"there is no sentence {id_}.", f"The last one is {last}.")
