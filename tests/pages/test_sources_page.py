"""The page of sources: its orders, who cites what, its files; and the heads of pages."""

import json
import re
from pathlib import Path

import html5lib
import pytest

from annotated_reader.bibliography import Bibliography, FormattedSource, plain_bibliography
from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.notes import csl
from annotated_reader.pages import Page, Settings, build_pages, citation_files, source_files
from annotated_reader.pages.source_list import _GROUP_OF, ORDERS, entries, grouped, initial
from annotated_reader.pages.wording import wording
from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of, words_of
from tests.small_site import TEXT, write_site

SOURCES = """\
references:
- {id: waal, type: book, title: Black Garden, author: [{family: Waal}], issued: 2003}
- {id: abc, type: article-journal, title: A Study, author: [{family: Çelik}], issued: 2001-05}
- {id: law, type: treaty, title: '“1992” Treaty', issued: 2001-22}
- {id: unused, type: webpage, title: Unused, author: [{family: Baker}]}
"""
NOTES = """\
notes:
- {at: s1, kind: citation, lead: One., sources: [{source: waal, relation: supports}]}
- {at: s2, kind: citation, lead: Two., sources: [{source: law}, {source: waal}]}
- {at: s2, kind: gloss, lead: Three., sources: [{source: abc, relation: contradicts}]}
"""
CHANGES: dict[str, str | None] = {
    "annotations/sources.yml": SOURCES,
    "annotations/essay/notes.yml": NOTES,
}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return build_edition(Project.at(write_site(tmp_path, CHANGES)))[0]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("author", [("#", "law"), ("B", "unused"), ("C", "abc"), ("W", "waal")]),
        ("date", [("2001", "abc"), ("2001", "law"), ("2003", "waal"), ("undated", "unused")]),
        (
            "type",
            [("Article", "abc"), ("Book", "waal"), ("Law, treaty", "law"), ("Web page", "unused")],
        ),
        (
            "cited",
            [
                ("An Essay", "waal"),
                ("An Essay", "law"),
                ("An Essay", "abc"),
                ("Not cited", "unused"),
            ],
        ),
    ],
)
def test_orders(edition: Edition, order: str, expected: list[tuple[str, str]]) -> None:
    found = entries(edition, plain_bibliography(edition.sources), wording("en"))
    ranked = sorted(found, key=lambda entry: entry.ranks[order].number)
    assert [(entry.ranks[order].group, entry.source.id) for entry in ranked] == expected


def test_the_page_is_served_in_the_order_of_the_bibliography(edition: Edition) -> None:
    plain = plain_bibliography(edition.sources).formatted
    turned = Bibliography(dict(reversed([*plain.items()])))
    found = entries(edition, turned, wording("en"))
    assert [entry.source.id for entry in found] == list(turned.formatted)
    groups = [(name, [e.source.id for e in group]) for name, group in grouped(found)]
    assert [id_ for _, ids in groups for id_ in ids] == list(turned.formatted)


def test_every_type_has_a_group_with_a_name() -> None:
    assert set(_GROUP_OF) == csl.TYPES
    assert all(wording("en")(f"type_{group}") for group in _GROUP_OF.values())


@pytest.mark.parametrize(
    ("entry", "letter"),
    [
        ("Toal, Gerard", "T"),
        ("<em>Élan</em>", "E"),
        ("“Quoted”", "Q"),
        ("&lt;b&gt;", "B"),
        ("Çelik", "C"),
        ("йод", "Й"),
        ("Հակոբյան", "Հ"),
        ("1992", "#"),
        ("???", "#"),
        ("", "#"),
    ],
)
def test_initial(entry: str, letter: str) -> None:
    assert initial(entry) == letter


def test_an_entry_names_the_sentences_that_cite_it_and_how(pages_of: Pages) -> None:
    tree = tree_of(pages_of()["sources.md"].html)
    found = {e.get("id"): words_of(e) for e in by_class(tree, "ar-entry")}
    assert list(found) == ["source-jones-2002", "source-smith-2001"]
    assert found["source-smith-2001"].startswith("Smith, Ann. Cats. Press, 2001.")
    assert (
        "note 2a contradicts the text (p. 3): “The second is about cats & dogs.” It is about cats only."
        in found["source-smith-2001"]
    )


def test_a_source_that_nobody_cites_says_so(pages_of: Pages) -> None:
    html = pages_of(CHANGES)["sources.md"].html
    assert html.count("No note cites this source.") == 1


def test_an_archived_copy_is_linked_once(pages_of: Pages) -> None:
    archived = "https://web.archive.org/web/2020/https://a.org/"
    for field in (f"archive_location: '{archived}'", f"custom: {{archive-url: '{archived}'}}"):
        content = f"references:\n- {{id: a, type: book, title: T, {field}}}\n"
        html = pages_of({"annotations/sources.yml": content})["sources.md"].html
        assert html.count(f'href="{archived}"') == 1
        assert ">archived copy</a>" in html


@pytest.mark.parametrize("address", ["javascript:alert(1)", "box 3"])
def test_a_shelf_mark_is_no_link(pages_of: Pages, address: str) -> None:
    content = f"references:\n- {{id: a, type: book, title: T, archive_location: '{address}'}}\n"
    html = pages_of({"annotations/sources.yml": content})["sources.md"].html
    assert "archived copy" not in html


