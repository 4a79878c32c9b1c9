"""What stands between quotation marks is somebody's words, to the letter."""

from pathlib import Path

import pytest

from annotated_reader.edition import Edition, Note, TextEdition
from tests.edition_content.dossier import Dossier, plain, quotations

PAGES = ("index", "about-the-text", "chronology")
"""The hand-written pages that quote the text or its sources."""


def _quoted(text: TextEdition) -> list[tuple[str, str]]:
    """Return the quotations in the notes of a text, each with the id of its note."""
    return [(note.anchor, words) for note in text.notes for words in quotations(_said(note))]


def _said(note: Note) -> str:
    return f"{note.record.lead}\n{note.record.note}"


def _words(text: TextEdition) -> str:
    return plain(text.document.source).casefold()


def test_in_notes(main_text: TextEdition, dossier: Dossier) -> None:
    found, words = _quoted(main_text), _words(main_text)
    assert len(found) > 30
    assert [q for q in found if q[1].casefold() not in words and not dossier.quotes(q[1])] == []


def test_in_notes_on_the_second_text(
    edition: Edition, main_text: TextEdition, whole_book: str
) -> None:
    # Its notes also quote the first text.
    words = _words(main_text) + whole_book.casefold()
    found = _quoted(edition.text("moby-dick-etymology"))
    assert [q for q in found if q[1].casefold() not in words] == []


@pytest.mark.parametrize("name", PAGES)
def test_in_pages(name: str, root: Path, main_text: TextEdition, dossier: Dossier) -> None:
    found = quotations((root / f"site_src/{name}.md").read_text(encoding="utf-8"))
    words = _words(main_text)
    assert [q for q in found if q.casefold() not in words and not dossier.quotes(q)] == []
