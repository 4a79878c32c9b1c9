"""Reading YAML from strangers: plain data, and the line and column of every piece of it.

A walk over PyYAML's events (libyaml's, where it is there) builds dicts, lists and
strings and nothing else. Aliases, tags, duplicate keys, deep nesting and second
documents are refused. Scalars stay text, so `no`, `12:30` and `2020-11-10` are
what the author typed; an empty value, `~` or `null` is None.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from annotated_reader.files import Folder, line_and_column, read_text, refuse_hiding
from annotated_reader.notes.yaml_builder import Builder, RefusedError
from annotated_reader.notes.yaml_loader import LOADER
from annotated_reader.notes.yaml_marks import Marks, Plain
from annotated_reader.notes.yaml_syntax import explain
from annotated_reader.problems import Place, Problem

__all__ = ["Marks", "Plain", "YamlFile", "parse_yaml", "read_yaml", "refuse_unwritable"]

MAX_BYTES = 1_000_000
"""Largest file, in bytes, but for the bibliography: GitHub shows and edits no larger one."""

# Characters that YAML 1.1 does not know (section 5.1), as far as they are not R005 already.
_NOT_YAML = re.compile("[\x0b\x0c\ud800-\udfff\ufffe\uffff]")


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
    path: Path, folder: Folder, key: str = "notes", most: int = MAX_BYTES
) -> tuple[YamlFile | None, list[Problem]]:
    """Return the mapping in a YAML file of `most` bytes; an empty file is an empty mapping.

    `key` is one that such a file may begin with, for a file that has none.

    Problems: those of `read_text`, R004 for more than `MAX_NODES` values, R005 hiding
    characters (also after escapes), R006 for characters that cannot be seen, R010 to R014
    as in the list of codes, R015 when the file is not one mapping, R018 for a value that a
    comment may have cut off. With an error the result is None.
    """
    text, problems = read_text(path, folder, most)
    return (None, problems) if text is None else parse_yaml(text, path, folder, key)


def parse_yaml(
    text: str, path: Path, folder: Folder, key: str = "notes"
) -> tuple[YamlFile | None, list[Problem]]:
    """Return the mapping in the text of a file, as `read_yaml` does."""
    text = text.removeprefix("\ufeff")
    if hiding := refuse_hiding(text):
        place = folder.place(path, *line_and_column(text, hiding[0]))
        return None, [Problem(place, "R005", hiding[1], "Remove it.")]
    if strange := refuse_unwritable(text):
        place = folder.place(path, *line_and_column(text, strange[0]))
        return None, [Problem(place, "R010", strange[1], "Remove it.")]
    builder = Builder(_events(text), text)
    try:
        data, marks = builder.document()
    except RefusedError as refused:
        place = folder.place(path, refused.line, refused.column)
        return None, [Problem(place, refused.code, refused.message, refused.hint)]
    doubts = [
        Problem(folder.place(path, at.line + 1, at.column + 1), code, message, hint)
        for at, code, message, hint in builder.doubts
    ]
    if data is None:
        return YamlFile({}, marks, path, folder), []
    if not isinstance(data, dict):
        place = folder.place(path, marks.line, marks.column)
        hint = f"Begin it with a key, like `{key}:`."
        return None, [Problem(place, "R015", "a file must hold keys and values.", hint)]
    return YamlFile(data, marks, path, folder), doubts


def refuse_unwritable(text: str) -> tuple[int, str] | None:
    """Return the offset of the first character that cannot stand in YAML, and what is told of it."""
    found = _NOT_YAML.search(text)
    if found is None:
        return None
    return found.start(), f"the character U+{ord(found[0]):04X} cannot stand in YAML."


def _events(text: str) -> Iterator[Any]:
    try:
        yield from yaml.parse(text, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise RefusedError("R010", *explain(error, text)) from None
