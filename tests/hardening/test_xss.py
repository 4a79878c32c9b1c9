"""No payload becomes anything but words: looked at in the tree that a browser would build.

Each payload stands in a quarter of the fields; HARDENING=full puts each in every field, as
tests/browser/test_hardening.py does in a real browser.
"""

import json
import os
import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.pages import Page, Settings, build_pages
from annotated_reader.problems import Problem
from tests.hardening.hostile_site import Deal, write_hostile
from tests.hardening.payloads import is_refused, xss

SETTINGS = Settings(directory_urls=False, edit_base="https://example.org/", site_name="S")
OWN_SCRIPT = re.compile(r"(\.\./)*assets/annotated-reader/[a-z]+\.js")
OF_MARKDOWN = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"}
OF_TITLES = {"b", "i", "span", "sub", "sup"}  # CSL 1.0.2, appendix "Rich text"


def _built(root: Path, deal: Deal) -> tuple[Edition, list[Problem], list[Page]]:
    edition, problems = build_edition(Project.at(write_hostile(root, deal)))
    pages = [page for page in build_pages(edition, SETTINGS) if "problems/" not in page.path]
    return edition, problems, pages


def _elements(page: Page) -> Iterator[Element]:
    tree = html5lib.parseFragment(page.html, treebuilder="etree", namespaceHTMLElements=False)
    yield from tree.iter()


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> tuple[set[str], set[str]]:
    """Elements and attributes of the pages of a project with harmless words in all fields."""
    words = [f"Words {number} of https://example.org/ (*and* more)." for number in range(80)]
    deal = Deal(words, range(80))
    _, _, pages = _built(tmp_path_factory.mktemp("harmless"), deal)
    elements = [element for page in pages for element in _elements(page)]
    names = {attribute for element in elements for attribute in element.attrib}
    # A claim that nobody can find its place shows no sentence; ordered lists may start anywhere,
    # a sentence may follow another without a space, and notes on several point to their group.
    return {str(element.tag) for element in elements} | OF_MARKDOWN | OF_TITLES, names | {
        "start",
        "lang",
        "data-joined",
        "data-for",
        "data-sentences",
        "data-gap",
    }


def _deals(payloads: list[str]) -> Iterator[Deal]:
    if os.environ.get("HARDENING") == "full":
        for start in range(0, len(payloads), 1500):
            yield Deal(payloads, range(start, min(start + 1500, len(payloads))))
    else:
        yield Deal(payloads, range(len(payloads) // 4 + 1), step=4)


@pytest.mark.timeout(600)
def test_payloads_stay_words(
    outside: Path, tmp_path: Path, harmless: tuple[set[str], set[str]]
) -> None:
    payloads = [payload for payload in xss(outside) if not is_refused(payload)]
    assert len(payloads) > 6900
    tags, attributes = harmless
    for number, deal in enumerate(_deals(payloads)):
        edition, problems, pages = _built(tmp_path / str(number), deal)
        assert sum(len(t.notes) + len(t.unplaced) for t in edition.texts) == len(deal.notes)
        assert {problem.code for problem in problems} >= {"R208", "R209"}
        for page in pages:
            for element in _elements(page):
                assert element.tag in tags
                if element.tag == "script":
                    assert OWN_SCRIPT.fullmatch(element.get("src", ""))
                    assert element.text is None
                assert set(element.attrib) <= attributes, page.path
                _assert_safe_link(element)


def _assert_safe_link(element: Element) -> None:
    address = element.get("href")
    if address is None:
        return
    assert address == address.strip()
    assert urlsplit(address).scheme in ("", "http", "https", "mailto")
    assert not address.startswith(("//", "/\\", "\\"))
    if address.startswith("http") and "ar-edit" not in element.get("class", ""):
        assert {"nofollow", "noopener", "noreferrer"} <= set(element.get("rel", "").split())


def test_payloads_that_hide_something_are_refused(outside: Path, tmp_path: Path) -> None:
    hiding = [payload for payload in xss(outside) if is_refused(payload)]
    assert hiding
    for number, payload in enumerate(hiding):
        _, problems, pages = _built(tmp_path / str(number), Deal([payload], range(1)))
        assert {problem.code for problem in problems} & {"R005", "R010"}
        assert all(payload not in page.html for page in pages)


def test_what_is_not_words_takes_no_payload(outside: Path, tmp_path: Path) -> None:
    """Ids, sentences, verdicts and days: a payload is told of at its place, and left out."""
    keys = ("id", "at", "see", "verdict", "reasons", "checked", "relation", "status", "kind")
    payloads = [payload for payload in xss(outside) if not is_refused(payload)][::80]
    # After a hundred faults nobody reads on.
    some = [payloads[start : start + 40] for start in range(0, len(payloads), 40)]
    for key, (number, part) in product(keys, enumerate(some)):
        usual = {"at": "s1", "kind": "claim", "lead": "x", "verdict": "supported"}
        listed = key in ("see", "reasons")
        values: list[Any] = [[payload] if listed else payload for payload in part]
        notes = [{**usual, "checked": "2026-01-01", key: value} for value in values]
        root = tmp_path / f"{key}-{number}"
        _write_notes(root, notes)
        edition, problems = build_edition(Project.at(root))
        lines = {problem.place.line for problem in problems}
        assert lines >= set(range(2, len(part) + 2)), key
        for page in build_pages(edition, SETTINGS):
            for element in _elements(page):
                assert not [name for name in element.attrib if name.startswith("on")]
                if element.tag == "script":
                    assert OWN_SCRIPT.fullmatch(element.get("src", ""))
                    assert element.text is None


def _write_notes(root: Path, notes: list[dict[str, Any]]) -> None:
    (root / "seeds").mkdir(parents=True)
    (root / "seeds/a.txt").write_text("One sentence. Another one.\n", encoding="utf-8")
    folder = root / "annotations/a"
    folder.mkdir(parents=True)
    lines = "".join(f"- {json.dumps(note, ensure_ascii=False)}\n" for note in notes)
    (folder / "n.yml").write_text(f"notes:\n{lines}", encoding="utf-8", newline="\n")
