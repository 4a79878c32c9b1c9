from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder
from annotated_reader.text import FILE_NAME, format_sentence_list, read_sentence_list
from tests.text.documents import document_of
from tests.text.strategies import LANGUAGES, texts


@given(texts(), LANGUAGES, st.booleans())
def test_nothing_is_lost(source: str, language: str, markdown: bool) -> None:
    document = document_of(source, language=language, markdown=markdown)
    assert "".join(document.pieces()) == source


@given(texts(), LANGUAGES, st.booleans())
def test_sentences_are_in_order_and_inside_their_block(
    source: str, language: str, markdown: bool
) -> None:
    document = document_of(source, language=language, markdown=markdown)
    for before, after in pairwise(document.sentences):
        assert before.end <= after.start
    for sentence in document.sentences:
        block = document.blocks[sentence.block]
        assert block.start <= sentence.start < sentence.end <= block.end
    assert len(document.position) == len(document.sentences)


@given(texts(), LANGUAGES, st.booleans())
def test_between_sentences_stand_only_white_space_and_heading_marks(
    source: str, language: str, markdown: bool
) -> None:
    document = document_of(source, language=language, markdown=markdown)
    between = "".join(list(document.pieces())[::2])
    marks = "#\ufeff" if markdown else "\ufeff"
    assert not [c for c in between if not c.isspace() and c not in marks]


@given(texts(), st.booleans())
def test_sentences_hold_no_white_space_at_their_ends(source: str, markdown: bool) -> None:
    document = document_of(source, markdown=markdown)
    for sentence in document.sentences:
        words = document.words(sentence)
        assert words == words.strip()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_change_nothing_but_offsets(line_end: str) -> None:
    source = "The title\n\nIt rained\nall day. It stopped.\n\nThe end.\n".replace("\n", line_end)
    document = document_of(source)
    assert [(s.id, " ".join(document.words(s).split())) for s in document.sentences] == [
        ("s0", "The title"),
        ("s1", "It rained all day."),
        ("s2", "It stopped."),
        ("s3", "The end."),
    ]


FIRST_WORDS = [
    "9 November Agreement",
    "According to the agreement, Russia will send",
    "The Russian peace contingent will remain in",
    "After signing the agreement, Azerbaijan demanded",
    "Putin noted that Russia «",
    "Russian Foreign Minister Sergey Lavrov initially",
    "But outside the contours of the",
    "Russia continues to insist that Turkish",
    "It is not yet known what",
    "In coordination with the international community,",
    "The Co-Chairs have a responsibility to",
    "Although the current ceasefire agreement includes",
    "But is the agreement enough to",
    "Under the ceasefire agreement signed on",
    "In particular, Armenia returned Kalbajar District",
    "Azerbaijan also retains parts of Nagorno-Karabakh",
    "Statement by the President of the",
    "Therefore, all these territories are no",
    "On November 9, the leaders of",
    "The agreement, signed after 44 days",
    "The new ceasefire agreement sparked anger",
    "On the 10th. In November 2020,",
]


def test_the_seed_of_this_edition(root: Path) -> None:
    source = (root / "seeds" / "9-november-agreement.txt").read_bytes().decode("utf-8")
    folder = root / "annotations" / "9-november-agreement"
    listed, unreadable = read_sentence_list(folder / FILE_NAME, Folder(folder, "a"))
    assert unreadable == []
    document = document_of(source, listed=listed)
    assert [s.id for s in document.sentences] == [f"s{n}" for n in range(22)]
    for sentence, words in zip(document.sentences, FIRST_WORDS, strict=True):
        assert " ".join(document.words(sentence).split()).startswith(words)
    assert document.words(document.sentences[-1]).endswith("military victory. .")
    assert "".join(document.pieces()) == source


def test_the_splitter_knows_this_seed_but_for_one_sentence(root: Path) -> None:
    source = (root / "seeds" / "9-november-agreement.txt").read_bytes().decode("utf-8")
    document = document_of(source)
    words = [" ".join(document.words(s).split()) for s in document.sentences]
    assert len(words) == 23
    assert words[21] == "On the 10th."
    assert [w.startswith(f) for w, f in zip(words[:21], FIRST_WORDS, strict=False)] == [True] * 21


@pytest.mark.parametrize(
    ("book", "least", "most"), [("federalist", 5800, 7000), ("moby-dick", 8500, 10500)]
)
def test_whole_books(outside: Path, tmp_path: Path, book: str, least: int, most: int) -> None:
    path = outside / "corpus" / book / "seed.md"
    source = path.read_bytes().decode("utf-8")
    document = document_of(source, markdown=True)
    assert "".join(document.pieces()) == source
    assert least <= len(document.sentences) <= most
    (tmp_path / FILE_NAME).write_text(format_sentence_list(document), encoding="utf-8")
    listed, _ = read_sentence_list(tmp_path / FILE_NAME, Folder(tmp_path, "a"))
    again = document_of(source, markdown=True, listed=listed)
    assert again.sentences == document.sentences
