"""Links to notes: they lead somewhere in every form, and win over what hides a note."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import root_of

NOTE = "#note-same-mandate"
HIDING = "?kind=claim&verdict=contradicted"


@pytest.fixture(autouse=True)
def wide(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.parametrize("query", ["?notes=margin", "?notes=inline", "?notes=none", HIDING])
@pytest.mark.parametrize("later", [False, True])
def test_a_link_to_a_note_shows_it(page: Page, site: str, query: str, later: bool) -> None:
    page.goto(f"{site}{TEXT}{query}{'' if later else NOTE}")
    if later:
        page.evaluate("hash => { location.hash = hash; }", NOTE)
    expect(page.locator(NOTE)).to_be_in_viewport()
    expect(page.locator(f"{NOTE} .ar-lead")).to_be_in_viewport()


def test_in_the_margin_and_in_the_text_the_group_opens_at_its_sentence(
    page: Page, site: str
) -> None:
    page.goto(f"{site}{TEXT}?notes=margin#notes-s20")
    expect(page.locator("#notes-s20")).to_contain_class("ar-active")
    expect(page.locator("#ref-s20")).to_be_in_viewport()
    page.goto(f"{site}{TEXT}?notes=inline#notes-s20")
    expect(page.locator("#s20")).to_be_in_viewport()
    expect(page.locator("#ref-s20")).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#notes-s19")).to_be_hidden()


LONG_GROUP = ["#note-same-mandate", "#notes-s20", "#note-statement-not-agreement"]


@pytest.mark.parametrize("note", LONG_GROUP)
@pytest.mark.parametrize("later", [False, True])
@pytest.mark.parametrize("height", [600, 900])
def test_in_the_margin_a_link_shows_the_sentence_with_its_note(
    page: Page, site: str, note: str, later: bool, height: int
) -> None:
    page.set_viewport_size({"width": 1280, "height": height})
    page.goto(f"{site}{TEXT}?notes=margin{'' if later else note}")
    if later:
        page.evaluate("hash => { location.hash = hash; }", note)
    expect(page.locator(f"{note} .ar-lead").first).to_be_in_viewport()
    # Also once the browser has done what it does with an address.
    page.wait_for_timeout(200)
    group = page.locator(".ar-group.ar-active").get_attribute("id")
    assert group is not None
    control = page.locator(f"#{group.replace('notes', 'ref')}").bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert control is not None
    assert header is not None
    assert control["y"] >= header["y"] + header["height"]
    assert control["y"] + control["height"] <= height


def test_a_link_shows_its_note_and_nothing_else_of_what_is_hidden(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}{HIDING}")
    assert page.locator(".ar-group .ar-note:not([hidden])").count() == 4
    page.evaluate("hash => { location.hash = hash; }", NOTE)
    expect(page.locator(NOTE)).to_be_visible()
    assert page.locator(".ar-group .ar-note:not([hidden])").count() == 5
    page.evaluate("location.hash = '#s1'")
    expect(page.locator(NOTE)).to_be_hidden()
    page.goto(f"{site}{TEXT}{HIDING}#notes-s20")
    assert page.locator("#notes-s20 .ar-note:not([hidden])").count() == 1


def test_a_link_in_a_card_closes_the_card_over_what_it_leads_to(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}{HIDING}")
    page.locator("#ref-s9").click()
    page.locator(".ar-card").get_by_role("link", name="note 10d").click()
    expect(page.locator(".ar-card")).to_have_count(0)
    expect(page.locator(NOTE)).to_be_in_viewport()


def test_on_a_worksheet_no_link_shows_a_note(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=worksheet{NOTE}")
    page.evaluate("location.hash = '#notes-s20'")
    expect(root_of(page)).to_have_attribute("data-notes", "none")
    expect(page.locator(".ar-note:visible")).to_have_count(0)
