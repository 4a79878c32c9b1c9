"""Reading YAML from strangers: plain data, and the line and column of every piece of it.

A walk over PyYAML's events (libyaml's, where it is there) builds dicts, lists and
strings and nothing else. Aliases, tags, duplicate keys, deep nesting and second
documents are refused. Scalars stay text, so `no`, `12:30` and `2020-11-10` are
what the author typed; an empty value, `~` or `null` is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias, cast

import yaml

from annotated_reader.files import Folder, find_hiding_character, line_and_column, read_text
from annotated_reader.notes.invisible import unseen_characters
from annotated_reader.notes.yaml_syntax import explain
from annotated_reader.problems import Place, Problem

MAX_DEPTH = 12
"""Levels of nesting; the deepest thing the formats have is at level 6."""

MAX_BYTES = 1_000_000
"""Largest file, in bytes, but for the bibliography: GitHub shows and edits no larger one."""

MAX_NODES = 150_000
"""Keys, values and lists in one file: 2,500 notes of everything that a note can hold."""

MAX_LOOKED_AT = 10_000
"""Characters of a value that are looked at for those that cannot be seen; none may have more."""

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

_HIDES = "the character {} hides or reorders text."
# Characters that YAML 1.1 does not know (section 5.1), as far as they are not R005 already.
_NOT_YAML = re.compile("[\x0b\x0c\ud800-\udfff\ufffe\uffff]")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_Loader = cast(type[yaml.SafeLoader], getattr(yaml, "CSafeLoader", yaml.SafeLoader))


# Shared by all words, which are most of a file: two dicts for each would triple its memory.
_NOTHING_INSIDE: dict[str | int, "Marks"] = {}
_NO_KEYS: dict[str, "Marks"] = {}


@dataclass(slots=True)
class Marks:
    """Where a value stands (line and column from 1), with the marks of what is inside it."""

    line: int
    column: int
    inside: dict[str | int, "Marks"] = field(default_factory=lambda: _NOTHING_INSIDE)
    keys: dict[str, "Marks"] = field(default_factory=lambda: _NO_KEYS)
    block: bool = False
    """Whether it is a text whose lines are those of the file (`|`)."""

    def at(self, *path: str | int) -> "Marks":
        """Return the marks along a path of keys and indexes, or of the last step that exists."""
        here = self
        for step in path:
            if step not in here.inside:
                return here
            here = here.inside[step]
        return here

    def index_of(self, marks: "Marks") -> int:
        """Return the index of an item of this list by its marks."""
        return next(int(n) for n, inside in self.inside.items() if inside is marks)

    def key(self, name: str) -> "Marks":
        """Return where a key of this mapping stands, or the mapping itself."""
        return self.keys.get(name, self)


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The mapping that a file holds, its marks, and the means to name places in it."""

    data: dict[str, Plain]
    marks: Marks
    path: Path
    folder: Folder

    def place(self, marks: Marks) -> Place:
        """Return the place of some marks of this file."""
        return self.folder.place(self.path, marks.line, marks.column)


def read_yaml(
    path: Path, folder: Folder, most: int = MAX_BYTES
) -> tuple[YamlFile | None, list[Problem]]:
    """Return the mapping in a YAML file of `most` bytes; an empty file is an empty mapping.

    Problems: those of `read_text`, R004 for more than `MAX_NODES` values, R005 hiding
    characters (also after escapes), R006 for characters that cannot be seen, R010 to
    R014 as in the list of codes, R015 when the file is not one mapping. With an error the
    result is None.
    """
    text, problems = read_text(path, folder, most)
    return (None, problems) if text is None else parse_yaml(text, path, folder)


