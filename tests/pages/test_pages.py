"""The pages as HTML: valid, linked without a loose end, the same words as the text."""

import re
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
from tests.pages.reading_html import by_class, tree_of, words_of
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


def test_a_control_says_what_it_leads_to(pages_of: Pages) -> None:
    tree = tree_of(pages_of()[TEXT].html)
    labels = [e.get("aria-label") for e in by_class(tree, "ar-ref")]
    assert labels == ["0: sentence without notes", "1: gloss", "2: claim (contradicted)"]


def test_the_page_has_words_for_fewer_notes_and_for_hidden_verdicts(pages_of: Pages) -> None:
    tree = tree_of(pages_of()[TEXT].html)
    [root] = by_class(tree, "ar")
    assert (root.get("data-summary"), root.get("data-hidden")) == (
        "{number}: {names}",
        "claim, verdict hidden",
    )
    names = [note.get("data-name") for note in by_class(tree, "ar-note")]
    assert names == ["gloss", "claim (contradicted)"]


def test_overlapping_quotes_are_split_and_every_piece_knows_its_notes(pages_of: Pages) -> None:
    notes = "".join(
        f"- id: {id_}\n  at: s2\n  quote: {quote}\n  kind: gloss\n  lead: x\n"
        for id_, quote in (("one", "second is about"), ("two", "about cats"), ("three", "cats"))
    )
    tree = tree_of(pages_of({"annotations/essay/notes.yml": f"notes:\n{notes}"})[TEXT].html)
    marks = [(words_of(e), (e.get("data-notes") or "").split()) for e in by_class(tree, "ar-mark")]
    assert marks == [
        ("second is", ["note-one"]),
        ("about", ["note-one", "note-two"]),
        ("", ["note-two"]),
        ("cats", ["note-two", "note-three"]),
    ]


def test_a_note_on_two_sentences_stands_behind_the_second_and_marks_both(pages_of: Pages) -> None:
    note = "notes:\n- {at: [s1, s2], quote: short. The second, kind: gloss, lead: Both.}\n"
    tree = tree_of(pages_of({"annotations/essay/notes.yml": note})[TEXT].html)
    assert [words_of(e) for e in by_class(tree, "ar-mark")] == ["short.", "The second"]
    assert [e.get("href") for e in by_class(tree, "ar-ref")] == ["#s0", "#notes-s1", "#notes-s2"]
    [shown] = by_class(tree, "ar-note")
    assert shown.get("data-sentences") == "s1 s2"
    [pointer] = by_class(tree, "ar-elsewhere")
    assert words_of(pointer) == "See note 2a, sentences 1–2"
    assert [link.get("href") for link in pointer.iter("a")] == ["#n2a"]
    labels = [e.get("aria-label") for e in by_class(tree, "ar-ref")]
    assert labels == ["0: sentence without notes", "1: note 2a", "2: gloss"]


def test_problems_come_first_behind_a_sentence(pages_of: Pages) -> None:
    claim = "at: s1, kind: claim, checked: 2026-01-01, lead: x"
    notes = (
        "notes:\n- {at: s1, quote: The first, kind: gloss, lead: x}\n"
        f"- {{{claim}, verdict: supported, sources: [{{source: smith-2001}}]}}\n"
        f"- {{{claim}, verdict: needs-context, sources: [{{source: smith-2001}}]}}\n"
    )
    tree = tree_of(pages_of({"annotations/essay/notes.yml": notes})[TEXT].html)
    heads = [words_of(e) for e in by_class(tree, "ar-note-head")]
    assert [head.split()[:2] for head in heads] == [
        ["1a", "Claim"],
        ["1b", "Claim"],
        ["1c", "Gloss"],
    ]
    badges = [e.get("data-badge") for e in by_class(tree, "ar-ref")]
    assert badges == [None, "C", None]


def test_what_has_not_been_checked_is_said(pages_of: Pages) -> None:
    pages = pages_of()
    assert "1 of 3 sentences checked." in pages[TEXT].html
    assert "Sentences without a verdict have not been checked." in pages[TEXT].html
    unchecked = words_of(next(by_class(tree_of(pages["claims.md"].html), "ar-unchecked")))
    assert unchecked == "Not checked: 2 0–1."


