from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.notes import check_note, read_notes, read_sources, read_vocabulary
from tests.cases import Case, as_told, block_cases, lines_of
from tests.notes.test_records import shown

FIXTURES = Path(__file__).parent / "fixtures"
SOURCES = """\
references:
- {id: atlas, type: book, title: An atlas}
- {id: letters, type: book, title: Letters}
"""


@pytest.mark.parametrize("case", block_cases(FIXTURES / "rules.txt"))
def test_rules(case: Case, tmp_path: Path) -> None:
    notes, expected = case.parts
    unreadable, problems = _told(notes, tmp_path)
    assert unreadable == []
    assert as_told(problems, lines_of(expected)) == lines_of(expected)


@pytest.mark.parametrize("case", block_cases(FIXTURES / "half_read.txt"))
def test_what_is_told_beside_a_wrong_form(case: Case, tmp_path: Path) -> None:
    notes, expected = case.parts
    unreadable, problems = _told(notes, tmp_path)
    assert unreadable
    found = sorted([*unreadable, *problems], key=lambda line: [int(n) for n in line.split(":")[:2]])
    assert as_told(found, lines_of(expected)) == lines_of(expected)


def _told(notes: str, tmp_path: Path) -> tuple[list[str], list[str]]:
    """Return what is wrong with the form of some notes, and with what could be read of them."""
    folder = Folder(tmp_path, "a")
    (tmp_path / "sources.yml").write_text(SOURCES, encoding="utf-8")
    (tmp_path / "n.yml").write_text("notes:\n" + notes, encoding="utf-8")
    entries, unreadable = read_notes([tmp_path / "n.yml"], folder)
    sources, _ = read_sources(tmp_path / "sources.yml", folder)
    vocabulary, _ = read_vocabulary(tmp_path / "verdicts.yml", folder)
    problems = [problem for entry in entries for problem in check_note(entry, vocabulary, sources)]
    return [*map(_one_line_up, shown(unreadable))], [*map(_one_line_up, shown(problems))]


def _one_line_up(line: str) -> str:
    """Count lines as in the case, which leaves out the first, `notes:`."""
    number, _, rest = line.partition(":")
    return f"{int(number) - 1}:{rest}"
