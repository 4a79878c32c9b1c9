"""How a text is written in YAML, in the style of its neighbours, so that it reads back exactly."""

import re
import textwrap
from dataclasses import dataclass
from typing import Any
from unicodedata import category

import yaml

from annotated_reader.notes.yaml_loader import LOADER

Value = str | tuple[str, ...]
"""A text, or sentence ids: a single one is no list unless there is one; empty takes the key away."""

_WIDTH = 90
"""Where the lines of a folded text (`>`) are broken, in characters."""

# Text for our reader, a number for one that knows YAML 1.2 (`1e3`).
_NUMBER = re.compile(r"[-+.\d][\w.+:-]*")
_BLOCK_HEADER = re.compile("[|>][-+0-9]*([ \t]+#[^\n\r\x85\u2028\u2029]*)?")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a value stands: in brackets or not, in which column, behind which line end."""

    flow: bool
    column: int
    newline: str


def new_value(value: Value, flow: bool) -> str:
    """Return a value as it is written where there was none."""
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]" if len(value) > 1 else value[0]
    return value if _means(value, value, flow) else _quoted(value)


def like(body: str, node: Any, value: str, layout: Layout) -> str:
    """Return a value in the style of the one that it replaces, if that can hold it."""
    comment = ""
    if node.style == '"':
        return _quoted(value)
    if node.style == "'":
        written = "'" + value.replace("'", "''") + "'"
        return written if _means(written, value, layout.flow) else _quoted(value)
    if node.style in ("|", ">") and (header := _BLOCK_HEADER.match(body, node.start_mark.index)):
        comment = header[1] or ""
        folded = textwrap.wrap(value, _WIDTH, break_long_words=False, break_on_hyphens=False)
        lines = folded if node.style == ">" else value.split("\n")
        written = "".join(
            [f"{node.style}-{comment}", *(f"{layout.newline}  {line}" for line in lines)]
        )
        if _means(written, value, layout.flow, layout.column):
            return written
    return new_value(value, layout.flow) + comment


def _means(written: str, value: str, flow: bool, column: int = 0) -> bool:
    """Say whether a value as it is written is this text for every reader of YAML."""
    entry = f"{{k: {written}}}" if flow else f"{' ' * column}k: {written}\n"
    try:
        mapping: Any = yaml.compose(entry, Loader=LOADER)
    except yaml.YAMLError:
        return False
    node = mapping.value[0][1]
    if not isinstance(node, yaml.ScalarNode):
        return False
    doubtful = (not node.style and _NUMBER.fullmatch(value)) or any(map(_hides, value))
    return bool(node.tag == "tag:yaml.org,2002:str" and node.value == value and not doubtful)


def _quoted(value: str) -> str:
    return '"' + "".join(map(_escaped, value)) + '"'


def _hides(character: str) -> bool:
    return character != "\n" and category(character) in ("Cc", "Cn", "Cs", "Zl", "Zp")


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character != "\n" and not _hides(character):
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
