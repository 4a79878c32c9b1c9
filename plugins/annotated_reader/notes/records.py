"""From plain YAML data to records, with every fault explained at its own line and column."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any, Generic, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from annotated_reader.notes.format import SentenceId, SentenceIds
from annotated_reader.notes.yaml_reader import Marks, Plain, YamlFile
from annotated_reader.problems import (
    MAX_FAULTS,
    Place,
    Problem,
    did_you_mean,
    foreign_letter,
    too_many_faults,
)

Record = TypeVar("Record", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Entry(Generic[Record]):
    """A record and where it was read."""

    record: Record
    marks: Marks
    file: YamlFile

    def place(self, *path: str | int) -> Place:
        """Return the place of a value of this record; of the record itself if it is not there."""
        return self.file.place(self.marks.at(*path))


def read_entries(
    file: YamlFile, key: str, kind: type[Record]
) -> tuple[list[Entry[Record]], list[Problem]]:
    """Return the records of the list under a key; those with a fault are left out.

    Problems: R203 where there is no list, those of `read_record`, R017 after too many.
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
        record, found = read_record(item, kind, file, marks)
        problems += found
        if record is not None:
            entries.append(Entry(record, marks, file))
    return entries, problems


def read_record(
    data: Plain, kind: type[Record], file: YamlFile, marks: Marks
) -> tuple[Record | None, list[Problem]]:
    """Return a record of the given kind, or None and every reason why not.

    Problems: R201 unknown key, R202 missing key, R203 a value of the wrong form, R017
    after too many.
    """
    try:
        return msgspec.convert(data, kind), []
    except msgspec.ValidationError:
        found = list(islice(_explain(data, kind, file, marks), MAX_FAULTS + 1))
    if len(found) > MAX_FAULTS:
        found[MAX_FAULTS] = too_many_faults(found[MAX_FAULTS].place)
    return None, found


def unknown_keys(file: YamlFile, known: list[str]) -> list[Problem]:
    """Return R201 for each top-level key of a file that is not among the known ones."""
    strange = [key for key in file.data if key not in known]
    problems = [unknown_key(key, known, file, file.marks) for key in strange[:MAX_FAULTS]]
    if len(strange) > MAX_FAULTS:
        problems.append(too_many_faults(file.place(file.marks.key(strange[MAX_FAULTS]))))
    return problems


def unknown_key(key: str, known: list[str], file: YamlFile, marks: Marks) -> Problem:
    """Return the R201 for a key, with the known key that looks most like it."""
    return Problem(
        file.place(marks.key(key)), "R201", f'unknown key "{key[:60]}".', did_you_mean(key, known)
    )


def _explain(
    data: Plain, kind: type[msgspec.Struct], file: YamlFile, marks: Marks
) -> Iterator[Problem]:
    """Look at each key by itself: msgspec stops at the first fault."""
    if not isinstance(data, dict):
        first = msgspec.structs.fields(kind)[0].encode_name
        message = f"this must hold keys and values, like `{first}: …`."
        yield Problem(file.place(marks), "R203", message)
        return
    fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
    hints = get_type_hints(kind, include_extras=True)
    for key, value in data.items():
        if key not in fields:
            yield unknown_key(key, list(fields), file, marks)
        elif not fits(value, type_ := hints[fields[key].name]):
            yield from _explain_value(key, value, type_, file, marks.at(key))
    for key, field in fields.items():
        if field.required and key not in data:
            yield Problem(file.place(marks), "R202", f'the key "{key}" is missing.')


def fits(value: Plain, type_: Any) -> bool:
    """Say whether a value has the form that a type of `notes.format` asks for."""
    if type_ == SentenceIds and isinstance(value, str):
        type_ = SentenceId
    try:
        msgspec.convert({"value": value}, _holder(type_))
    except msgspec.ValidationError:
        return False
    return True


@cache
def _holder(type_: Any) -> type[msgspec.Struct]:
    """Return a record with one field of a type: a record reads its types once."""
    return msgspec.defstruct("Holder", [("value", type_)])


def _explain_value(
    key: str, value: Plain, type_: Any, file: YamlFile, marks: Marks
) -> Iterator[Problem]:
    plain = get_args(type_)[0] if hasattr(type_, "__metadata__") else type_
    item: Any = get_args(plain)[0] if get_origin(plain) is list else None
    if isinstance(value, list) and _is_struct(item):
        faulty = ((n, part) for n, part in enumerate(value) if not fits(part, item))
        found = (p for n, part in faulty for p in _explain(part, item, file, marks.at(n)))
        if first := next(found, None):
            yield first
            yield from found
            return
    if isinstance(value, dict) and _is_struct(plain):
        yield from _explain(value, plain, file, marks)
        return
    if isinstance(value, list) and item is not None:
        for number, part in enumerate(value):
            if not fits(part, item):
                yield wrong_value(f"{key} (entry {number + 1})", part, item, file, marks.at(number))
                return
    yield wrong_value(key, value, type_, file, marks)


def _is_struct(type_: Any) -> bool:
    return isinstance(type_, type) and issubclass(type_, msgspec.Struct)


def wrong_value(key: str, value: Plain, type_: Any, file: YamlFile, marks: Marks) -> Problem:
    """Return the R203 that says what the value of a key must be."""
    place = file.place(marks)
    if value is None:
        return Problem(
            place, "R203", f'"{key}" has no value.', "Give it one, or leave the key out."
        )
    choices = [choice for choice in _literals(type_) if isinstance(choice, str)]
    if choices and isinstance(value, str):
        message = f'"{key}" cannot be "{value[:60]}".'
        return Problem(place, "R203", message, did_you_mean(value, choices))
    expected = _expected(type_)
    hint = foreign_letter(value) if isinstance(value, str) and "a to z" in expected else ""
    message = f'"{key}" must be {expected}{_but_is(value)}.'
    return Problem(place, "R203", message, hint.lstrip())


def _literals(type_: Any) -> Iterator[Any]:
    if get_origin(type_) is Literal:
        yield from get_args(type_)
    else:
        for part in get_args(type_):
            yield from _literals(part)


def _expected(type_: Any) -> str:
    for meta in getattr(type_, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and meta.description:
            return meta.description
    return "keys and values" if _is_struct(type_) else "text"


def _but_is(value: Plain) -> str:
    if isinstance(value, str):
        return (
            f', not "{value[:60]}"' if len(value) <= 60 else f"; it has {len(value):,} characters"
        )
    return ", not a list" if isinstance(value, list) else ", not keys and values"
