"""Blocks of the edition in hand-written pages: valid, linked, and refused with their place."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin

import html5lib
import pytest

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.pages import Filled, Handwritten, Settings, build_pages, fill
from annotated_reader.pages.blocks import BLOCKS
from tests.small_site import FILES, write_site

NOTES = "annotations/essay/notes.yml"
MORE = {
    NOTES: FILES[NOTES].replace("kind: gloss", "kind: gloss\n  term: Éclair & co"),
    "annotations/essay/pieces.yml": (
        "pieces:\n- {name: The <end>, what: Comes *first*., runs: [{first: s2, last: s2}]}\n"
        "- {name: The rest, what: Comes last., runs: [{first: s0, last: s1}]}\n"
    ),
    "annotations/essay/chronology.yml": (
        "periods: [{title: A year, first: 2001, last: 2001}]\n"
        "events:\n- {date: 2001-05-02, what: Later., see: [s2]}\n"
        "- {date: 2001-05, what: About *cats*., see: [s1, about-cats]}\n"
    ),
}
"""A project in which every block has something to show."""

Fill = Callable[..., tuple[Filled, list[str]]]


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    edition, problems = build_edition(Project.at(write_site(tmp_path, dict(MORE))))
    assert problems == []
    return edition


@pytest.fixture
def filled(edition: Edition) -> Fill:
    """Fill a page; return it, and its problems as lines."""

    def run(html: str, source: str = "", path: str = "about/us.md") -> tuple[Filled, list[str]]:
        page = Handwritten(path, source or html, f"docs/{path}")
        found, problems = fill(html, page, edition, Settings(directory_urls=False))
        return found, [str(problem) for problem in problems]

    return run


def _comment(words: str) -> str:
    return f"<!-- annotated-reader: {words} -->"


@pytest.mark.parametrize("words", [*BLOCKS, *(f"{name} essay" for name in BLOCKS)])
def test_every_block_is_valid_html_whose_links_lead_somewhere(
    words: str, filled: Fill, edition: Edition
) -> None:
    page, problems = filled(f"<h1>Us</h1>\n{_comment(words)}\n<p>End.</p>")
    assert problems == []
    assert page.html.endswith("<p>End.</p>")
    assert "annotated-reader:" not in page.html
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree = parser.parse(f"<!DOCTYPE html><title>x</title><body>{page.html}")
    pages = build_pages(edition, Settings(directory_urls=False))
    anchors = {p.path.replace(".md", ".html"): p.anchors for p in pages}
    anchors["about/us.html"] = page.anchors
    for link in tree.iter("a"):
        target = urljoin("https://x.org/about/us.html", link.get("href", ""))
        path, _, anchor = target.removeprefix("https://x.org/").partition("#")
        assert path in anchors, target
        assert not anchor or anchor in anchors[path], target


def test_ids_are_unique_with_every_block_on_one_page(filled: Fill) -> None:
    page, problems = filled("\n".join(map(_comment, BLOCKS)))
    assert problems == []
    tree = html5lib.parse(page.html, namespaceHTMLElements=False)
    ids = [e.get("id") for e in tree.iter() if e.get("id")]
    assert len(ids) == len(set(ids))
    assert set(ids) == page.anchors


def test_a_page_without_placeholders_is_left_alone(filled: Fill) -> None:
    html = "<p>One.</p><!-- a comment --><code>&lt;!-- annotated-reader: strip --&gt;</code>"
    assert filled(html) == (Filled(html), [])


def test_words_are_escaped_and_small_markdown_works(filled: Fill) -> None:
    html = filled(_comment("pieces"))[0].html
    assert "The &lt;end&gt;" in html
    assert "Comes <em>first</em>." in html
    assert "Éclair &amp; co" in filled(_comment("glossary"))[0].html


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("stripe", 'R605 there is no block "stripe". Did you mean "strip"?'),
        (
            "",
            'R605 there is no block "". Known: counts, strip, arcs, pieces, chronology, glossary.',
        ),
        ("strip esay", 'R606 there is no text "esay". Did you mean "essay"?'),
    ],
)
def test_what_is_wrong_is_told_with_its_place(words: str, told: str, filled: Fill) -> None:
    comment = _comment(words)
    page, problems = filled(comment, source=f"---\ntitle: Us\n---\n\n# Us\n\n  {comment}\n")
    assert problems == [f"docs/about/us.md:7:3: {told}"]
    assert page.html == comment


@pytest.mark.parametrize("name", ["arcs", "pieces", "chronology", "glossary"])
def test_nothing_to_show(name: str, tmp_path: Path) -> None:
    notes = "notes:\n- {at: s1, kind: gloss, lead: One.}\n"
    edition, _ = build_edition(Project.at(write_site(tmp_path, {NOTES: notes})))
    comment = _comment(name)
    page, problems = fill(comment, Handwritten("i.md", comment, "docs/i.md"), edition, Settings())
    told = f'docs/i.md:1:1: R606 there is nothing to show for "{name}".'
    assert [str(problem) for problem in problems] == [told]
    assert page.html == comment


def test_a_strip_links_to_another_page(filled: Fill) -> None:
    assert 'href="../texts/essay.html#s2"' in filled(_comment("strip"))[0].html
