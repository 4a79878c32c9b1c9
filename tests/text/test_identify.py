from pathlib import Path

import pytest

from annotated_reader.text import cut
from tests.cases import Case, block_cases, lines_of
from tests.text.documents import document_of
from tests.text.test_sentence_list import read

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", block_cases(FIXTURES / "identify.txt"))
def test_ids(case: Case, tmp_path: Path) -> None:
    seed, content, expected = case.parts
    listed, unreadable = read(tmp_path, content.replace("→", "\t"))
    assert unreadable == []
    document, problems = cut(seed, language="en", markdown=False, listed=listed)
    if document is None:
        (problem,) = problems
        line, told = expected.split(": ", 1)
        code, _, words = told.partition(" ")
        assert (f"line {problem.place.line}", problem.code) == (line, code)
        assert words in problem.message
    else:
        assert problems == []
        shown = [f"{s.id} | {' '.join(document.words(s).split())}" for s in document.sentences]
        assert shown == lines_of(expected)
        assert "".join(document.pieces()) == seed


def test_headings_are_one_sentence_each() -> None:
    source = "# The End. Of it all\n\nText. More.\n\n## I. Of the Liberty. Of Printing\n"
    document = document_of(source, markdown=True)
    assert [(s.id, document.words(s)) for s in document.sentences] == [
        ("s0", "The End. Of it all"),
        ("s1", "Text."),
        ("s2", "More."),
        ("s3", "I. Of the Liberty. Of Printing"),
    ]


def test_retired_ids_are_known_to_the_document(tmp_path: Path) -> None:
    listed, _ = read(tmp_path, "s1\tIt rained.\ns2\tIt snowed.\tretired\n")
    document = document_of("It rained.", listed=listed)
    assert document.retired == {"s2"}
    assert dict(document.position) == {"s1": 0}
