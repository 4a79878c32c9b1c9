from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from annotated_reader.edition import Edition, Project, TextEdition, build_edition
from annotated_reader.pages import Settings, build_pages
from tests.edition_content.dossier import Dossier, plain

MAIN = "9-november-agreement"


@pytest.fixture(scope="session")
def edition(root: Path) -> Edition:
    edition, problems = build_edition(Project.at(root))
    assert problems == []
    return edition


@pytest.fixture(scope="session")
def main_text(edition: Edition) -> TextEdition:
    """The text that the edition is about."""
    return edition.text(MAIN)


@pytest.fixture(scope="session")
def notes_on_page(edition: Edition) -> dict[str, str]:
    """The words behind each sentence, as the page of the main text has them."""
    [page] = [p for p in build_pages(edition, Settings()) if p.path == f"texts/{MAIN}.md"]
    tree = html5lib.parse(page.html, namespaceHTMLElements=False)
    return {
        _id(e): " ".join(_words(e).split())
        for e in tree.iter()
        if "ar-group" in e.get("class", "").split()
    }


def _id(group: Element) -> str:
    return group.get("id", "").removeprefix("notes-")


def _words(element: Element) -> str:
    """Return the words of the notes, without those that they repeat from the text."""
    parts = [element.text or ""]
    for child in element:
        from_the_text = {"ar-incipit", "ar-words"} & set(child.get("class", "").split())
        parts += ["" if from_the_text else _words(child), child.tail or ""]
    return "".join(parts)


@pytest.fixture(scope="session")
def dossier(outside: Path) -> Dossier:
    """What was found out before the edition was written: it lies beside the repository."""
    return Dossier.at(outside / "dossier.md")


@pytest.fixture(scope="session")
def whole_book(outside: Path) -> str:
    """The book that the second text is the beginning of."""
    return plain((outside / "corpus/moby-dick/base.txt").read_text(encoding="utf-8"))
