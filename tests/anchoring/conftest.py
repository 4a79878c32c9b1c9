from collections.abc import Mapping

import pytest

from annotated_reader.anchoring import Passages
from annotated_reader.anchoring.revision import Revision, revise
from annotated_reader.problems import Place
from annotated_reader.text import Document, ListedSentence
from tests.text.documents import document_of


def listed_sentences(lines: str) -> list[ListedSentence]:
    """Return the sentences of a list as sentences.tsv has it, with → for the tab."""
    listed = []
    for line in lines.splitlines():
        id_, words, *marks = line.split("→")
        mark = marks[0] if marks else ""
        day = mark.removeprefix("edited ") if mark != "retired" else ""
        nowhere = Place("sentences.tsv")
        listed.append(ListedSentence(id_, words, mark == "retired", nowhere, day))
    return listed


def make_revision(case: Mapping[str, str]) -> Revision:
    """Return the revision of a case: `old`, listed as in sentences.tsv, became the text `new`."""
    return revise(
        case["new"],
        listed_sentences(case["old"]),
        language=case.get("language", "en"),
        markdown=case.get("markdown") == "yes",
    )


def make_document(
    text: str, *, language: str = "en", markdown: bool = False, sentences: str = ""
) -> Document:
    """Return the document of a text; `sentences` lists ids with → for the tab."""
    listed = listed_sentences(sentences)
    return document_of(text, language=language, markdown=markdown, listed=listed)


@pytest.fixture
def weather() -> Passages:
    """A small text of four sentences."""
    return Passages(
        make_document("The weather\n\nIt rained all day. It stopped at night.\n\nIt was “fine”.\n")
    )
