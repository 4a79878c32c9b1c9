"""Reading the case files of the tests: text files to which anybody can add a case.

Everywhere in them `{U+00A0}` stands for the character with that code, so that what
cannot be seen can be read.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

_CODE = re.compile(r"\{U\+([0-9A-F]{2,6})\}")
_TITLE = re.compile(r"^=== (.+)$", re.MULTILINE)
_DIVIDER = re.compile(r"^---$\n?", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """A title, and the parts that `---` divides."""

    title: str
    parts: tuple[str, ...]


def spell(text: str) -> str:
    """Return the text with the characters that its codes stand for."""
    return _CODE.sub(lambda found: chr(int(found[1], 16)), text)


def block_cases(path: Path) -> list[Any]:
    """Return the cases of a file: a line `=== title`, then parts divided by lines `---`."""
    _, *pieces = _TITLE.split(path.read_text(encoding="utf-8"))
    cases = []
    for title, body in zip(pieces[::2], pieces[1::2], strict=True):
        parts = tuple(spell(part.strip("\n")) for part in _DIVIDER.split(body))
        cases.append(pytest.param(Case(title, parts), id=title))
    return _checked(cases, path)


def line_cases(path: Path) -> list[Any]:
    """Return the cases of a file: one a line, its parts divided by ` => `; `#` begins a comment."""
    cases = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            parts = tuple(spell(part.strip()) for part in line.split("=>"))
            cases.append(pytest.param(Case(line, parts), id=line))
    return _checked(cases, path)


def yaml_cases(path: Path) -> list[Any]:
    """Return the cases of a YAML file: mappings with a `title`; every value is text."""
    items = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return _checked([pytest.param(_spelt(item), id=item["title"]) for item in items], path)


def _spelt(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _spelt(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_spelt(part) for part in value]
    return spell(value)


def _checked(cases: list[Any], path: Path) -> list[Any]:
    ids = [case.id for case in cases]
    assert ids, f"{path} holds no cases"
    assert len(ids) == len(set(ids)), f"{path} holds two cases of the same title"
    return cases


def lines_of(part: str) -> list[str]:
    """Return the lines of a part, none for an empty one."""
    return part.split("\n") if part else []


def as_told(found: list[str], expected: list[str]) -> list[str]:
    """Return what was found, with ` …` for the rest of a line where the expected line ends so."""
    if len(found) != len(expected):
        return found
    return [
        told if told.endswith(" …") and line.startswith(told[:-1].rstrip()) else line
        for line, told in zip(found, expected, strict=True)
    ]
