"""Filters: which notes are shown, and what tells of them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import choose, numbers


def _shown(page: Page) -> int:
    return page.locator(".ar-groups .ar-note:not([hidden])").count()


def test_the_numbers_behind_the_choices_are_those_of_the_notes(text_page: Page) -> None:
    choose(text_page, "in a card")
    for kind in ("claim", "citation", "cross-reference", "gloss"):
        counted = text_page.locator(f".ar-groups .ar-note[data-kind={kind}]").count()
        box = text_page.locator(f"label:has(input[name=kind][value={kind}]) .ar-count")
        expect(box).to_have_text(str(counted))


def test_a_filter_hides_notes_marks_and_controls_and_counts_what_is_left(text_page: Page) -> None:
    everything = _shown(text_page)
    glosses = text_page.locator(".ar-groups .ar-note[data-kind=gloss]").count()
    choose(text_page, "Gloss")
    assert _shown(text_page) == everything - glosses
    expect(text_page.locator(".ar-shown")).to_have_text(
        f"{everything - glosses} of {everything} notes shown"
    )
    assert "kind=claim" in text_page.url
    assert "kind=gloss" not in text_page.url
    for kind in ("Claim", "Citation", "Cross-reference"):
        choose(text_page, kind)
    assert _shown(text_page) == 0
    expect(text_page.locator(".ar-ref:visible")).to_have_count(0)


@pytest.mark.parametrize("query", ["?verdict=contradicted", "?kind=claim&verdict=contradicted"])
def test_whoever_asks_for_a_verdict_gets_its_claims_alone(
    page: Page, site: str, query: str
) -> None:
    page.goto(site + TEXT + query)
    assert _verdicts(page) == ["contradicted"]
    assert page.locator("input[name=kind]:checked").count() == 1
    assert page.url.endswith("?kind=claim&verdict=contradicted")


def test_unchecking_a_verdict_takes_away_its_claims_alone(text_page: Page) -> None:
    everything, gone = _shown(text_page), 16
    choose(text_page, "Supported")
    assert _shown(text_page) == everything - gone
    assert "" in _verdicts(text_page)
    text_page.reload()
    assert _shown(text_page) == everything - gone


def _verdicts(page: Page) -> list[str]:
    found: list[str] = page.locator(".ar-groups .ar-note:not([hidden])").evaluate_all(
        "all => [...new Set(all.map(note => note.dataset.verdict ?? ''))].sort()"
    )
    return found


def test_a_card_shows_what_the_filter_leaves(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=claim&verdict=contradicted")
    page.locator("#ref-s20").click()
    notes = page.locator(".ar-card .ar-note")
    assert notes.count() == page.locator("#notes-s20 .ar-note:not([hidden])").count() == 1


def test_a_link_to_a_note_wins_over_a_filter(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=gloss#notes-s20")
    expect(page.locator("#notes-s20")).to_be_in_viewport()


def test_what_is_filtered_out_is_told_by_no_number_mark_or_sign(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=gloss")
    told = re.compile("claim|supported|contradicted|needs context")
    assert [label for label in numbers(page).values() if told.search(label)] == []
    expect(page.locator(".ar-ref[data-badge]")).to_have_count(0)
    expect(
        page.locator(".ar-text [class*='ar-tone-'], .ar-strip [class*='ar-tone-']")
    ).to_have_count(0)
    expect(page.locator(".ar-strip text, .ar-tally .ar-told-verdict:visible")).to_have_count(0)
    marks = page.locator(".ar-mark:not(.ar-off)").evaluate_all(
        "all => all.map(mark => mark.dataset.notes.trim().split(' ')"
        ".some(id => document.getElementById(id).dataset.kind === 'gloss'))"
    )
    assert len(marks) > 10
    assert all(marks)
    page.locator(".ar-view summary").click()
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#ref-s20")).to_have_attribute("data-badge", "X")
    expect(page.locator(".ar-strip-list a").nth(20).locator("text")).to_have_text("X")
    assert numbers(page)["ref-s20"].startswith("20: claim (contradicted), ")


def test_words_whose_notes_are_filtered_out_open_nothing(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=gloss")
    page.locator("#s20 .ar-mark.ar-off").first.click()
    page.wait_for_timeout(100)
    expect(page.locator(".ar-card")).to_have_count(0)


@pytest.mark.parametrize("query", ["?kind=nonsense", "?by=nobody", "?verdict=true", "?kind=claims"])
def test_values_that_nobody_knows_filter_nothing(page: Page, site: str, query: str) -> None:
    page.goto(site + TEXT)
    everything = _shown(page)
    page.goto(site + TEXT + query)
    assert _shown(page) == everything
    assert "?" not in page.url
    page.goto(site + TEXT + query + "&kind=gloss")
    assert 0 < _shown(page) < everything


def test_a_kind_that_a_text_has_none_of_shows_none(page: Page, site: str) -> None:
    page.goto(f"{site}texts/moby-dick-etymology.html?verdict=disputed")
    assert _shown(page) == 0
    page.goto(f"{site}{TEXT}?kind=")
    assert _shown(page) == 0
