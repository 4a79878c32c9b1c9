"""From plain YAML data to records, with every fault explained at its own line and column."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Generic, TypeVar

import msgspec

from annotated_reader.notes.forms import Sieve, unknown_key
from annotated_reader.notes.yaml_reader import Marks, Plain, YamlFile
from annotated_reader.problems import MAX_FAULTS, Place, Problem, at_most, closest, too_many_faults

Record = TypeVar("Record", bound=msgspec.Struct)

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Entry(Generic[Record]):
    """A record and where it was read."""

    record: Record
    marks: Marks
    file: YamlFile
    faulty: frozenset[str] = frozenset()
    """Keys of which the record does not have what was written, because that was wrong."""

    def place(self, *path: str | int) -> Place:
        """Return the place of a value of this record; of the record itself if it is not there."""
        return self.file.place(self.marks.at(*path))


def read_entries(
    file: YamlFile, key: str, kind: type[Record], stand_ins: Mapping[str, str] = _NONE
) -> tuple[list[Entry[Record]], list[Problem]]:
    """Return the records of the list under a key; those that cannot be made are left out.

    Problems: R203 where there is no list, those of `read_entry`, R017 after too many.
    """
    items = file.data.get(key)
    if items is None:
        return [], []
    if not isinstance(items, list):
        message = f'"{key}" must be a list: each entry begins with a hyphen.'
        return [], [Problem(file.place(file.marks.at(key)), "R203", message)]
    entries: list[Entry[Record]] = []
    problems: list[Problem] = []
    for number, item in enumerate(items):
        marks = file.marks.at(key, number)
        if len(problems) >= MAX_FAULTS:
            return entries, [*problems, too_many_faults(file.place(marks))]
        entry, found = read_entry(item, kind, file, marks, stand_ins)
        problems += found
        entries += [entry] if entry else []
    return entries, problems


def read_entry(
    data: Plain,
    kind: type[Record],
    file: YamlFile,
    marks: Marks,
    stand_ins: Mapping[str, str] = _NONE,
) -> tuple[Entry[Record] | None, list[Problem]]:
    """Return a record of the given kind, without the values that are wrong, and the reasons.

    A required value that is wrong or missing is taken from `stand_ins`; without one there
    is no record. Problems: those of `Sieve`, R017 after too many.
    """
    try:
        return Entry(msgspec.convert(data, kind), marks, file), []
    except msgspec.ValidationError:
        sieve = Sieve(file)
    found = sieve.record(data, kind, marks)
    problems = at_most(sieve.problems)
    if found is None or not isinstance(data, dict):
        return None, problems
    kept, marks = found
    try:
        record = msgspec.convert({**stand_ins, **kept}, kind)
    except msgspec.ValidationError:
        return None, problems
    faulty = frozenset(_faulty(data, kept, kind))
    return Entry(record, marks, file, faulty), problems


def _faulty(
    data: Mapping[str, Plain], kept: Mapping[str, Plain], kind: type[msgspec.Struct]
) -> Iterator[str]:
    """Yield the keys whose value is not what was written, and those that a wrong key may mean."""
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    for key, field in fields.items():
        changed = key in data and not (key in kept and kept[key] is data[key])
        if changed or (field.required and key not in data):
            yield key
    for key in islice((key for key in data if key not in fields), MAX_FAULTS):
        yield from (key, closest(key, fields))


def unknown_keys(file: YamlFile, known: list[str]) -> list[Problem]:
    """Return R201 for each top-level key of a file that is not among the known ones."""
    strange = [key for key in file.data if key not in known]
    some = strange[: MAX_FAULTS + 1]
    return at_most([unknown_key(key, known, file, file.marks) for key in some])
