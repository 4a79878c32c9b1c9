"""Changing a few values in a YAML file of notes, and nothing else: every other byte stays.

The file is parsed as the reader parses it, but only to learn where its values stand;
what changes is cut out and replaced. Whatever writes the whole file anew changes what
nobody asked it to change, ruamel.yaml, too: line ends, the byte order mark, the spaces
of `{at: s1,   quote: x}`, wrapped lines, a list indented otherwise than the first one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

import yaml

from annotated_reader.notes.yaml_scalars import Layout, Value, like, new_value

_Edit = tuple[int, int, str]
"""Start, end (exclusive) and what comes there instead."""

_ORDER = ("id", "at", "quote", "prefix", "suffix")
# YAML 1.1, section 5.4.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
_Loader = cast(type[yaml.SafeLoader], getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def rewrite_notes(content: str, edits: Mapping[int, Mapping[str, Value]]) -> str | None:
    """Return the content of a file with some keys of some notes set, by index in `notes`.

    A new key comes behind those that usually stand before it. None when the file is
    laid out in a way (`? key`) in which this cannot be done for certain.
    """
    body = content.removeprefix("\ufeff")
    root: Any = yaml.compose(body, Loader=_Loader)
    notes = next(value for key, value in root.value if key.value == "notes")
    expected = _plain(root)
    changes: list[_Edit] = []
    for index, values in edits.items():
        changes += _edits(body, notes.value[index], values)
        _set(expected["notes"][index], values)
    written = _apply(body, changes)
    return content[: len(content) - len(body)] + written if _read(written) == expected else None


def _read(body: str) -> Any:
    try:
        return _plain(yaml.compose(body, Loader=_Loader))
    except yaml.YAMLError:
        return None


def _plain(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        return {key.value: _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    return node.value


def _set(note: dict[str, Any], values: Mapping[str, Value]) -> None:
    for key, value in values.items():
        if not value:
            note.pop(key, None)
        elif isinstance(value, tuple) and (len(value) > 1 or isinstance(note.get(key), list)):
            note[key] = list(value)
        else:
            note[key] = value if isinstance(value, str) else value[0]


def _apply(body: str, changes: Iterable[_Edit]) -> str:
    pieces, at = [], 0
    for start, end, instead in sorted(changes, key=lambda change: change[:2]):
        pieces += [body[at:start], instead]
        at = end
    return "".join([*pieces, body[at:]])


def _edits(body: str, note: Any, values: Mapping[str, Value]) -> Iterator[_Edit]:
    """Yield what must be changed in a note for some of its keys to have some values."""
    nodes = {key.value: value for key, value in note.value}
    positions = {key: number for number, key in enumerate(nodes)}
    gone = {key for key in nodes if key in values and not values[key]}
    entries = _Entries(body, note)
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


def _replace(body: str, node: Any, value: Value, around: "_Entries") -> Iterator[_Edit]:
    """Yield what must be changed for a value to become another one, in its style."""
    if isinstance(node, yaml.SequenceNode):
        yield from _replace_items(body, node, value)
        return
    span = node.start_mark.index, _end(body, node)
    if isinstance(value, tuple) and len(value) > 1:
        yield *span, new_value(value, around.flow)
        return
    word = value if isinstance(value, str) else value[0]
    if word != node.value:
        yield *span, like(body, node, word, around.layout)


def _replace_items(body: str, node: Any, ids: Value) -> Iterator[_Edit]:
    items = _Entries(body, node)
    for item, id_ in zip(node.value, ids, strict=False):
        yield from _replace(body, item, id_, items)
    yield from items.remove(set(range(len(ids), len(node.value))))
    for id_ in ids[len(node.value) :]:
        yield items.add(len(node.value) - 1, id_ if items.flow else f"- {id_}")


class _Entries:
    """The entries of a list or a mapping: where they stand, and how one comes or goes."""

    def __init__(self, body: str, node: Any) -> None:
        self.body, self.flow = body, bool(node.flow_style)
        pairs = isinstance(node, yaml.MappingNode)
        self.column: int = (node.value[0][0] if pairs else node).start_mark.column
        self.spans = [self._span(entry, pairs) for entry in node.value]
        newline = _BREAK.search(body)
        self.newline = (newline[0] if newline else "\n") + " " * self.column
        self.layout = Layout(self.flow, self.column, self.newline)

    def _span(self, entry: Any, pairs: bool) -> tuple[int, int]:
        key, value = entry if pairs else (entry, entry)
        start: int = key.start_mark.index
        if not pairs and not self.flow:
            start = self.body.rindex("-", 0, start)
        return start, _end(self.body, value)

    def add(self, behind: int, entry: str) -> _Edit:
        """Return the edit that puts an entry behind another; behind -1 it is the first."""
        separator = ", " if self.flow else self.newline
        if behind < 0:
            start = self.spans[0][0]
            return start, start, entry + separator
        end = self.spans[behind][1]
        end = end if self.flow else self._line_end(end)[0]
        return end, end, separator + entry

    def remove(self, numbers: set[int]) -> Iterator[_Edit]:
        """Yield the edits that take entries away. Comments stay, also those behind an entry."""
        rest = [number for number in range(len(self.spans)) if number not in numbers]
        for number in sorted(numbers):
            if self.flow and number > rest[-1]:
                yield self._with_gap_before(number)
            elif self.flow or number < rest[0]:
                # A bracket or a hyphen before it on its line stays.
                yield self._with_gap_behind(number)
            else:
                yield self._line(number)

    def _with_gap_before(self, number: int) -> _Edit:
        before, end = self.spans[number - 1][1], self.spans[number][1]
        gap = self.body[before : self.spans[number][0]]
        return before, end, gap.replace(",", "", 1) if "#" in gap else ""

    def _with_gap_behind(self, number: int) -> _Edit:
        start, end = self.spans[number]
        following = self.spans[number + 1][0]
        gap = self.body[end:following]
        kept = gap.replace(",", "", 1) if self.flow else gap.lstrip()
        return start, following, kept if "#" in gap else ""

    def _line(self, number: int) -> _Edit:
        start, end = self.spans[number]
        stop, following = self._line_end(end)
        rest = self.body[end:stop].lstrip()
        return (start, stop, rest) if rest else (start - self.column, following, "")

    def _line_end(self, at: int) -> tuple[int, int]:
        """Return where a line ends, and where the next one begins."""
        found = _BREAK.search(self.body, at)
        return found.span() if found else (len(self.body), len(self.body))


def _end(body: str, node: Any) -> int:
    """Return where what one sees of a value ends: without the blank lines behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(body, last[1] if isinstance(node, yaml.MappingNode) else last)
    blank = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return start + len(body[start:end].rstrip()) if blank else int(end)
