"""What the search of a site finds: each thing once, at its own address."""

from annotated_reader.edition import Edition
from annotated_reader.pages import CLAIMS, REFERENCES, SOURCES, Page, Settings, build_pages
from tests.pages.conftest import Pages
from tests.small_site import TEXT


def _pages(edition: Edition) -> dict[str, Page]:
    return {page.path: page for page in build_pages(edition, Settings())}


def test_every_find_has_an_anchor_of_its_page(real_edition: Edition) -> None:
    for page in _pages(real_edition).values():
        found = [entry.anchor for entry in page.search or ()]
        assert set(found) <= page.anchors
        assert len(found) == len(set(found))


def test_what_stands_in_a_text_is_found_there_only(real_edition: Edition) -> None:
    pages = _pages(real_edition)
    assert pages[CLAIMS].search == pages[REFERENCES].search == ()
    found = pages["texts/9-november-agreement.md"].search or ()
    assert len(found) == 22 + len(real_edition.texts[0].notes)


def test_each_source_is_found_by_itself(pages_of: Pages) -> None:
    found = pages_of()[SOURCES].search or ()
    assert [(entry.anchor, entry.title) for entry in found] == [
        ("source-jones-2002", "Jones 2002"),
        ("source-smith-2001", "Smith 2001"),
    ]
    assert "Cats" in found[1].text


def test_the_words_of_the_text_count_more_than_those_about_it(pages_of: Pages) -> None:
    pages = pages_of()
    counts = {entry.anchor: entry.boost for entry in pages[TEXT].search or ()}
    source = (pages[SOURCES].search or ())[0].boost
    assert counts["s1"] > counts["n1a"] > 1000 * source