def test_withdrawn_notes_are_shown_and_do_not_count(pages_of: Pages) -> None:
    note = (
        "notes:\n- {at: s1, quote: first, kind: claim, verdict: not-checkable, checked: 2026-01-01,"
        " lead: Gone., status: withdrawn}\n"
    )
    html = pages_of({"annotations/essay/notes.yml": note})[TEXT].html
    assert "0 of 3 sentences checked." in html
    assert '<span class="ar-status">withdrawn</span>' in html
    assert "ar-mark" not in html


def test_cross_references_lead_there_and_back(pages_of: Pages) -> None:
    tree = tree_of(pages_of()[TEXT].html)
    groups = {e.get("id"): words_of(e) for e in by_class(tree, "ar-group")}
    assert "See sentence 1: “The first sentence is short.”" in groups["notes-s2"]
    assert "Referred to from note 2a" in groups["notes-s1"]
    assert "Referred to from note 1a" in groups["notes-s2"]


def test_a_sentence_referred_to_but_without_notes_shows_where_from(pages_of: Pages) -> None:
    notes = "notes:\n- {at: s2, kind: cross-reference, see: [s1], lead: x}\n"
    tree = tree_of(pages_of({"annotations/essay/notes.yml": notes})[TEXT].html)
    groups = {e.get("id"): words_of(e) for e in by_class(tree, "ar-group")}
    assert "Referred to from note 2a" in groups["notes-s1"]


def test_right_to_left_texts_say_so(pages_of: Pages) -> None:
    changes = {
        "seeds/essay.txt": "مقالة\n\nالجملة الأولى قصيرة. الثانية أطول.\n",
        "annotations/essay/text.yml": "language: ar\n",
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": "notes:\n- {at: s1, kind: gloss, lead: A note.}\n",
    }
    tree = tree_of(pages_of(changes)[TEXT].html)
    [body] = by_class(tree, "ar-text")
    assert (body.get("lang"), body.get("dir")) == ("ar", "rtl")


def test_a_long_text_gets_a_page_for_each_chapter(pages_of: Pages) -> None:
    chapters = "".join(
        f"## Chapter {n}\n\n{'It was a long day. ' * 3000}Here is the end of {n}.\n\n"
        for n in (1, 2, 3)
    )
    notes = "notes:\n- {quote: Here is the end of 2, kind: cross-reference, see: [s1], lead: x, id: there}\n"
    pages = pages_of(
        {
            "seeds/essay.txt": None,
            "seeds/essay.md": f"# A Book\n\nA word before.\n\n{chapters}",
            "annotations/essay/sentences.tsv": None,
            "annotations/essay/notes.yml": notes,
        },
        directory_urls=False,
    )
    assert {path for path in pages if path.startswith("texts/essay")} == {
        "texts/essay/index.md",
        "texts/essay/1.md",
        "texts/essay/2.md",
        "texts/essay/3.md",
    }
    contents = tree_of(pages["texts/essay/index.md"].html)
    links = [e.get("href") for e in contents.iter("a") if (e.get("href") or "").endswith(".html")]
    assert links == ["1.html", "2.html", "3.html"]
    second = pages["texts/essay/2.md"]
    assert 'id="note-there"' in second.html
    assert 'href="index.html#s1"' in second.html
    assert 'rel="prev" href="1.html"' in second.html
    assert 'rel="next" href="3.html"' in second.html
    assert second.title == "Chapter 2 – An Essay"
    assert 'href="2.html#note-there"' in pages["texts/essay/index.md"].html


EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
FIELDS = [
    ("annotations/essay/text.yml", "title"),
    ("annotations/essay/text.yml", "author"),
    ("annotations/essay/text.yml", "description"),
    ("annotations/essay/text.yml", "rights"),
    ("annotations/essay/notes.yml", "lead"),
    ("annotations/essay/notes.yml", "note"),
    ("annotations/sources.yml", "title"),
    ("annotations/sources.yml", "publisher"),
]


