"""Notes on several sentences: all of them light up, and all lead to the note."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import lit


def test_a_card_lights_every_sentence_that_its_notes_are_about(text_page: Page) -> None:
    text_page.locator("#ref-s5").click()
    assert lit(text_page) == ["s4", "s5"]
    text_page.keyboard.press("Escape")
    assert lit(text_page) == []
    text_page.get_by_text("initially indicated").first.click()
    assert lit(text_page) == ["s5"]


@pytest.mark.parametrize("form", ["margin", "list", "inline"])
def test_pointing_at_a_note_lights_its_sentences(page: Page, site: str, form: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes={form}")
    page.locator("#ref-s6").click()
    note = page.locator("#note-order-of-events")
    note.locator(".ar-label").hover()
    assert lit(page) == ["s3", "s4", "s5", "s6"]
    # Else both labels might come to lie under a pointer that rests.
    page.mouse.move(5, 5)
    page.locator("#notes-s6 .ar-note .ar-label").first.hover()
    assert lit(page) == ["s6"]


def test_the_other_sentences_lead_to_the_note(text_page: Page) -> None:
    text_page.locator("#ref-s4").click()
    pointers = text_page.locator(".ar-card .ar-elsewhere li")
    expect(pointers).to_have_text(
        ["See note 5c, sentences 4\u20135", "See note 6d, sentences 3\u20136"]
    )
    pointers.first.get_by_role("link").click()
    expect(text_page.locator("#note-two-russian-answers")).to_be_in_viewport()


def test_a_pointer_follows_the_filter(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=gloss")
    page.locator("#ref-s4").click()
    expect(page.locator(".ar-card .ar-elsewhere li:visible")).to_have_text(
        ["See note 6d, sentences 3\u20136"]
    )
