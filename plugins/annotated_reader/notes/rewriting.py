"""Changing a few values in a YAML file of annotations, and nothing else: every other byte stays.

The file is parsed as the reader parses it, but only to learn where its values stand;
what changes is cut out and replaced. Whatever writes the whole file anew changes what
nobody asked it to change, ruamel.yaml, too: line ends, the byte order mark, the spaces
of `{at: s1,   quote: x}`, wrapped lines, a list indented otherwise than the first one.
"""

from collections import defaultdict
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

Steps = tuple[str | int, ...]
"""The way to a value from the root of a file: keys, and indexes in lists."""


def rewrite_values(content: str, edits: Mapping[Steps, Value]) -> str | None:
    """Return the content of a file with some values set; an empty one is taken away.

    A new key of a note comes behind those that usually stand before it, and a list that
    would be empty goes with its key. None when the file is laid out in a way (`? key`)
    in which this cannot be done for certain.
    """
    body = content.removeprefix("\ufeff")
    root: Any = nodes_of(body)
    expected = plain(root)
    changes: list[Edit] = []
    for way, values in _by_holder(root, edits).items():
        node = _at(root, way)
        changes += (_item_edits if isinstance(node, yaml.SequenceNode) else _edits)(
            body, node, values
        )
        _set(_within(expected, way), values)
    written = apply_edits(body, changes)
    return (
        content[: len(content) - len(body)] + written if plain_data(written) == expected else None
    )


def _by_holder(root: Any, edits: Mapping[Steps, Value]) -> dict[Steps, dict[Any, Value]]:
    """Return the edits by what holds the values; where all of a list goes, it goes itself."""
    held: dict[Steps, dict[Any, Value]] = defaultdict(dict)
    for steps, value in edits.items():
        held[steps[:-1]][steps[-1]] = value
    for way in [way for way, values in held.items() if _empties(_at(root, way), values)]:
        del held[way]
        held[way[:-1]][way[-1]] = ""
    return held


def _empties(node: Any, values: Mapping[Any, Value]) -> bool:
    whole = isinstance(node, yaml.SequenceNode) and len(values) == len(node.value)
    return whole and not any(values.values())


def _at(node: Any, way: Steps) -> Any:
    """Return the node to which some steps lead."""
    for step in way:
        if isinstance(step, int):
            node = node.value[step]
        else:
            node = next(value for key, value in node.value if key.value == step)
    return node


def _within(data: Any, way: Steps) -> Any:
    for step in way:
        data = data[step]
    return data


def _set(holder: Any, values: Mapping[Any, Value]) -> None:
    for key in sorted(values, reverse=True):
        value = values[key]
        if not value:
            if isinstance(holder, list) or key in holder:
                del holder[key]
        elif not isinstance(value, tuple):
            holder[key] = value
        elif len(value) > 1 or isinstance(holder.get(key), list):
            holder[key] = list(value)
        else:
            holder[key] = value[0]


def _item_edits(body: str, node: Any, values: Mapping[int, Value]) -> Iterator[Edit]:
    """Yield what must be changed in a list for some of its items to have some values."""
    items = Entries(body, node)
    yield from items.remove({index for index, value in values.items() if not value})
    for index, value in values.items():
        if value:
            yield from _replace(body, node.value[index], value, items)


def _edits(body: str, mapping: Any, values: Mapping[str, Value]) -> Iterator[Edit]:
    """Yield what must be changed in a mapping for some of its keys to have some values."""
    nodes = {key.value: value for key, value in mapping.value}
    positions = {key: number for number, key in enumerate(nodes)}
    gone = {key for key in nodes if key in values and not values[key]}
    entries = Entries(body, mapping)
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
