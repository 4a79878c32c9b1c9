"""A theme that swaps pages without loading them: it follows every link that it sees."""

import pytest
from playwright.sync_api import Page, expect


@pytest.fixture
def lake(page: Page, three_texts: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{three_texts}texts/lake.html")
    page.evaluate("window.loaded = 1")
    return page


@pytest.fixture(autouse=True)
def swapped(lake: Page) -> object:
    """Nothing in these tests may load a page anew."""
    yield
    assert lake.evaluate("window.loaded") == 1


def test_a_number_opens_its_card_and_leads_nowhere(lake: Page, three_texts: str) -> None:
    lake.locator("#ref-s1").click()
    expect(lake.locator(".ar-card")).to_be_visible()
    assert lake.url == f"{three_texts}texts/lake.html"


def test_a_card_does_not_come_along(lake: Page) -> None:
    lake.locator("#ref-s1").click()
    lake.locator(".ar-card").get_by_role("link", name="note 1a").first.click()
    expect(lake.locator(".ar[data-text=lake-2]")).to_be_visible()
    expect(lake.locator(".ar-card")).to_have_count(0)
    expect(lake.locator("#note-again")).to_be_in_viewport()
    lake.locator("#ref-s1").click()
    expect(lake.locator(".ar-card")).to_be_visible()
    lake.go_back()
    expect(lake.locator(".ar[data-text=lake]")).to_be_visible()
    expect(lake.locator(".ar-card")).to_have_count(0)


def test_a_link_within_the_page_shows_a_note_that_was_hidden(lake: Page) -> None:
    lake.locator(".ar-view summary").click()
    lake.locator(".ar-choices").get_by_label("Claim").click()
    expect(lake.locator("#note-depth")).to_be_hidden()
    lake.locator(".ar-text").evaluate(
        "text => { const link = document.createElement('a'); link.href = '#note-depth';"
        " link.textContent = 'to the depth'; text.append(link); }"
    )
    lake.get_by_role("link", name="to the depth").click()
    expect(lake.locator("#note-depth")).to_be_in_viewport()


def test_habits_hold_on_the_next_page(lake: Page) -> None:
    lake.locator(".ar-view summary").click()
    lake.locator(".ar-choices").get_by_label("in the margin").click()
    lake.get_by_role("link", name="Lake 2 →").click()
    expect(lake.locator(".ar[data-text=lake-2]")).to_have_attribute("data-notes", "margin")
    assert lake.url.endswith("lake-2.html?notes=margin")
