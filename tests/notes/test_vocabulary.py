from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.notes import read_vocabulary
from tests.cases import Case, as_told, block_cases, lines_of
from tests.notes.test_records import shown

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", block_cases(FIXTURES / "vocabulary.txt"))
def test_vocabulary(case: Case, tmp_path: Path) -> None:
    content, expected = case.parts
    path = tmp_path / "verdicts.yml"
    path.write_text(content, encoding="utf-8")
    vocabulary, problems = read_vocabulary(path, Folder(tmp_path, "a"))
    assert vocabulary is not None
    known = [f"verdict {id_}" for id_ in vocabulary.verdicts]
    known += [f"reason {id_}" for id_ in vocabulary.reasons]
    found = [*known, *shown(problems)]
    assert as_told(found, lines_of(expected)) == lines_of(expected)


def test_the_default(tmp_path: Path) -> None:
    vocabulary, problems = read_vocabulary(tmp_path / "verdicts.yml", Folder(tmp_path, "a"))
    assert problems == []
    assert vocabulary is not None
    assert list(vocabulary.verdicts) == [
        "supported",
        "contradicted",
        "disputed",
        "needs-context",
        "unverified",
        "not-checkable",
    ]
    assert len(vocabulary.reasons) == 8
    badges = [verdict.badge for verdict in vocabulary.verdicts.values()]
    assert len(badges) == len(set(badges))


def test_no_verdict_is_told_by_colour_alone(tmp_path: Path) -> None:
    vocabulary, _ = read_vocabulary(tmp_path / "verdicts.yml", Folder(tmp_path, "a"))
    assert vocabulary is not None
    looks = [(v.tone, v.line) for v in vocabulary.verdicts.values()]
    assert len(looks) == len(set(looks))


def test_a_link_in_place_of_the_file_is_not_the_default(tmp_path: Path) -> None:
    (tmp_path / "verdicts.yml").symlink_to("nowhere")
    vocabulary, problems = read_vocabulary(tmp_path / "verdicts.yml", Folder(tmp_path, "a"))
    assert [problem.code for problem in problems] == ["R002"]
    assert vocabulary is None
