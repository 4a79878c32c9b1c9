"""Where the entries of a YAML file stand, and how one comes or goes without touching the others."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from annotated_reader.notes.yaml_loader import LOADER
from annotated_reader.notes.yaml_scalars import Layout

Edit = tuple[int, int, str]
"""Start, end (exclusive) and what comes there instead."""

# YAML 1.1, section 5.4.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def nodes_of(body: str) -> Any:
    """Return the root of a file as PyYAML's nodes, which know where they stand."""
    return yaml.compose(body, Loader=LOADER)


def plain_data(body: str) -> Any:
    """Return what a file holds, each scalar as its text; None when it is not YAML."""
    try:
        return plain(nodes_of(body))
    except yaml.YAMLError:
        return None


def plain(node: Any) -> Any:
    """Return what a node holds, each scalar as its text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def apply_edits(body: str, changes: Iterable[Edit]) -> str:
    """Return a text after some changes, which must not overlap."""
    pieces, at = [], 0
    for start, end, instead in sorted(changes, key=lambda change: change[:2]):
        pieces += [body[at:start], instead]
        at = end
    return "".join([*pieces, body[at:]])


def newline_of(body: str) -> str:
    """Return how the first line of a file ends."""
    found = _BREAK.search(body)
    return found[0] if found else "\n"


def line_end(body: str, at: int) -> tuple[int, int]:
    """Return where the line ends that holds an offset, and where the next one begins."""
    found = _BREAK.search(body, at)
    return found.span() if found else (len(body), len(body))


class Entries:
    """The entries of a list or a mapping: where they stand, and how one comes or goes."""

    def __init__(self, body: str, node: Any) -> None:
        self.body, self.flow = body, bool(node.flow_style)
        pairs = isinstance(node, yaml.MappingNode)
        self.column: int = (node.value[0][0] if pairs else node).start_mark.column
        self.spans = [self._span(entry, pairs) for entry in node.value]
        self.newline = newline_of(body) + " " * self.column
        self.layout = Layout(self.flow, self.column, self.newline)

    def _span(self, entry: Any, pairs: bool) -> tuple[int, int]:
        key, value = entry if pairs else (entry, entry)
        start: int = key.start_mark.index
        if not pairs and not self.flow:
            start = self.body.rindex("-", 0, start)
        return start, end_of(self.body, value)

    def add(self, behind: int, entry: str) -> Edit:
        """Return the edit that puts an entry behind another; behind -1 it is the first."""
        separator = ", " if self.flow else self.newline
        if behind < 0:
            start = self.spans[0][0]
            return start, start, entry + separator
        end = self.spans[behind][1]
        end = end if self.flow else line_end(self.body, end)[0]
        return end, end, separator + entry

    def remove(self, numbers: set[int]) -> Iterator[Edit]:
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

    def _with_gap_before(self, number: int) -> Edit:
        before, end = self.spans[number - 1][1], self.spans[number][1]
        gap = self.body[before : self.spans[number][0]]
        return before, end, gap.replace(",", "", 1) if "#" in gap else ""

    def _with_gap_behind(self, number: int) -> Edit:
        start, end = self.spans[number]
        following = self.spans[number + 1][0]
        gap = self.body[end:following]
        kept = gap.replace(",", "", 1) if self.flow else gap.lstrip()
        return start, following, kept if "#" in gap else ""

    def _line(self, number: int) -> Edit:
        start, end = self.spans[number]
        stop, following = line_end(self.body, end)
        rest = self.body[end:stop].lstrip()
        return (start, stop, rest) if rest else (start - self.column, following, "")


def end_of(body: str, node: Any) -> int:
    """Return where what one sees of a value ends: without the blank lines behind it."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(body, last[1] if isinstance(node, yaml.MappingNode) else last)
    blank = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
    return start + len(body[start:end].rstrip()) if blank else int(end)
