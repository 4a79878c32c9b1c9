"""The page of a text: what stands behind its sentences, and what is said of it as a whole."""

from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of, words_of
from tests.small_site import TEXT


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
