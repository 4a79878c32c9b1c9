"""RIS as reference managers read it: the seventeen references, in a golden file."""

import os
import re
from pathlib import Path

import pytest

from annotated_reader.exports import ris
from annotated_reader.exports.ris import _TYPES
from annotated_reader.files import Folder
from annotated_reader.notes import csl, read_sources

GOLDEN = Path(__file__).parent / "fixtures" / "sources.ris"
ITEMS = Path(__file__).parents[1] / "bibliography" / "fixtures" / "items.yml"
LINE = re.compile(r"[A-Z][A-Z0-9]  - .*")


def _ris(path: Path) -> str:
    sources, _ = read_sources(path, Folder(path.parent, "annotations"))
    assert sources
    return ris(sources.values())


def _one(tmp_path: Path, fields: str) -> list[str]:
    path = tmp_path / "sources.yml"
    path.write_text(f"references:\n- {{id: x, title: T, {fields}}}\n", encoding="utf-8")
    return _ris(path).split("\r\n")


def test_the_seventeen() -> None:
    found = _ris(ITEMS)
    if os.environ.get("UPDATE_EXPECTED"):
        GOLDEN.write_text(found, encoding="utf-8", newline="")
    assert found == GOLDEN.read_bytes().decode("utf-8")


def test_every_line_is_one() -> None:
    *lines, last = _ris(ITEMS).split("\r\n")
    assert last == ""
    assert all(LINE.fullmatch(line) for line in lines)
    begun = [line for line in lines if line.startswith("TY  - ")]
    assert len(begun) == lines.count("ER  - ") == 17


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020", "2020///"),
        ("2020-11", "2020/11//"),
        ("2020-11-10", "2020/11/10/"),
        ("1880~", "1880///1880~"),
        ("2020-21", "2020///2020-21"),
        ("2013-05-01/2013-06-30", "2013/05/01/2013-05-01/2013-06-30"),
    ],
)
def test_dates(tmp_path: Path, written: str, told: str) -> None:
    lines = _one(tmp_path, f"type: book, issued: {written}")
    assert f"DA  - {told}" in lines
    assert f"PY  - {written[:4]}" in lines


def test_names(tmp_path: Path) -> None:
    people = (
        "[{family: Waal, given: Thomas, non-dropping-particle: de, suffix: Jr.}, {literal: UN}]"
    )
    lines = _one(tmp_path, f"type: chapter, author: {people}, editor: [{{family: Nichol}}]")
    assert [line for line in lines if line.startswith("A")] == [
        "AU  - de Waal, Thomas, Jr.",
        "AU  - UN",
        "A2  - Nichol",
    ]


@pytest.mark.parametrize(
    ("page", "told"), [("45-67", ["SP  - 45", "EP  - 67"]), ("A1", ["SP  - A1"])]
)
def test_pages(tmp_path: Path, page: str, told: list[str]) -> None:
    lines = _one(tmp_path, f"type: article-journal, page: {page}")
    assert [line for line in lines if line[:2] in ("SP", "EP")] == told


def test_types_are_those_of_csl() -> None:
    assert set(_TYPES) <= csl.TYPES
