"""A card and its words stay in each other's sight, or the card goes."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT


def _scroll_to(page: Page, id_: str) -> None:
    page.locator(id_).evaluate(
        "one => one.scrollIntoView({ block: 'center', behavior: 'instant' })"
    )


def test_a_pinned_card_that_was_scrolled_away_is_closed(text_page: Page) -> None:
    text_page.locator("#ref-s2").click()
    expect(text_page.locator(".ar-card")).to_be_visible()
    text_page.mouse.move(5, 500)
    _scroll_to(text_page, "#ref-s18")
    expect(text_page.locator(".ar-card")).to_have_count(0)
    text_page.locator("#ref-s18").hover()
    expect(text_page.locator(".ar-card")).to_have_attribute("aria-label", "Notes on sentence 18")


def test_a_pinned_card_stays_while_its_number_is_seen(text_page: Page) -> None:
    text_page.locator("#ref-s7").click()
    text_page.mouse.move(5, 500)
    text_page.evaluate("scrollBy({ top: 120, behavior: 'instant' })")
    text_page.wait_for_timeout(400)
    expect(text_page.locator(".ar-card")).to_be_visible()


def test_whoever_is_in_a_card_that_goes_finds_back(text_page: Page) -> None:
    text_page.locator("#ref-s2").focus()
    text_page.keyboard.press("Enter")
    expect(text_page.locator(".ar-card")).to_be_focused()
    text_page.evaluate("scrollTo({ top: 1400, behavior: 'instant' })")
    expect(text_page.locator(".ar-card")).to_have_count(0)
    expect(text_page.locator("#ref-s2")).to_be_focused()


def test_closing_by_keyboard_opens_no_new_card(text_page: Page) -> None:
    text_page.locator("#ref-s1").focus()
    text_page.keyboard.press("Tab")
    text_page.keyboard.press("Enter")
    text_page.keyboard.press("Tab")
    text_page.keyboard.press("Enter")
    expect(text_page.locator("#ref-s2")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_have_count(0)


@pytest.mark.parametrize(("first", "then"), [(1280, 1000), (1000, 1280), (1280, 360), (360, 700)])
def test_a_card_survives_a_window_of_another_width(
    page: Page, site: str, first: int, then: int
) -> None:
    page.set_viewport_size({"width": first, "height": 740})
    page.goto(site + TEXT)
    page.locator("#ref-s14").click()
    page.set_viewport_size({"width": then, "height": 740})
    expect(page.locator(".ar-card")).to_be_visible()
    expect(page.locator("#ref-s14")).to_be_in_viewport()
    page.wait_for_timeout(200)
    card, words = page.locator(".ar-card").bounding_box(), page.locator("#ref-s14").bounding_box()
    assert card is not None
    assert words is not None
    assert words["y"] + words["height"] <= card["y"] or card["y"] + card["height"] <= words["y"]


@pytest.mark.parametrize("number", [0, 2, 5, 7])
def test_a_card_stays_within_the_column_of_the_text(text_page: Page, number: int) -> None:
    text_page.locator(f"#ref-s{number}").click()
    card = text_page.locator(".ar-card").bounding_box()
    column = text_page.locator(".ar-text").bounding_box()
    assert card is not None
    assert column is not None
    assert column["x"] - 1 <= card["x"]
    assert card["x"] + card["width"] <= column["x"] + column["width"] + 1


def test_stepping_with_the_mouse_leaves_a_card_that_stays(text_page: Page) -> None:
    text_page.get_by_role("button", name="Next note").first.click()
    text_page.mouse.move(5, 700)
    text_page.wait_for_timeout(500)
    expect(text_page.locator(".ar-card")).to_be_visible()
