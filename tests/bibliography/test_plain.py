from pathlib import Path

import pytest

from annotated_reader.bibliography.dates import issued
from annotated_reader.bibliography.plain import creators
from annotated_reader.bibliography.short_forms import short_form, short_forms
from annotated_reader.files import Folder
from annotated_reader.notes import Source, read_sources
from tests.bibliography.conftest import Sources

CASES = [
    ("author: [{family: Waal, given: Thomas, non-dropping-particle: de}]", "de Waal 2020"),
    ("author: [{family: A}, {family: B}]", "A and B 2020"),
    ("author: [{family: A}, {family: B}, {family: C}]", "A, B and C 2020"),
    ("author: [{family: A}, {family: B}, {family: C}, {family: D}]", "A et al. 2020"),
    ("author: [{literal: United Nations}]", "United Nations 2020"),
    ("editor: [{family: Editor}]", "Editor 2020"),
    ("publisher: BBC News", "BBC News 2020"),
    ("container-title: TASS", "TASS 2020"),
    ("note: x", "“A Long Title of …” 2020"),
]


def _source(tmp_path: Path, fields: str, date: str = "2020-11-10") -> Source:
    entry = f"  {fields}\n  issued: {date}\n" if date else f"  {fields}\n"
    content = f"references:\n- id: x\n  type: book\n  title: A Long Title of Many Words\n{entry}"
    (tmp_path / "sources.yml").write_text(content, encoding="utf-8")
    sources, problems = read_sources(tmp_path / "sources.yml", Folder(tmp_path, "annotations"))
    assert problems == []
    assert sources
    return sources["x"]


@pytest.mark.parametrize(("fields", "expected"), CASES)
def test_short_form(tmp_path: Path, fields: str, expected: str) -> None:
    assert short_form(_source(tmp_path, fields)) == expected


def test_full_names_begin_with_the_family_name(tmp_path: Path) -> None:
    people = "author: [{family: Waal, given: Thomas, non-dropping-particle: de}, {family: Toal, given: Gerard}]"
    assert creators(_source(tmp_path, people)) == "de Waal, Thomas and Gerard Toal"


def test_suffixes(tmp_path: Path) -> None:
    one = "{family: King, given: Martin Luther, suffix: Jr., comma-suffix: true}"
    other = "{family: Gates, given: Henry Louis, suffix: III}"
    told = creators(_source(tmp_path, f"author: [{one}, {one}, {other}]"))
    assert told == "King, Martin Luther, Jr., Martin Luther King, Jr. and Henry Louis Gates III"


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2020-11-10", "10 November 2020"),
        ("2020-11", "November 2020"),
        ("2020-21", "Spring 2020"),
        ("2013/2014", "2013–2014"),
        ("2023-09-19/2023-09-20", "19–20 September 2023"),
        ("2024-04-17/2024-06-12", "17 April–12 June 2024"),
        ("2020-12-30/2021-01-02", "30 December 2020–2 January 2021"),
        ("2020-09/2020-11", "September–November 2020"),
        ("2020-21/2020-22", "Spring–Summer 2020"),
        ("2020/2020-11", "2020–November 2020"),
        ("2020-11/2020-11-10", "November 2020–10 November 2020"),
        ("1880-05-01/1880-05-09~", "ca. 1–9 May 1880"),
        ("1880~", "ca. 1880"),
        ('"-0043-03-15"', "15 March 44 B.C.E."),
        ("", "n.d."),
    ],
)
def test_dates_in_words(tmp_path: Path, date: str, expected: str) -> None:
    assert issued(_source(tmp_path, "note: x", date)) == expected


def test_short_forms_tell_sources_apart(sources_of: Sources) -> None:
    waal = "author: [{family: Waal, non-dropping-particle: de}], issued: 2013"
    sources = sources_of(
        f"- {{id: a, type: book, title: 'Black Garden: Armenia and Azerbaijan', {waal}}}\n"
        f"- {{id: b, type: book, title: 'A <i>Report</i>', {waal}}}\n"
        f"- {{id: c, type: book, title: A Map of the Lines in May, {waal}}}\n"
        f"- {{id: d, type: book, title: A Map of the Lines in June, {waal}}}\n"
        f"- {{id: e, type: book, title: A Map, {waal.replace('2013', '2014')}}}\n"
        f"- {{id: f, type: book, title: The Same, {waal}}}\n"
        f"- {{id: g, type: book, title: The Same, {waal}}}\n"
        "- {id: h, type: book, title: A Law of the Country of May}\n"
        "- {id: i, type: book, title: A Law of the Country of June}\n"
    )
    assert short_forms(sources.values()) == {
        "a": "de Waal 2013, “Black Garden: Armenia and …”",
        "b": "de Waal 2013, “A Report”",
        "c": "de Waal 2013, “A Map of the Lines in May”",
        "d": "de Waal 2013, “A Map of the Lines in June”",
        "e": "de Waal 2014",
        "f": "de Waal 2013 (f)",
        "g": "de Waal 2013 (g)",
        "h": "“A Law of the Country of May” n.d.",
        "i": "“A Law of the Country of June” n.d.",
    }