def _page(edition: Edition, bibliography: Bibliography) -> Page:
    pages = build_pages(edition, Settings(), bibliography)
    return next(page for page in pages if page.path == "sources.md")


def test_a_source_whose_style_prints_no_address_is_linked_all_the_same(tmp_path: Path) -> None:
    edition, _ = build_edition(Project.at(write_site(tmp_path)))
    plain = plain_bibliography(edition.sources)
    silent = {id_: FormattedSource(s.short, s.short) for id_, s in plain.formatted.items()}
    for bibliography in (plain, Bibliography(silent)):
        html = _page(edition, bibliography).html
        assert html.count('href="https://example.com/cats"') == 1


def test_downloads(edition: Edition) -> None:
    plain = plain_bibliography(edition.sources)
    whole = Bibliography(plain.formatted, "@book{waal,\n}\n")
    assert {asset.path for asset in source_files(edition, plain)} == {"sources.json", "sources.ris"}
    files = {asset.path: asset.content for asset in source_files(edition, whole)}
    assert [item["id"] for item in json.loads(files["sources.json"])] == list(edition.sources)
    assert files["sources.bib"] == "@book{waal,\n}\n"
    for bibliography, names in ((plain, ["json", "ris"]), (whole, ["bib", "json", "ris"])):
        page = _page(edition, bibliography)
        assert sorted(re.findall(r'href="\.\./sources\.(\w+)" download', page.html)) == names


def test_coins_are_on_this_page_and_metadata_on_those_of_texts(pages_of: Pages) -> None:
    pages = pages_of(site_url="https://example.org/")
    assert {path for path, page in pages.items() if "Z3988" in page.html} == {"sources.md"}
    assert {path for path, page in pages.items() if page.head} == {TEXT}


def test_the_head_of_a_text(pages_of: Pages) -> None:
    record = (
        "title: An Essay\nauthor: 'Ann \"A\" Smith <b>'\ndate: 2020-11-10\nlanguage: en\n"
        "editors: [ann, bob]\nrights: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/.\n"
    )
    pages = pages_of({"annotations/essay/text.yml": record}, site_url="https://example.org/x/")
    tree = html5lib.parse(f"<head>{pages[TEXT].head}</head>", namespaceHTMLElements=False)
    metas = [(e.get("name"), e.get("content")) for e in tree.iter("meta")]
    assert metas == [
        ("citation_title", "An Essay"),
        ("citation_author", 'Ann "A" Smith <b>'),
        ("citation_editor", "ann"),
        ("citation_editor", "bob"),
        ("citation_publication_date", "2020/11/10"),
        ("citation_language", "en"),
        ("citation_public_url", "https://example.org/x/texts/essay/"),
        ("DC.rights", "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/."),
    ]
    links = {e.get("rel"): e.get("href") for e in tree.iter("link")}
    assert links == {
        "alternate describedby": "annotations.json",
        "describedby": "citation.json",
        "cite-as": "https://example.org/x/texts/essay/",
        "license": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_without_the_address_of_the_site_there_are_no_whole_addresses(pages_of: Pages) -> None:
    head = pages_of()[TEXT].head
    assert "cite-as" not in head
    assert "citation_public_url" not in head


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020", "2020"),
        ("2020-11", "2020/11"),
        ("about 1900", "about 1900"),
        ("2013/2014", "2013/2014"),
    ],
)
def test_the_date_of_a_text(pages_of: Pages, written: str, told: str) -> None:
    head = pages_of({"annotations/essay/text.yml": f"date: {written}\n"})[TEXT].head
    assert f'<meta name="citation_publication_date" content="{told}">' in head


def test_how_to_cite_a_text(edition: Edition) -> None:
    settings = Settings(site_name="Small", site_url="https://example.org/")
    [asset] = citation_files(edition, settings)
    assert asset.path == "texts/essay/citation.json"
    [item] = json.loads(asset.content)
    assert item == {
        "id": "essay",
        "type": "webpage",
        "title": "An Essay",
        "container-title": "Small",
        "language": "en",
        "URL": "https://example.org/texts/essay/",
    }
    assert "URL" not in json.loads(citation_files(edition, Settings())[0].content)[0]


def test_entries_say_rank_and_heading_for_every_order(pages_of: Pages) -> None:
    tree = tree_of(pages_of(CHANGES)["sources.md"].html)
    for entry in by_class(tree, "ar-entry"):
        for order in ORDERS:
            assert re.fullmatch(r"[0-9]+\|.+", entry.get(f"data-{order}", ""))


def test_a_withdrawn_note_does_not_look_like_one_in_force(pages_of: Pages) -> None:
    notes = (
        NOTES
        + "- {at: s1, kind: citation, status: withdrawn, lead: Four., sources: [{source: unused, relation: supports}]}\n"
    )
    html = pages_of(CHANGES | {"annotations/essay/notes.yml": notes})["sources.md"].html
    [use] = by_class(tree_of(html), "ar-withdrawn")
    told = "note 1b withdrawn supports the text: “The first sentence is short.” Four."
    assert words_of(use) == told
    assert [words_of(struck) for struck in by_class(use, "ar-said")] == ["Four."]
    # It is no longer relied on, but it is still there, and its source must be too.
    assert "No note cites this source." not in html