def parse_yaml(text: str, path: Path, folder: Folder) -> tuple[YamlFile | None, list[Problem]]:
    """Return the mapping in the text of a file, as `read_yaml` does."""
    text = text.removeprefix("\ufeff")
    if hiding := find_hiding_character(text):
        place = folder.place(path, *line_and_column(text, hiding[0]))
        return None, [Problem(place, "R005", _HIDES.format(hiding[1]), "Remove it.")]
    if strange := _NOT_YAML.search(text):
        place = folder.place(path, *line_and_column(text, strange.start()))
        message = f"the character U+{ord(strange[0]):04X} cannot stand in YAML."
        return None, [Problem(place, "R010", message, "Remove it.")]
    builder = _Builder(_events(text))
    try:
        data, marks = builder.document()
    except _RefusedError as refused:
        place = folder.place(path, refused.line, refused.column)
        return None, [Problem(place, refused.code, refused.message, refused.hint)]
    unseen = [
        Problem(folder.place(path, at.line + 1, at.column + 1), "R006", message, "Remove it.")
        for at, message in builder.unseen
    ]
    if data is None:
        return YamlFile({}, marks, path, folder), []
    if not isinstance(data, dict):
        place = folder.place(path, marks.line, marks.column)
        return None, [Problem(place, "R015", "a file must hold keys and values.", "Like `notes:`.")]
    return YamlFile(data, marks, path, folder), unseen


class _RefusedError(Exception):
    """Ends the reading of a file; never leaves this module."""

    def __init__(self, code: str, at: Any, message: str, hint: str = "") -> None:
        self.code, self.message, self.hint = code, message, hint
        self.line: int = at.line + 1 if at else 0
        self.column: int = at.column + 1 if at else 0


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        raise _RefusedError("R010", *explain(error, text)) from None


class _Builder:
    """Builds one document from the events, keeping the marks."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.nodes = 0
        self.unseen: list[tuple[Any, str]] = []
        """Marks and messages of texts that hold characters which cannot be seen."""

    def document(self) -> tuple[Plain, Marks]:
        """Return the only document's value and marks."""
        value: Plain = None
        marks = Marks(1, 1)
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError("R015", event.start_mark, "a second document begins here.")
                value, marks = self.value(next(self.events), 1)
        return value, marks

    def value(self, event: Any, depth: int) -> tuple[Plain, Marks]:
        """Return the value that begins with an event, and its marks."""
        start = event.start_mark
        self.refuse(event, depth)
        marks = Marks(start.line + 1, start.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            marks.block = event.style == "|"
            return self.scalar(event), marks
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(marks, depth), marks
        return self.mapping(marks, depth), marks

    def refuse(self, event: Any, depth: int) -> None:
        """Raise for what no file of ours needs and a stranger's file could misuse."""
        start = event.start_mark
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise _RefusedError(
                "R011", start, "anchors and aliases are not allowed.", "Write it out."
            )
        if event.tag is not None:
            hint = "Put quotes around a value that begins with an exclamation mark."
            raise _RefusedError("R012", start, f"the tag {event.tag[:40]} is not allowed.", hint)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"this file holds more than {MAX_NODES:,} keys and values."
            raise _RefusedError("R004", start, message, "Split it into several files.")
        if depth > MAX_DEPTH:
            raise _RefusedError("R014", start, f"this is nested more than {MAX_DEPTH} levels deep.")

    def scalar(self, event: Any) -> str | None:
        """Return a scalar as the text it is."""
        text: str = event.value
        if hiding := find_hiding_character(text):
            raise _RefusedError("R005", event.start_mark, _HIDES.format(hiding[1]), "Remove it.")
        for name, count in unseen_characters(text[:MAX_LOOKED_AT]):
            often = f" ({count:,} times)" if count > 1 else ""
            message = f"the character {name} cannot be seen{often}."
            self.unseen.append((event.start_mark, message))
        return None if not event.style and text in _NULLS else text

    def sequence(self, marks: Marks, depth: int) -> list[Plain]:
        """Return the items of a list."""
        items: list[Plain] = []
        marks.inside = {}
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value, marks.inside[len(items)] = self.value(event, depth + 1)
            items.append(value)
        return items

    def mapping(self, marks: Marks, depth: int) -> dict[str, Plain]:
        """Return the keys and values of a mapping."""
        pairs: dict[str, Plain] = {}
        marks.inside, marks.keys = {}, {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, key_marks = self.value(event, depth + 1)
            if not isinstance(key, str):
                raise _RefusedError("R015", event.start_mark, "a key must be a word.")
            if key in pairs:
                first = marks.keys[key].line
                message = f'the key "{key[:40]}" stands already in line {first}.'
                hint = "Remove one of the two, or begin a new entry with a hyphen."
                raise _RefusedError("R013", event.start_mark, message, hint)
            pairs[key], marks.inside[key] = self.value(next(self.events), depth + 1)
            marks.keys[key] = key_marks
        return pairs
