"""Texts that speak of each other: links, backlinks, the index by relation, neighbours, search."""

import pytest

from annotated_reader.edition import Edition
from annotated_reader.pages import Page, Settings, build_pages
from annotated_reader.pages.wording import languages
from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of, words_of


@pytest.fixture(scope="module")
def pages(three_texts: Edition) -> dict[str, Page]:
    return {page.path: page for page in build_pages(three_texts, Settings(directory_urls=False))}


def _references(page: Page) -> list[str]:
    return [
        words_of(item)
        for group in by_class(tree_of(page.html), "ar-references")
        for item in group.iter("li")
    ]


def test_links_and_backlinks_cross_texts_with_their_relations(pages: dict[str, Page]) -> None:
    first, second = (_references(pages[f"texts/{name}.md"]) for name in ("lake", "lake-2"))
    assert "See Lake 2, note 1a: The same depth, and no other source." in first
    assert "Repeated by Lake 2, note 1a: The same depth, and no other source." in first
    assert "Repeats The lake, sentence 1: “The lake is 30 metres deep.”" in second
    assert "Repeats The lake, note 1a: =It is 12 metres deep." in second
    assert "Referred to from The lake, note 1a: =It is 12 metres deep." in second


def test_what_a_claim_says_is_hidden_with_it_where_others_point_at_it(
    pages: dict[str, Page],
) -> None:
    tree = tree_of(pages["texts/lake-2.md"].html)
    previews = {words_of(e): e.get("class", "") for e in by_class(tree, "ar-preview")}
    assert "ar-told-verdict" in previews[": =It is 12 metres deep."]
    assert "ar-told-verdict" not in previews[": “The lake is 30 metres deep.”"]


def test_a_whole_text_is_linked_and_says_from_where(pages: dict[str, Page]) -> None:
    assert _references(pages["texts/lake.md"])[0] == (
        "Answered by Lake 2, note 0a: A reply to the first text."
    )
    assert "See Lake 2" in _references(pages["texts/lake.md"])
    assert "Answers The lake" in _references(pages["texts/lake-2.md"])
    html = pages["texts/lake-2.md"].html
    assert '<a href="lake.html">The lake</a>' in html


def test_the_index_has_every_link_under_its_relation(pages: dict[str, Page]) -> None:
    page = pages["cross-references.md"]
    assert [heading.title for heading in page.headings] == ["Repeats", "Answers", "See"]
    tree = tree_of(page.html)
    groups = [words_of(e) for e in by_class(tree, "ar-relation-group")]
    assert groups[0] == (
        "Repeats Seen from the other side: Repeated by "
        "Lake 2, note 1a: “The lake is 30 metres deep, as we said.” "
        "The same depth, and no other source. "
        "Repeats The lake, sentence 1: “The lake is 30 metres deep.” "
        "Repeats The lake, note 1a: =It is 12 metres deep."
    )
    assert len([*by_class(tree, "ar-entry")]) == 5
    assert 'href="texts/lake-2.html#note-again"' in page.html


def test_withdrawn_notes_are_not_in_the_index(pages_of: Pages) -> None:
    notes = "notes:\n- {at: s1, kind: cross-reference, see: [s2], status: withdrawn}\n"
    page = pages_of({"annotations/essay/notes.yml": notes})["cross-references.md"]
    assert "No note refers to another place yet." in page.html
    assert page.headings == ()


def test_a_single_text_is_not_named_in_its_index(pages_of: Pages) -> None:
    html = pages_of()["cross-references.md"].html
    assert ">note 1a</a>" in html
    assert "An Essay, note" not in html


def test_a_reference_to_the_text_itself_says_so(pages_of: Pages) -> None:
    notes = "notes:\n- {at: s1, kind: cross-reference, see: [essay]}\n"
    page = pages_of({"annotations/essay/notes.yml": notes})["texts/essay.md"]
    assert _references(page) == ["Referred to from note 1a", "See this text as a whole"]


def test_texts_lead_to_their_neighbours(pages: dict[str, Page]) -> None:
    def turns(name: str) -> list[tuple[str | None, str]]:
        [nav] = by_class(tree_of(pages[f"texts/{name}.md"].html), "ar-turn")
        return [(link.get("href"), words_of(link)) for link in nav.iter("a")]

    assert turns("lake") == [("lake-2.html", "Lake 2 →")]
    assert turns("lake-2") == [("lake.html", "← The lake"), ("lake-10.html", "بحيرة →")]
    assert turns("lake-10") == [("lake-2.html", "← Lake 2")]


def test_a_single_text_has_no_neighbours(pages_of: Pages) -> None:
    assert "ar-turn" not in pages_of()["texts/essay.md"].html


def test_what_is_found_says_in_which_text(pages: dict[str, Page], pages_of: Pages) -> None:
    titles = [entry.title for entry in pages["texts/lake-2.md"].search or ()]
    assert "Sentence 1 – Lake 2" in titles
    assert "Note 1a: Cross-reference – Lake 2" in titles
    assert "Sentence 1" in [entry.title for entry in pages_of()["texts/essay.md"].search or ()]


@pytest.mark.parametrize("language", languages())
def test_both_directions_of_a_relation_have_names_of_their_own(
    three_texts: Edition, language: str
) -> None:
    found = {p.path: p for p in build_pages(three_texts, Settings(language=language))}
    tree = tree_of(found["cross-references.md"].html)
    for group in by_class(tree, "ar-relation-group"):
        [there, *_] = group.iter("h2")
        [back, *_] = by_class(group, "ar-entry-facts")
        assert words_of(there)
        assert words_of(there) not in words_of(back).split(": ")[-1:]
