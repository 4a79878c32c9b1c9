"""Words of the text that notes are about: how they are marked, and quoted elsewhere."""

from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of, words_of
from tests.small_site import TEXT


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
