"""The claims page: every claim in its context, bars that add up, what a script can choose by."""

from xml.etree.ElementTree import Element

import pytest

from annotated_reader.edition import Edition
from annotated_reader.pages import Settings, build_pages
from annotated_reader.pages.claims_page import segments
from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of, words_of
from tests.small_site import FILES

NOTES = "annotations/essay/notes.yml"
CLAIM = "notes:\n- {at: s1, kind: claim, verdict: not-checkable, checked: 2026-01-01, lead: Words."


def _page(edition: Edition) -> Element:
    pages = {page.path: page for page in build_pages(edition, Settings())}
    return tree_of(pages["claims.md"].html)


@pytest.fixture(scope="module")
def page(three_texts: Edition) -> Element:
    return _page(three_texts)


def _claim(page: Element, id_: str) -> Element:
    return next(e for e in by_class(page, "ar-claim") if e.get("id") == id_)


def test_claims_stand_under_their_texts_in_reading_order(page: Element) -> None:
    assert [e.get("id") for e in by_class(page, "ar-claim")] == [
        "claim-lake-note-depth",
        "claim-lake-n2a",
        "claim-lake-n3a",
        "claim-lake-note-winter",
        "claim-lake-2-n2a",
    ]
    assert [words_of(e) for e in page.iter("h2")] == ["The lake", "The lake again", "بحيرة"]
    sections = [words_of(e) for e in by_class(page, "ar-claims")]
    assert sections[2] == "بحيرة No claim of this text has been checked yet."


def test_a_claim_says_what_it_can_be_chosen_by(page: Element) -> None:
    claim = _claim(page, "claim-lake-note-depth")
    values = {key: value for key, value in claim.items() if key.startswith("data-")}
    assert values == {
        "data-text": "lake",
        "data-verdict": "contradicted",
        "data-reason": "weak-source",
        "data-by": "ann|ben",
        "data-status": "current",
        "data-checked": "2026-05-02",
        "data-rank": "0",
    }


def test_the_sentence_its_words_and_its_neighbours(page: Element) -> None:
    claim = _claim(page, "claim-lake-note-winter")
    [quoted] = by_class(claim, "ar-context")
    assert words_of(quoted) == "It froze over in the winter of 1880. People crossed it on foot."
    [before] = by_class(claim, "ar-neighbour")
    assert words_of(before) == "A castle stands in it."
    depth = _claim(page, "claim-lake-note-depth")
    neighbours = [words_of(e) for e in by_class(depth, "ar-neighbour")]
    assert neighbours == ["The lake", "Nobody has ever seen the bottom."]
    marks = [words_of(e) for e in by_class(depth, "ar-mark")]
    assert marks == ["30 metres deep"] * 2


def test_the_first_sentence_has_nothing_before_it(pages_of: Pages) -> None:
    notes = CLAIM.replace("at: s1", "at: s0") + "}\n"
    page = tree_of(pages_of({NOTES: notes})["claims.md"].html)
    neighbours = [words_of(e) for e in by_class(page, "ar-neighbour")]
    assert neighbours == ["The first sentence is short."]


def test_history_day_and_reviewers(page: Element) -> None:
    claim = words_of(_claim(page, "claim-lake-note-depth"))
    assert (
        "Before: Unverified (2025-01-01): The survey was not at hand.; Disputed (2025-06-01)"
        in claim
    )
    assert "Checked 2026-05-02 by ann, ben." in claim


def test_cross_references_of_a_claim_go_both_ways(page: Element) -> None:
    claim = words_of(_claim(page, "claim-lake-note-depth"))
    assert "See Lake 2, note 1a" in claim
    assert "Repeated by Lake 2, note 1a" in claim


def test_withdrawn_claims_are_shown_and_counted_apart(page: Element) -> None:
    claim = _claim(page, "claim-lake-n3a")
    assert "ar-withdrawn" in claim.get("class", "")
    assert "withdrawn" in words_of(claim)
    [checked, *_] = by_class(page, "ar-checked")
    assert "4 of 6 sentences checked. Withdrawn claims: 1." in words_of(checked)


def test_the_bar_of_a_text_is_whole_and_in_the_order_of_its_words(three_texts: Edition) -> None:
    for text in three_texts.texts:
        parts = segments(text)
        assert sum(part.count for part in parts) == text.counts.sentences
        assert parts[0].start == 0
        ends = [round(part.start + part.width, 3) for part in parts]
        assert ends[:-1] == [part.start for part in parts[1:]]
        assert abs(ends[-1] - 100) < 0.01
    [lake, *_] = three_texts.texts
    assert [(part.verdict.id if part.verdict else "", part.count) for part in segments(lake)] == [
        ("supported", 2),
        ("contradicted", 1),
        ("not-checkable", 1),
        ("", 2),
    ]


