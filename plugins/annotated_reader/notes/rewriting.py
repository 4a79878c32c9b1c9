"""Changing a few values in a YAML file of notes, and nothing else: comments and layout stay."""

import re
from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.scalarstring import ScalarString

Value = str | tuple[str, ...]
"""A text, or a list of sentence ids; empty takes the key away."""

_ITEM = re.compile(r"^( *)-( +)", re.MULTILINE)


def rewrite_notes(content: str, edits: Mapping[int, Mapping[str, Value]]) -> str:
    """Return the content of a file with some keys of some notes set, by index in `notes`.

    A new key comes after the last of `id`, `at` and `quote` that the note has.
    """
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.explicit_start = content.lstrip("\ufeff").startswith("---")
    if item := _ITEM.search(content):
        offset = len(item[1])
        yaml.indent(mapping=2, sequence=offset + 1 + len(item[2]), offset=offset)
    data = yaml.load(content)
    for index, values in edits.items():
        for key, value in values.items():
            _set(data["notes"][index], key, value)
    stream = StringIO()
    yaml.dump(data, stream)
    return stream.getvalue()


def _set(note: Any, key: str, value: Value) -> None:
    if not value:
        note.pop(key, None)
    elif key in note:
        note[key] = _like(note[key], value)
    else:
        before = [name for name in ("id", "at", "quote") if name in note]
        position = list(note).index(before[-1]) + 1 if before else 0
        note.insert(position, key, _like("", value))


def _like(old: Any, value: Value) -> Any:
    """Return a value in the style of the one that it replaces."""
    if isinstance(value, tuple):
        ids = CommentedSeq(value)
        ids.fa.set_flow_style()
        return ids
    return type(old)(value) if isinstance(old, ScalarString) else value
