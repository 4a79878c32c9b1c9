"""The pages as HTML: valid, linked without a loose end, the same words as the text."""

from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.bibliography import plain_bibliography
from annotated_reader.edition import Edition, TextEdition
from annotated_reader.pages import Page, Settings, build_pages, published_files
from annotated_reader.pages.addresses import Addresses
from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of
from tests.small_site import TEXT

HOST = "https://example.org/"


@pytest.fixture(params=["real_edition", "three_texts"])
def edition(request: pytest.FixtureRequest) -> Edition:
    """The real edition, then the one of several texts."""
    found: Edition = request.getfixturevalue(request.param)
    return found


def _all(edition: Edition, *, directory_urls: bool = True) -> dict[str, Page]:
    return {
        page.path: page for page in build_pages(edition, Settings(directory_urls=directory_urls))
    }


def test_html_is_valid(edition: Edition) -> None:
    for page in _all(edition).values():
        tree_of(page.html)


def test_html_survives_a_markdown_parser(edition: Edition) -> None:
    """One element, no blank line: a Markdown parser then takes it as it is."""
    for page in _all(edition).values():
        assert page.html.startswith("<div")
        assert page.html.endswith("</div>\n")
        assert "\n\n" not in page.html


def test_a_blank_line_in_code_is_kept_without_being_one(pages_of: Pages) -> None:
    notes = "notes:\n- at: s1\n  kind: gloss\n  note: |\n    ```\n    one\n\n    two\n    ```\n"
    html = pages_of({"annotations/essay/notes.yml": notes})[TEXT].html
    assert "\n\n" not in html
    [code] = [e for e in tree_of(html).iter() if e.tag == "code"]
    assert code.text == "one\n\ntwo\n"


def test_ids_are_unique(edition: Edition) -> None:
    for page in _all(edition).values():
        ids = [e.get("id") for e in tree_of(page.html).iter() if e.get("id")]
        assert len(ids) == len(set(ids))
        assert set(ids) == page.anchors


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_link_between_pages_leads_somewhere(edition: Edition, directory_urls: bool) -> None:
    pages = _all(edition, directory_urls=directory_urls)
    served = {_served(path, directory_urls): page for path, page in pages.items()}
    settings = Settings(directory_urls=directory_urls, site_url=HOST, claimreview=True)
    files, problems = published_files(edition, settings, plain_bibliography(edition.sources))
    assert problems == []
    data = {file.path for file in files}
    for path, page in pages.items():
        base = _served(path, directory_urls)
        for link in tree_of(page.html).iter("a"):
            href = link.get("href", "")
            if href.startswith(("http:", "https:")):
                continue
            target, _, anchor = urljoin(HOST + base, href).removeprefix(HOST).partition("#")
            if target in data:
                continue
            assert target in served, f"{path}: {href}"
            assert not anchor or anchor in served[target].anchors, f"{path}: {href}"


def _served(path: str, directory_urls: bool) -> str:
    stem = path.removesuffix(".md")
    if not directory_urls:
        return f"{stem}.html"
    return stem.removesuffix("index") if stem.endswith("index") else f"{stem}/"


def test_the_words_of_the_text_are_on_the_page_unchanged(real_edition: Edition) -> None:
    pages = _all(real_edition)
    for text in real_edition.texts:
        tree = tree_of(pages[f"texts/{text.slug}.md"].html)
        shown = {e.get("id"): "".join(e.itertext()) for e in by_class(tree, "ar-s")}
        assert shown == {s.id: text.document.words(s) for s in text.document.sentences}


def test_every_note_stands_once_in_the_list(real_edition: Edition) -> None:
    pages = _all(real_edition)
    for text in real_edition.texts:
        tree = tree_of(pages[f"texts/{text.slug}.md"].html)
        listed = [e.get("id") for e in by_class(tree, "ar-note")]
        assert listed == [note.anchor for note in text.notes]
        annotated = {*text.by_sentence, *(id_ for id_ in text.backlinks if id_ in _ids(text))}
        controls = [e.get("href") for e in by_class(tree, "ar-ref") if "ar-bare" not in _classes(e)]
        assert controls == [f"#notes-{id_}" for id_ in _ids(text) if id_ in annotated]


def _ids(text: TextEdition) -> list[str]:
    return [sentence.id for sentence in text.document.sentences]


def _classes(element: Element) -> list[str]:
    return element.get("class", "").split()


@given(st.lists(st.sampled_from(["a", "b/c", "index", "d/index", "e/f/g"]), min_size=2, max_size=2))
def test_links_between_pages_are_relative(names: list[str]) -> None:
    for directory_urls in (True, False):
        addresses = Addresses(directory_urls, {})
        here, there = (f"{name}.md" for name in names)
        link = addresses.link(here, there)
        assert not link.startswith("/")
        served = urljoin(HOST + _served(here, directory_urls), link)
        assert served == HOST + _served(there, directory_urls)
