"""Changing a few values in a YAML file of notes, and nothing else: every other byte stays.

The file is parsed as the reader parses it, but only to learn where its values stand;
what changes is cut out and replaced. Whatever writes the whole file anew changes what
nobody asked it to change, ruamel.yaml, too: line ends, the byte order mark, the spaces
of `{at: s1,   quote: x}`, wrapped lines, a list indented otherwise than the first one.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from annotated_reader.notes.yaml_entries import (
    Edit,
    Entries,
    apply_edits,
    end_of,
    nodes_of,
    plain,
    plain_data,
)
from annotated_reader.notes.yaml_scalars import Value, like, new_value

_ORDER = ("id", "at", "quote", "prefix", "suffix")


def rewrite_notes(content: str, edits: Mapping[int, Mapping[str, Value]]) -> str | None:
    """Return the content of a file with some keys of some notes set, by index in `notes`.

    A new key comes behind those that usually stand before it. None when the file is
    laid out in a way (`? key`) in which this cannot be done for certain.
    """
    body = content.removeprefix("\ufeff")
    root: Any = nodes_of(body)
    notes = next(value for key, value in root.value if key.value == "notes")
    expected = plain(root)
    changes: list[Edit] = []
    for index, values in edits.items():
        changes += _edits(body, notes.value[index], values)
        _set(expected["notes"][index], values)
    written = apply_edits(body, changes)
    return (
        content[: len(content) - len(body)] + written if plain_data(written) == expected else None
    )


def _set(note: dict[str, Any], values: Mapping[str, Value]) -> None:
    for key, value in values.items():
        if not value:
            note.pop(key, None)
        elif isinstance(value, tuple) and (len(value) > 1 or isinstance(note.get(key), list)):
            note[key] = list(value)
        else:
            note[key] = value if isinstance(value, str) else value[0]


def _edits(body: str, note: Any, values: Mapping[str, Value]) -> Iterator[Edit]:
    """Yield what must be changed in a note for some of its keys to have some values."""
    nodes = {key.value: value for key, value in note.value}
    positions = {key: number for number, key in enumerate(nodes)}
    gone = {key for key in nodes if key in values and not values[key]}
    entries = Entries(body, note)
    yield from entries.remove({positions[key] for key in gone})
    for key, value in values.items():
        if not value:
            continue
        if key in nodes:
            yield from _replace(body, nodes[key], value, entries)
            continue
        before = _ORDER[: _ORDER.index(key)]
        behind = max(
            (positions[name] for name in before if name in nodes.keys() - gone), default=-1
        )
        yield entries.add(behind, f"{key}: {new_value(value, entries.flow)}")


def _replace(body: str, node: Any, value: Value, around: Entries) -> Iterator[Edit]:
    """Yield what must be changed for a value to become another one, in its style."""
    if isinstance(node, yaml.SequenceNode):
        yield from _replace_items(body, node, value)
        return
    span = node.start_mark.index, end_of(body, node)
    if isinstance(value, tuple) and len(value) > 1:
        yield *span, new_value(value, around.flow)
        return
    word = value if isinstance(value, str) else value[0]
    if word != node.value:
        yield *span, like(body, node, word, around.layout)


def _replace_items(body: str, node: Any, ids: Value) -> Iterator[Edit]:
    items = Entries(body, node)
    for item, id_ in zip(node.value, ids, strict=False):
        yield from _replace(body, item, id_, items)
    yield from items.remove(set(range(len(ids), len(node.value))))
    for id_ in ids[len(node.value) :]:
        yield items.add(len(node.value) - 1, id_ if items.flow else f"- {id_}")
