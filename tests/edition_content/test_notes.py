"""The notes of the edition: on every sentence, short, signed, and fair to both names of a place."""

import re

import pytest

from annotated_reader.edition import Edition, Note, TextEdition

MAX_LEAD, MAX_NOTE = 25, 90
"""Words."""
NAMES = [("Shusha", "Shushi"), ("Lachin", "Berdzor"), ("Aghdam", "Akna"), ("Qarabağ", "Artsakh")]
"""The two forms of a name that stand together where a page first has one of them."""
NEAR = 40
"""Characters between the two forms."""


def _notes(edition: Edition) -> list[Note]:
    return [note for text in edition.texts for note in text.notes]


def test_every_sentence_has_a_note_and_a_verdict(main_text: TextEdition) -> None:
    assert main_text.counts.sentences == 22
    assert main_text.counts.annotated == 22
    assert main_text.unchecked == ()


def test_all_four_kinds_and_all_six_verdicts_are_used(main_text: TextEdition) -> None:
    assert set(main_text.counts.kinds) == {"claim", "citation", "cross-reference", "gloss"}
    assert all(main_text.counts.verdicts.values())


def test_leads_and_notes_are_short(edition: Edition) -> None:
    for note in _notes(edition):
        assert len(note.record.lead.split()) <= MAX_LEAD, note.anchor
        assert len(note.record.note.split()) <= MAX_NOTE, note.anchor


def test_every_note_has_a_lead_and_an_author(edition: Edition) -> None:
    for note in _notes(edition):
        assert note.record.lead, note.anchor
        assert note.record.by == ["editors"], note.anchor


@pytest.mark.parametrize("sentence", ["s12", "s16"])
def test_what_states_nothing_is_not_checkable_and_says_why(
    sentence: str, main_text: TextEdition
) -> None:
    whole = [
        note
        for note in main_text.by_sentence[sentence]
        if note.verdict and note.verdict.id == "not-checkable" and not note.record.quote
    ]
    assert len(whole) == 1
    assert whole[0].record.lead
    assert whole[0].record.note


@pytest.mark.parametrize("names", NAMES, ids="-".join)
def test_both_forms_of_a_name_stand_at_its_first_mention(
    names: tuple[str, str], notes_on_page: dict[str, str]
) -> None:
    page = " ".join(notes_on_page.values())
    first = re.search("|".join(names), page)
    assert first
    around = page[max(0, first.start() - NEAR) : first.end() + NEAR]
    assert all(name in around for name in names), around


def test_the_second_text_leads_to_the_first(edition: Edition, main_text: TextEdition) -> None:
    second = edition.text("moby-dick-etymology")
    assert len(second.notes) >= 10
    links = [link for of in main_text.backlinks.values() for link in of]
    assert {link.source.text for link in links} == {main_text.slug, second.slug}
