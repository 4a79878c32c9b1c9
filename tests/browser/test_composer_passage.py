"""Choosing in the text what a note is about, and what it points at."""

import pytest
from playwright.sync_api import Error, Page, expect

from tests.browser.composing import BEAT, RANGE, SELECT, WIDTHS, open_at

PLACE_OF = f"""words => {{
    const sentence = document.getElementById('s20');
    sentence.scrollIntoView({{ block: 'center' }});
    const at = sentence.textContent.indexOf(words);
    {RANGE}
    const box = rangeOf('s20', at, 's20', at + words.length).getBoundingClientRect();
    return [box.left + 1, box.right - 1, (box.top + box.bottom) / 2];
}}"""


def test_words_can_be_selected_with_the_mouse_after_it_closes(page: Page, site: str) -> None:
    open_at(page, site, 1280)
    page.evaluate(SELECT, BEAT)
    page.locator(".ar > .ar-offer").click()
    expect(page.locator(".ar-composer")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#ref-s20")).to_be_focused()
    left, right, middle = page.evaluate(PLACE_OF, BEAT)
    page.mouse.move(left, middle)
    page.mouse.down()
    page.mouse.move((left + right) / 2, middle)
    page.wait_for_timeout(400)  # Longer than a pointer must rest for a card to open.
    page.mouse.move(right, middle)
    page.mouse.up()
    page.wait_for_timeout(400)  # Until the button is that of all the words.
    page.locator(".ar > .ar-offer").click()
    expect(page.locator(".ar-chosen")).to_have_text(f"“{BEAT}”")


def test_selected_words_send_the_card_away(page: Page, site: str) -> None:
    open_at(page, site, 360)
    page.locator("#ref-s20").click()
    expect(page.locator(".ar-card")).to_be_visible()
    page.evaluate(SELECT, BEAT)
    page.locator(".ar > .ar-offer").click()
    expect(page.locator(".ar-card")).to_have_count(0)
    expect(page.locator(".ar-chosen")).to_have_text(f"“{BEAT}”")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_sentence_stays_in_sight(page: Page, site: str, width: int) -> None:
    open_at(page, site, width)
    page.evaluate(SELECT, BEAT)
    page.locator(".ar > .ar-offer").click()
    expect(page.locator(".ar-composer")).to_be_focused()
    seen = page.locator("#s20").evaluate(
        """sentence => {
            const box = sentence.getClientRects()[0];
            return document.elementFromPoint(box.left + 2, box.top + 8)?.closest('.ar-s')?.id;
        }"""
    )
    assert seen == "s20"


def test_words_of_a_card_are_only_words(page: Page, site: str) -> None:
    open_at(page, site, 1280)
    page.locator("#ref-s20").click()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('.ar-card'))")
    page.wait_for_timeout(400)
    expect(page.locator(".ar-card")).to_be_visible()
    expect(page.locator(".ar > .ar-offer")).to_have_count(0)


def test_the_number_of_a_sentence_stands_for_it(text_page: Page) -> None:
    text_page.evaluate("getSelection().selectAllChildren(document.getElementById('ref-s20'))")
    text_page.locator(".ar > .ar-offer").click()
    expect(text_page.get_by_label("Sentence", exact=True)).to_have_value("20")
    expect(text_page.locator(".ar-chosen")).to_have_text("The whole sentence")


def test_the_focus_stays_in_the_sources(text_page: Page) -> None:
    text_page.locator(".ar-add-note").click()
    panel = text_page.locator(".ar-composer")
    search = panel.get_by_label("Search the sources")
    search.fill("armenpress mirzoyan")
    panel.locator(".ar-found button").first.press("Enter")
    expect(panel.get_by_label("What it does to the text")).to_be_focused()
    panel.get_by_role("button", name="Remove").press("Enter")
    expect(search).to_be_focused()
    panel.get_by_role("button", name="A new source").press("Enter")
    expect(panel.get_by_label("Type")).to_be_focused()
    panel.get_by_label("Number of a sentence").fill("13")
    panel.get_by_label("Number of a sentence").press("Enter")
    panel.get_by_role("button", name="Remove: s13").press("Enter")
    expect(panel.get_by_label("Number of a sentence")).to_be_focused()
    text_page.keyboard.press("Escape")
    expect(text_page.get_by_role("button", name="Go on writing")).to_be_focused()


def test_pointing_ends_with_escape_wherever_the_focus_is(text_page: Page) -> None:
    text_page.locator(".ar-add-note").click()
    pick = text_page.get_by_role("button", name="Point at a sentence")
    pick.click()
    text_page.evaluate("document.activeElement.blur()")
    text_page.keyboard.press("Escape")
    expect(pick).to_have_attribute("aria-pressed", "false")
    expect(pick).to_be_focused()


@pytest.mark.parametrize("place", ["constructor#s1", "__proto__#s1", "toString"])
def test_names_that_every_object_has_are_no_texts(text_page: Page, place: str) -> None:
    wrong: list[Error] = []
    text_page.on("pageerror", lambda error: wrong.append(error))
    text_page.locator(".ar-add-note").click()
    field = text_page.get_by_label("Number of a sentence")
    field.fill(place)
    field.press("Enter")
    assert field.evaluate("field => field.validationMessage") == f"There is no “{place}”."
    assert wrong == []
