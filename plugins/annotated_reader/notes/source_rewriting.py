"""Adding sources to `sources.yml`, and fields to sources, without a change to anything else."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

import yaml

from annotated_reader.notes import csl
from annotated_reader.notes.yaml_entries import (
    Edit,
    Entries,
    apply_edits,
    line_end,
    newline_of,
    nodes_of,
    plain,
    plain_data,
)
from annotated_reader.notes.yaml_scalars import like, new_value

Fields: TypeAlias = dict[str, "str | list[str] | list[dict[str, str]] | dict[str, str]"]
"""What a source says: texts and dates, lists of names, `categories`, `custom`."""

HEADER = "# Bibliography, CSL YAML.\nreferences:\n"
"""How a new file begins."""

_FIRST = (
    *("id", "type", "title", "title-short"),
    *("author", "editor", "translator", "interviewer"),
    *("container-title", "collection-title", "volume", "issue", "number", "edition", "page"),
    *("publisher", "publisher-place", "genre"),
)
_LAST = ("issued", "accessed", "URL", "DOI", "ISBN", "ISSN", "language", "abstract", "note")
_ENDS = ("categories", "custom")
ORDER = (
    *_FIRST,
    *(name for name in csl.FIELDS if name not in {*_FIRST, *_LAST, *_ENDS}),
    *_LAST,
    *_ENDS,
)
"""In which order the fields of a source are written."""


def rewrite_sources(
    content: str, new: Sequence[Fields], filled: Mapping[int, Fields]
) -> str | None:
    """Return the content of `sources.yml` with new sources behind those that are there.

    `filled` has fields for some sources, by index in `references`: one that is missing is
    added, one that is there is replaced. None when the file is laid out in a way in
    which this cannot be done for certain. An empty content becomes a new file.
    """
    body = content.removeprefix("\ufeff")
    root: Any = nodes_of(body)
    if root is None or plain(root) == "":
        body, root = _begun(body)
    expected = plain(root)
    if not isinstance(expected, dict):
        return None
    expected["references"] = [*(expected.get("references") or []), *new]
    for index, fields in filled.items():
        expected["references"][index] |= fields
    written = apply_edits(body, _edits(body, root, new, filled))
    mark = "\ufeff" if content.startswith("\ufeff") else ""
    return mark + written if plain_data(written) == expected else None


def _begun(body: str) -> tuple[str, Any]:
    """Return a file that had no keys with the key `references`."""
    newline = newline_of(body)
    begun = (body.rstrip() + newline if body.strip() else "") + "references:" + newline
    begun = begun if body.strip() else HEADER
    return begun, nodes_of(begun)


def _edits(
    body: str, root: Any, new: Sequence[Fields], filled: Mapping[int, Fields]
) -> Iterator[Edit]:
    found = {key.value: (key, value) for key, value in root.value}
    if "references" not in found:
        if new:
            newline = newline_of(body)
            before, behind = ("", newline) if body.endswith(newline) else (newline, "")
            added = f"{before}references:{_block(new, newline)}{behind}"
            yield len(body), len(body), added
        return
    key, references = found["references"]
    if isinstance(references, yaml.SequenceNode) and references.value:
        for index, fields in filled.items():
            yield from _fill(body, references.value[index], fields)
        yield from _append(body, references, new)
    elif new:
        yield from _first(body, key, references, new)


def _first(body: str, key: Any, node: Any, new: Sequence[Fields]) -> Iterator[Edit]:
    """Yield what puts sources into a list without any: `references:` or `references: []`."""
    start, end = node.start_mark.index, node.end_mark.index
    if end > start:
        yield key.end_mark.index + 1, end, ""
    stop = line_end(body, end)[0]
    yield stop, stop, _block(new, newline_of(body))


def _block(new: Sequence[Fields], newline: str) -> str:
    return "".join(f"{newline}- {_entry(fields, newline + '  ')}" for fields in new)


def _append(body: str, references: Any, new: Sequence[Fields]) -> Iterator[Edit]:
    """Yield what puts sources behind the last one, laid out like it."""
    entries, last = Entries(body, references), references.value[-1]
    if entries.flow and new:
        written = [f"{{{', '.join(_pairs(fields, flow=True))}}}" for fields in new]
        yield entries.add(len(references.value) - 1, ", ".join(written))
        return
    column = max(last.start_mark.column, entries.column + 2)
    newline = newline_of(body)
    before = newline * _blank_lines(entries) + entries.newline + "-".ljust(column - entries.column)
    stop = line_end(body, entries.spans[-1][1])[0]
    within = newline + " " * column
    yield stop, stop, "".join(before + _entry(fields, within) for fields in new)


def _blank_lines(entries: Entries) -> int:
    """Return 1 where most sources have a blank line before them, otherwise 0."""
    ends = [line_end(entries.body, end)[1] for _, end in entries.spans[:-1]]
    starts = [start for start, _ in entries.spans[1:]]
    gaps = [entries.body[end:start] for end, start in zip(ends, starts, strict=True)]
    blank = sum(gap.lstrip(" ").startswith(("\n", "\r")) for gap in gaps)
    return int(blank * 2 > len(gaps))


def _entry(fields: Fields, newline: str) -> str:
    return newline.join(_pairs(fields, flow=False, newline=newline))


def _pairs(fields: Fields, *, flow: bool, newline: str = "") -> Iterator[str]:
    for name in sorted(fields, key=ORDER.index):
        yield _pair(name, fields[name], flow=flow, newline=newline)


def _pair(name: str, value: Any, *, flow: bool, newline: str) -> str:
    if isinstance(value, str):
        return f"{name}: {_scalar(name, value, flow=flow)}"
    if isinstance(value, dict) and not flow:
        inner = (f"{newline}  {_key(key)}: {new_value(part, False)}" for key, part in value.items())
        return f"{name}:{''.join(inner)}"
    if isinstance(value, dict):
        return f"{name}: {_mapping(value)}"
    items = [_mapping(part) if isinstance(part, dict) else new_value(part, True) for part in value]
    if flow or not isinstance(value[0], dict):
        return f"{name}: [{', '.join(items)}]"
    return f"{name}:{''.join(f'{newline}- {item}' for item in items)}"


def _mapping(value: dict[str, str]) -> str:
    return (
        f"{{{', '.join(f'{_key(key)}: {new_value(part, True)}' for key, part in value.items())}}}"
    )


def _key(name: str) -> str:
    return new_value(name, True)


def _scalar(name: str, value: str, *, flow: bool) -> str:
    """Return a value; dates go without quotation marks, as everybody writes them."""
    plain_date = name in csl.DATE_FIELDS and not value.startswith("-")
    return value if plain_date else new_value(value, flow)


def _fill(body: str, node: Any, fields: Fields) -> Iterator[Edit]:
    """Yield what gives a source some fields."""
    positions = {key.value: number for number, (key, _) in enumerate(node.value)}
    entries = Entries(body, node)
    for name in sorted(fields, key=ORDER.index):
        value = fields[name]
        if name in positions and isinstance(value, str):
            old = node.value[positions[name]][1]
            span = old.start_mark.index, entries.spans[positions[name]][1]
            yield *span, like(body, old, value, entries.layout)
            continue
        before = ORDER[: ORDER.index(name)]
        behind = max((positions[key] for key in before if key in positions), default=-1)
        yield entries.add(behind, _pair(name, value, flow=entries.flow, newline=entries.newline))
