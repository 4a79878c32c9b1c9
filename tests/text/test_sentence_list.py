from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder
from annotated_reader.text import (
    FILE_NAME,
    ListedSentence,
    format_sentence_list,
    read_sentence_list,
)
from tests.cases import Case, block_cases, lines_of
from tests.text.documents import document_of
from tests.text.strategies import LANGUAGES, readable

FIXTURES = Path(__file__).parent / "fixtures"


def read(folder: Path, content: str) -> tuple[list[ListedSentence], list[str]]:
    """Return what is read from a sentences.tsv of some content, problems as lines."""
    path = folder / FILE_NAME
    path.write_bytes(content.encode("utf-8"))
    listed, problems = read_sentence_list(path, Folder(folder, "a"))
    assert all(problem.place.file == f"a/{FILE_NAME}" for problem in problems)
    return listed, [f"line {p.place.line}: {p.code} {p.message}" for p in problems]


@pytest.mark.parametrize("case", block_cases(FIXTURES / "sentence_list.txt"))
def test_reading(case: Case, tmp_path: Path) -> None:
    content, expected = case.parts
    listed, problems = read(tmp_path, content.replace("→", "\t"))
    shown = [f"{item.id}{' retired' * item.retired} | {item.words}" for item in listed]
    wanted = lines_of(expected)
    assert shown == [line for line in wanted if not line.startswith("line ")]
    for problem, start in zip(
        problems, [line for line in wanted if line.startswith("line ")], strict=True
    ):
        assert problem.startswith(start)


def test_a_place_for_every_sentence(tmp_path: Path) -> None:
    listed, _ = read(tmp_path, "# Comment.\n\ns1\tIt rained.\ns2\tIt stopped.\n")
    assert [str(item.place) for item in listed] == ["a/sentences.tsv:3:1", "a/sentences.tsv:4:1"]


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes("s1\tIl pleut à verse.\n".encode("latin-1"))
    listed, problems = read_sentence_list(path, Folder(tmp_path, "a"))
    assert listed == []
    assert [(p.code, str(p.place)) for p in problems] == [("R003", "a/sentences.tsv:1:13")]


def test_writing() -> None:
    document = document_of("The title\n\nIt rained\nall  day. It stopped.\n")
    lines = format_sentence_list(document, [("s9", "It snowed.")]).split("\n")
    assert [line for line in lines if not line.startswith("#")] == [
        "s0\tThe title",
        "s1\tIt rained all day.",
        "s2\tIt stopped.",
        "s9\tIt snowed.\tretired",
        "",
    ]


@given(readable(), LANGUAGES, st.booleans())
def test_a_list_written_and_read_gives_the_same_sentences(
    tmp_path_factory: pytest.TempPathFactory, source: str, language: str, markdown: bool
) -> None:
    document = document_of(source, language=language, markdown=markdown)
    folder = tmp_path_factory.getbasetemp()
    listed, problems = read(folder, format_sentence_list(document))
    assert problems == []
    again = document_of(source, language=language, markdown=markdown, listed=listed)
    assert again.sentences == document.sentences


@given(readable(), st.data())
def test_any_joins_within_a_block_are_kept(
    tmp_path_factory: pytest.TempPathFactory, source: str, data: st.DataObject
) -> None:
    document = document_of(source)
    lines: list[tuple[int, str, str]] = []
    for sentence in document.sentences:
        words = " ".join(document.words(sentence).split())
        glued = lines and document.source[sentence.start - 1 : sentence.start].strip()
        if lines and lines[-1][0] == sentence.block and not glued and data.draw(st.booleans()):
            lines[-1] = (sentence.block, lines[-1][1], f"{lines[-1][2]} {words}")
        else:
            lines.append((sentence.block, sentence.id, words))
    content = "".join(f"{id_}\t{words}\n" for _, id_, words in lines)
    listed, _ = read(tmp_path_factory.getbasetemp(), content)
    again = document_of(source, listed=listed)
    assert [(s.block, s.id, " ".join(again.words(s).split())) for s in again.sentences] == lines
    assert "".join(again.pieces()) == source