def test_no_bar_says_anything_that_words_do_not(page: Element) -> None:
    [checked] = by_class(page, "ar-checked")
    lake = words_of(checked[0])
    assert "Supported: 2" in lake
    assert "Contradicted: 1" in lake
    assert "Not checked: 2 0, 3." in lake


def test_a_text_of_which_all_is_checked_has_no_rest(pages_of: Pages) -> None:
    notes = CLAIM.replace("at: s1", "at: [s0, s1, s2]") + "}\n"
    page = tree_of(pages_of({NOTES: notes})["claims.md"].html)
    assert not [*by_class(page, "ar-unchecked")]
    assert not [*by_class(page, "ar-bar-none")]


def _choices(page: Element) -> dict[str | None, list[str | None]]:
    return {
        group.get("data-facet"): [e.get("value") for e in group.iter("input")]
        for group in page.iter("fieldset")
    }


def test_choices_are_what_tells_claims_apart(page: Element) -> None:
    assert _choices(page) == {
        "verdict": ["supported", "contradicted", "unverified", "not-checkable"],
        "reason": ["weak-source", "unclear"],
        "text": ["lake", "lake-2"],
        "by": ["ann", "ben", "cay"],
        "status": ["current", "withdrawn"],
        None: ["text", "verdict", "reason", "by", "newest", "oldest"],
    }


def test_a_single_claim_leaves_nothing_to_choose(pages_of: Pages) -> None:
    page = tree_of(pages_of({NOTES: CLAIM + "}\n"})["claims.md"].html)
    assert _choices(page).keys() == {None}


def test_without_a_script_nothing_that_needs_it_is_shown(page: Element) -> None:
    [form] = by_class(page, "ar-claim-choices")
    assert "hidden" in form.keys()  # noqa: SIM118 - an XML element is no mapping
    assert not [e for e in by_class(page, "ar-claim") if "hidden" in e.keys()]  # noqa: SIM118


def test_downloads_and_claimreview_only_where_it_is_wanted(pages_of: Pages) -> None:
    def links(page: Element) -> list[str | None]:
        return [e.get("href") for e in page.iter("a") if "download" in e.keys()]  # noqa: SIM118

    assert links(tree_of(pages_of()["claims.md"].html)) == ["../claims.csv", "../claims.json"]
    with_reviews = tree_of(pages_of(claimreview=True)["claims.md"].html)
    assert links(with_reviews)[-1] == "../claimreview.json"


def test_only_the_claims_page_asks_for_its_script_and_style(three_texts: Edition) -> None:
    asking = [
        page.path for page in build_pages(three_texts, Settings()) if "/claims.js" in page.html
    ]
    assert asking == ["claims.md"]


def test_a_page_without_claims(pages_of: Pages) -> None:
    html = pages_of({NOTES: None})["claims.md"].html
    assert "No claim of this text has been checked yet." in html


def test_history_stands_in_the_notes_of_the_text(pages_of: Pages) -> None:
    history = ", history: [{verdict: unverified, checked: 2025-01-01, why: <b>Not</b> *there*}]"
    pages = pages_of({NOTES: f"{CLAIM}{history}}}\n"})
    for path in ("texts/essay.md", "claims.md"):
        [told] = by_class(tree_of(pages[path].html), "ar-history")
        assert words_of(told) == "Before: Unverified (2025-01-01): <b>Not</b> there"


@pytest.mark.parametrize(("day", "told"), [("2026-02-03", True), ("2026-01-01", False)])
def test_words_edited_after_a_claim_was_checked_are_told_of_with_it(
    pages_of: Pages, day: str, told: bool
) -> None:
    sentences = FILES["annotations/essay/sentences.tsv"]
    listed = sentences.replace("short.\n", f"short.\tedited {day}\n")
    pages = pages_of({NOTES: f"{CLAIM}}}\n", "annotations/essay/sentences.tsv": listed})
    for path in ("texts/essay.md", "claims.md"):
        lines = [words_of(e) for e in by_class(tree_of(pages[path].html), "ar-edited")]
        assert lines == [f"The words were edited on {day}, after this was checked."] * told
