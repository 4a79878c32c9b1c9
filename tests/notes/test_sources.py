from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.notes import csl, read_sources
from annotated_reader.notes.edtf import DatePart
from tests.cases import Case, as_told, block_cases, lines_of
from tests.notes.test_records import shown

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", block_cases(FIXTURES / "sources.txt"))
def test_sources(case: Case, tmp_path: Path) -> None:
    content, expected = case.parts
    path = tmp_path / "sources.yml"
    path.write_text(content, encoding="utf-8")
    sources, problems = read_sources(path, Folder(tmp_path, "a"))
    found = [*(sources or {}), *shown(problems)]
    assert as_told(found, lines_of(expected)) == lines_of(expected)


def test_fields_are_sorted_by_what_they_hold(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(
        """\
references:
- id: a
  type: webpage
  title: >-
    A title
    of two lines
  author: [{family: Waal, given: Thomas, non-dropping-particle: de}, {literal: BBC}]
  issued: 2020-11-10
  accessed: 2026-11~
  URL: https://example.org/
  custom: {archive-url: 'https://web.archive.org/', note: A  note}
""",
        encoding="utf-8",
    )
    sources, problems = read_sources(path, Folder(tmp_path, "n"))
    assert sources is not None
    source = sources["a"]
    assert problems == []
    assert (source.type, str(source.place)) == ("webpage", "n/sources.yml:2:7")
    assert source.texts == {"title": "A title of two lines", "URL": "https://example.org/"}
    assert source.text("title") == "A title of two lines"
    assert source.text("publisher") == ""
    waal, bbc = source.names["author"]
    assert (waal.family, waal.given, waal.non_dropping_particle) == ("Waal", "Thomas", "de")
    assert bbc.literal == "BBC"
    assert source.dates["issued"].start == DatePart(2020, 11, 10)
    assert source.dates["accessed"].circa
    assert source.custom == {"archive-url": "https://web.archive.org/", "note": "A note"}


def test_what_is_wrong_is_left_out_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "sources.yml"
    path.write_text(
        "references:\n- {id: a, type: novel, title: A, issued: then, URL: 'ftp://a', page: 3}\n",
        encoding="utf-8",
    )
    sources, problems = read_sources(path, Folder(tmp_path, "n"))
    assert sources is not None
    assert sorted(problem.code for problem in problems) == ["R209", "R303", "R304"]
    assert sources["a"].type == "document"
    assert sources["a"].texts == {"title": "A", "page": "3"}
    assert dict(sources["a"].dates) == {}


def test_the_words_of_csl_do_not_overlap() -> None:
    groups = [csl.NAME_FIELDS, csl.DATE_FIELDS, csl.TEXT_FIELDS, csl.OTHER_FIELDS]
    assert sum(map(len, groups)) == len(csl.FIELDS)
    assert len(csl.TYPES) == 45
    assert list(csl.FIELDS) == sorted(csl.FIELDS)


def test_other_peoples_references(outside: Path) -> None:
    folder = Folder(outside / "fixtures" / "citations", "citations")
    sources, problems = read_sources(folder.path / "items.yaml", folder)
    assert sources is not None
    codes = {problem.code for problem in problems}
    # These are written for another reader: their dates are lists of numbers.
    assert codes <= {"R203", "R303", "R304"}
    assert len(sources) >= 15


def test_other_peoples_evil_references(outside: Path) -> None:
    folder = Folder(outside / "fixtures" / "citations", "citations")
    sources, problems = read_sources(folder.path / "evil.yaml", folder)
    assert problems
    assert sources
    assert not [source for source in sources.values() if "script" in source.text("URL")]
