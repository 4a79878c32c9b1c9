"""The form of values: what of some data fits the format, and what its author is told of the rest."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from annotated_reader.notes.format import SentenceId, SentenceIds
from annotated_reader.notes.yaml_reader import Marks, Plain, YamlFile
from annotated_reader.notes.yaml_slips import missing_space
from annotated_reader.problems import MAX_FAULTS, Problem, did_you_mean, foreign_letter

Sifted = tuple[Any, Marks]
"""A value without what is wrong in it, and the marks of what is left."""


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


@dataclass(slots=True)
class Sieve:
    """Takes from the data of a file what has the wrong form, and collects the reasons.

    Every value is looked at by itself: msgspec stops at the first fault.
    Behind too many faults nothing is looked at any more. Problems: R201 unknown key, R202
    missing key, R203 a value of the wrong form.
    """

    file: YamlFile
    problems: list[Problem] = field(default_factory=list)

    def record(self, data: Plain, kind: type[msgspec.Struct], marks: Marks) -> Sifted | None:
        """Return the keys and values of a record that fit its kind; None for other data."""
        fields = {field.encode_name: field for field in msgspec.structs.fields(kind)}
        if not isinstance(data, dict):
            message = f"this must hold keys and values, like `{next(iter(fields))}: …`."
            hint = missing_space(data) if isinstance(data, str) else ""
            self.problems.append(Problem(self.file.place(marks), "R203", message, hint))
            return None
        hints = get_type_hints(kind, include_extras=True)
        kept: dict[str, Sifted] = {}
        for key, value in data.items():
            if len(self.problems) > MAX_FAULTS:
                break
            if key not in fields:
                self.problems.append(unknown_key(key, list(fields), self.file, marks))
            elif found := self._value(key, value, hints[fields[key].name], marks.at(key)):
                kept[key] = found
        for key, wanted in fields.items():
            if wanted.required and key not in data:
                message = f'the key "{key}" is missing.'
                self.problems.append(Problem(self.file.place(marks), "R202", message))
        inside: dict[str | int, Marks] = {key: marks for key, (_, marks) in kept.items()}
        return {key: value for key, (value, _) in kept.items()}, replace(marks, inside=inside)

    def _value(self, key: str, value: Plain, type_: Any, marks: Marks) -> Sifted | None:
        """Return a value, or what of it is right; None when that does not fit the key."""
        if fits(value, type_):
            return value, marks
        plain, told = _bare(type_), len(self.problems)
        found: Sifted | None = None
        if isinstance(value, dict) and _is_struct(plain):
            found = self.record(value, plain, marks)
        elif isinstance(value, list) and (item := _item_of(plain)):
            found = self._items(key, value, item, marks)
        if found and fits(found[0], type_):
            return found
        if len(self.problems) == told or (found and isinstance(found[0], list) and found[0]):
            self.problems.append(wrong_value(key, value, type_, self.file, marks))
        return None

    def _items(self, key: str, values: list[Plain], item: Any, marks: Marks) -> Sifted:
        """Return the entries of a list that fit; their marks count without the others."""
        kept: list[Sifted] = []
        for number, value in enumerate(values):
            at = marks.at(number)
            if len(self.problems) > MAX_FAULTS:
                break
            if _is_struct(item):
                found = (value, at) if fits(value, item) else self.record(value, item, at)
                kept += [found] if found and fits(found[0], item) else []
            else:
                found = self._value(f"{key} (entry {number + 1})", value, item, at)
                kept += [found] if found else []
        inside: dict[str | int, Marks] = {n: marks for n, (_, marks) in enumerate(kept)}
        return [value for value, _ in kept], replace(marks, inside=inside)


def unknown_key(key: str, known: list[str], file: YamlFile, marks: Marks) -> Problem:
    """Return the R201 for a key, with the known key that looks most like it."""
    hint = missing_space(key) or did_you_mean(key, known)
    return Problem(file.place(marks.key(key)), "R201", f'unknown key "{key[:60]}".', hint)


def _bare(type_: Any) -> Any:
    """Return a type without what is said about it."""
    return get_args(type_)[0] if get_origin(type_) is Annotated else type_


def _item_of(type_: Any) -> Any:
    """Return the type of the entries of a list, also where it may be something else; else None."""
    if get_origin(type_) in (Union, UnionType):
        return next(filter(None, (_item_of(_bare(part)) for part in get_args(type_))), None)
    return get_args(type_)[0] if get_origin(type_) is list else None


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
    message = f'"{key}" must be {expected}{_but_is(value, expected)}.'
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


def _but_is(value: Plain, expected: str) -> str:
    if isinstance(value, str):
        return (
            f', not "{value[:60]}"' if len(value) <= 60 else f"; it has {len(value):,} characters"
        )
    if isinstance(value, list) and "a list" in expected:
        return f"; this list has {len(value):,} entries" if value else "; this list is empty"
    return ", not a list" if isinstance(value, list) else ", not keys and values"
