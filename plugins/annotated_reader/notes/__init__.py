"""From annotation files to records that know their file, line and column."""

from pathlib import Path

from msgspec.structs import replace

from annotated_reader.files import Folder, is_there
from annotated_reader.notes.format import (
    EventRecord,
    NoteRecord,
    PieceRecord,
    TextRecord,
)
from annotated_reader.notes.links import refuse_link
from annotated_reader.notes.outlines import (
    CHRONOLOGY_FILE,
    PIECES_FILE,
    ChronologyEntries,
    read_chronology,
    read_pieces,
)
from annotated_reader.notes.records import Entry, read_entries, read_entry, unknown_keys
from annotated_reader.notes.rules import NoteEntry, check_note
from annotated_reader.notes.sources import (
    REFERENCES,
    TO_FILL_IN,
    Source,
    read_sources,
    sources_in,
)
from annotated_reader.notes.verdict_days import days_to_come
from annotated_reader.notes.vocabulary import Vocabulary, read_vocabulary
from annotated_reader.notes.yaml_reader import YamlFile, read_yaml
from annotated_reader.problems import Problem

__all__ = [
    "CHRONOLOGY_FILE",
    "PIECES_FILE",
    "TEXT_FILE",
    "TO_FILL_IN",
    "ChronologyEntries",
    "Entry",
    "EventRecord",
    "NoteEntry",
    "NoteRecord",
    "PieceRecord",
    "Source",
    "TextRecord",
    "Vocabulary",
    "YamlFile",
    "check_note",
    "days_to_come",
    "notes_in",
    "read_chronology",
    "read_files",
    "read_notes",
    "read_pieces",
    "read_sources",
    "read_text_record",
    "read_vocabulary",
    "sources_in",
]

TEXT_FILE = "text.yml"

STAND_INS = {"kind": "gloss"}
"""What a note without a readable kind is taken for, so that the rest of it can be checked."""


def read_text_record(path: Path, folder: Folder) -> tuple[TextRecord, list[Problem]]:
    """Return what `text.yml` says of a text; the default of what is absent or faulty.

    Problems: those of `read_yaml`, R201 to R203, R209 for an address that is not allowed.
    """
    if not is_there(path):
        return TextRecord(), []
    file, problems = read_yaml(path, folder, "title")
    if file is None:
        return TextRecord(), problems
    entry, found = read_entry(dict(file.data), TextRecord, file, file.marks)
    record = entry.record if entry else TextRecord()
    if record.source.url and (why := refuse_link(record.source.url)):
        place = file.place(file.marks.at("source", "url"))
        message = f'"{record.source.url[:60]}" is not allowed: {why}.'
        found.append(Problem(place, "R209", message))
        record = replace(record, source=replace(record.source, url=""))
    return record, problems + found


def read_files(paths: list[Path], folder: Folder) -> tuple[list[YamlFile], list[Problem]]:
    """Return the files of one text's notes that can be read, in their order.

    Problems: those of `read_yaml`.
    """
    files: list[YamlFile] = []
    problems: list[Problem] = []
    for path in paths:
        file, found = read_yaml(path, folder)
        problems += found
        files += [file] if file else []
    return files, problems


def notes_in(files: list[YamlFile]) -> tuple[list[NoteEntry], list[Problem]]:
    """Return the notes of one text from all its files, in the order of the files.

    Of a note with faults comes what is right in it: see `Entry.faulty`. Problems: R201 to
    R203, R204 for an id used twice.
    """
    entries: list[NoteEntry] = []
    problems: list[Problem] = []
    for file in files:
        problems += unknown_keys(file, ["notes", REFERENCES])
        notes, found = read_entries(file, "notes", NoteRecord, STAND_INS)
        entries += notes
        problems += found
    return entries, problems + list(_same_ids(entries))


def read_notes(paths: list[Path], folder: Folder) -> tuple[list[NoteEntry], list[Problem]]:
    """Return the notes of one text from the paths of its files; problems as there."""
    files, problems = read_files(paths, folder)
    entries, found = notes_in(files)
    return entries, problems + found


def _same_ids(entries: list[NoteEntry]) -> list[Problem]:
    first: dict[str, NoteEntry] = {}
    problems = []
    for entry in entries:
        id_ = entry.record.id
        if id_ and id_ in first:
            message = f'the id "{id_}" is used already at {first[id_].place("id")}.'
            problems.append(Problem(entry.place("id"), "R204", message, "Give it another id."))
        first.setdefault(id_, entry)
    return problems
