"""Paper: the handout and the worksheet."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.test_page import violations
from tests.browser.views import numbers


def test_a_worksheet_has_questions_and_no_notes(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=worksheet")
    page.emulate_media(media="print")
    expect(page.locator(".ar-worksheet li")).to_have_count(5)
    expect(page.locator(".ar-worksheet")).to_be_visible()
    expect(page.locator(".ar-note:visible")).to_have_count(0)
    expect(page.locator("#s20")).to_be_visible()


@pytest.mark.parametrize("form", ["card", "margin", "inline", "list"])
def test_paper_has_every_note_in_every_form(page: Page, site: str, form: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes={form}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    notes = page.locator(".ar-notes .ar-note")
    assert page.locator(".ar-notes .ar-note:visible").count() == notes.count() > 90
    assert page.locator(".ar-notes .ar-body:visible").count() == page.locator(".ar-body").count()
    expect(page.locator(".ar-tools:visible, .ar-strip:visible, .md-header:visible")).to_have_count(
        0
    )


def test_a_worksheet_tells_nothing_of_the_notes(page: Page, site: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?sheet=worksheet")
    told = ".ar-description, .ar-counts, .ar-tally, .ar-about, .ar-steps, .ar-add-note, .ar-end"
    expect(page.locator(f":is({told}):visible")).to_have_count(0)
    assert numbers(page) == {f"ref-s{number}": str(number) for number in range(22)}
    page.locator("#ref-s20").hover()
    page.wait_for_timeout(400)
    page.locator("#ref-s20").click()
    page.keyboard.press("Enter")
    page.keyboard.press("]")
    mark = page.locator("#s20 .ar-mark").first
    mark.hover()
    page.wait_for_timeout(400)
    expect(page.locator(".ar-card, .ar-note:visible")).to_have_count(0)
    paint = "mark => { const s = getComputedStyle(mark);"
    paint += " return [s.textDecorationLine, s.backgroundColor, s.cursor]; }"
    assert mark.evaluate(paint) == [
        "none",
        "rgba(0, 0, 0, 0)",
        "auto",
    ]


def test_from_a_worksheet_there_is_a_way_back(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=worksheet")
    page.locator(".ar-view summary").click()
    expect(page.get_by_label("in the margin")).to_be_hidden()
    page.get_by_role("button", name="Reset").click()
    page.locator("#ref-s20").click()
    expect(page.locator(".ar-card")).to_be_visible()
    assert numbers(page)["ref-s20"].startswith("20: claim (contradicted)")


def test_a_printed_worksheet_leaves_the_view_as_it_was(page: Page, site: str) -> None:
    page.add_init_script(
        "print = () => { window.printed = document.querySelector('.ar').dataset.notes; }"
    )
    page.goto(f"{site}{TEXT}?notes=list")
    page.locator(".ar-view summary").click()
    page.get_by_role("button", name="Print a worksheet").click()
    assert page.evaluate("printed") == "none"
    expect(page.locator(".ar[data-text]")).to_have_attribute("data-notes", "list")
    expect(page.locator("#ref-s20")).to_have_attribute("href", "#notes-s20")


def test_a_handout_can_do_without_numbers(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=unnumbered")
    page.emulate_media(media="print")
    expect(page.locator(".ar-ref:visible")).to_have_count(0)
    assert page.locator(".ar-notes .ar-note:visible").count() > 90
    page.goto(f"{site}{TEXT}")
    expect(page.locator("#ref-s20")).to_be_visible()


def test_paper_is_white_while_the_screen_is_dark(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    page.locator("label[for=__palette_1]").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(media="print")
    assert violations(page, ".ar", apart_from="target-size") == []
    ink = "e => getComputedStyle(e).color"
    assert page.locator(".ar-text").evaluate(ink) == "rgb(0, 0, 0)"


def test_what_is_folded_is_on_paper(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    expect(page.locator(".ar-arc-list a").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".ar-arc-list a").first).to_be_visible()