@pytest.mark.parametrize(("file", "key"), FIELDS)
def test_nothing_that_a_stranger_writes_becomes_active(
    pages_of: Pages, file: str, key: str
) -> None:
    quoted = "'" + EVIL.replace("'", "''") + "'"
    content = {
        "annotations/essay/text.yml": f"{key}: {quoted}\n",
        "annotations/essay/notes.yml": f"notes:\n- {{at: s1, kind: gloss, {key}: {quoted}}}\n",
        "annotations/sources.yml": f"references:\n- {{id: smith-2001, {key}: {quoted}}}\n",
    }[file]
    for page in pages_of({file: content}).values():
        tree = tree_of(page.html)
        assert not [e for e in tree.iter() if e.tag in ("img", "iframe", "object", "style")]
        # What a page asks for is a file of the site, with nothing in it.
        scripts = [(e.get("src", ""), e.text) for e in tree.iter("script")]
        assert not [s for s in scripts if not s[0].startswith("../assets/") or s[1]]
        assert not [e for e in tree.iter() for name in e.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"]
)
def test_bad_addresses_never_become_links(pages_of: Pages, address: str) -> None:
    notes = f"notes:\n- {{at: s1, kind: gloss, lead: '[x]({address})', note: '[x]({address})'}}\n"
    html = pages_of({"annotations/essay/notes.yml": notes})[TEXT].html
    assert address not in re.findall(r'href="([^"]*)"', html)


@given(st.lists(st.sampled_from(["a", "b/c", "index", "d/index", "e/f/g"]), min_size=2, max_size=2))
def test_links_between_pages_are_relative(names: list[str]) -> None:
    for directory_urls in (True, False):
        addresses = Addresses(directory_urls, {})
        here, there = (f"{name}.md" for name in names)
        link = addresses.link(here, there)
        assert not link.startswith("/")
        served = urljoin(HOST + _served(here, directory_urls), link)
        assert served == HOST + _served(there, directory_urls)


def test_one_mark_of_a_sentence_comes_first(pages_of: Pages) -> None:
    notes = (
        "notes:\n"
        "- {at: s2, quote: The second, kind: gloss, lead: x}\n"
        "- {at: s2, quote: cats, kind: claim, verdict: not-checkable, lead: x, "
        "checked: 2026-01-01, by: [a]}\n"
    )
    tree = tree_of(pages_of({"annotations/essay/notes.yml": notes})[TEXT].html)
    assert [words_of(e) for e in by_class(tree, "ar-first")] == ["cats"]


def test_marked_words_in_another_script_have_their_direction(pages_of: Pages) -> None:
    changes = {
        "seeds/essay.txt": "Words\n\nThe word is חן here.\n",
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": (
            "notes:\n- {at: s1, quote: חן, kind: gloss, lead: x, term: חן}\n"
            "- {at: s1, quote: here, kind: gloss, lead: x}\n"
        ),
    }
    tree = tree_of(pages_of(changes)[TEXT].html)
    marks = {words_of(e): e.get("dir") for e in by_class(tree, "ar-mark")}
    assert marks == {"חן": "rtl", "here": None}


def test_quotation_marks_never_stand_twice(pages_of: Pages) -> None:
    sentences = "“It is safe,” she said. They answered: “No.”"
    notes = """\
notes:
- at: s1
  quote: “It is safe,” she said
  kind: cross-reference
  see: [s2]
  sources: [{source: smith-2001, quote: "“Safe,” she said"}]
"""
    pages = pages_of(
        {
            "seeds/essay.txt": f"An Essay\n\n{sentences}\n",
            "annotations/essay/notes.yml": notes,
            "annotations/essay/sentences.tsv": None,
        }
    )
    page = pages["texts/essay.md"].html
    assert "“It is safe,” she said</span>" in page  # The text itself is not touched.
    assert '<q class="ar-quote ar-own-marks" dir="auto">“Safe,” she said</q>' in page
    assert '<q class="ar-words ar-own-marks" lang="en" dir="ltr">“It is safe,” she said</q>' in page
    assert ">They answered: ‘No.’</q>" in page
    assert ">‘It is safe,’ she said.</q>" in pages["sources.md"].html
