"""CSL JSON and CSL YAML, as Zotero, Better BibTeX and pandoc write them."""

import json
import re
from pathlib import Path
from typing import Any

from annotated_reader.files import Folder
from annotated_reader.imports.reading import parse_json
from annotated_reader.imports.sources.records import Raw, too_many
from annotated_reader.notes.yaml_reader import parse_yaml
from annotated_reader.problems import Place, Problem

MAX_PARTS = 500_000
"""Brackets of one file: each becomes an object some fifty times as large."""

_SPACE = re.compile(r"[\s,]*")
_NO_CSL = "holds no sources in the form CSL {}: {}."

# Better BibTeX writes the markup of a title as Markdown in YAML, and escapes these.
_MARKDOWN = (
    (re.compile(r"(?<!\\)\*\*(?=\S)([^*]+)(?<=\S)(?<!\\)\*\*"), r"<b>\1</b>"),
    (re.compile(r"(?<!\\)\*(?=\S)([^*]+)(?<=\S)(?<!\\)\*"), r"<i>\1</i>"),
    (re.compile(r"(?<!\\)\^([^\s^]+)(?<!\\)\^"), r"<sup>\1</sup>"),
    (re.compile(r"(?<!\\)~([^\s~]+)(?<!\\)~"), r"<sub>\1</sub>"),
    (re.compile(r"\\([\[*~^])"), r"\1"),
)


def read_csl_json(text: str, place: Place) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a CSL JSON file; problems as `parse_json` has them, R004, R015."""
    if text.count("{") + text.count("[") > MAX_PARTS:
        message = f"holds more than {MAX_PARTS:,} lists and objects."
        return [], [Problem(place, "R004", message, "Import it in parts.")]
    data, problems = parse_json(text, place)
    if problems:
        return [], problems
    items = data.get("items", data.get("references")) if isinstance(data, dict) else data
    if not isinstance(items, list):
        return [], [Problem(place, "R015", _NO_CSL.format("JSON", "it must be a list of them"))]
    if any(isinstance(item, dict) and "target" in item for item in items[:20]):
        hint = "For annotations there is `annotated-reader import`."
        return [], [Problem(place, "R015", _NO_CSL.format("JSON", "these are annotations"), hint)]
    if many := too_many(len(items), place):
        return [], many
    lines = _lines(text) if isinstance(data, list) else [1] * len(items)
    return [Raw(item, line) for item, line in zip(items, lines, strict=True)], []


def _lines(text: str) -> list[int]:
    """Return the line in which each item of the list begins that a text is."""
    decoder, line, seen = json.JSONDecoder(), 1, 0
    lines: list[int] = []
    at = text.index("[") + 1
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if text[at] == "]":
            return lines
        line, seen = line + text.count("\n", seen, at), at
        lines.append(line)
        at = decoder.raw_decode(text, at)[1]


def read_csl_yaml(text: str, path: Path) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a CSL YAML file.

    Problems: those of `read_yaml`, R015 without `references:`.
    """
    file, problems = parse_yaml(text, path, Folder(path.parent, ""), "references")
    if file is None:
        return [], problems
    items = file.data.get("references")
    if not isinstance(items, list):
        place = file.place(file.marks.at("references"))
        why = "they must be a list under the key `references:`"
        return [], [Problem(place, "R015", _NO_CSL.format("YAML", why))]
    marks = [file.marks.at("references", number) for number in range(len(items))]
    return [Raw(_without_markdown(i), m.line) for i, m in zip(items, marks, strict=True)], []


def _without_markdown(item: Any) -> Any:
    if not isinstance(item, dict):
        return item
    return {key: _marked_up(key, value) for key, value in item.items()}


def _marked_up(key: str, value: Any) -> Any:
    if not isinstance(value, str) or key in ("id", "URL", "DOI", "issued", "accessed"):
        return value
    for pattern, instead in _MARKDOWN:
        value = pattern.sub(instead, value)
    return value
