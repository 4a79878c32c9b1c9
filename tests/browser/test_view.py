"""Choosing a view: the five forms, what the address carries, steps from note to note."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.test_page import violations
from tests.browser.views import choose, root_of

FORMS = ["card", "margin", "inline", "list", "none"]


@pytest.mark.parametrize("form", FORMS)
def test_the_address_carries_the_form(page: Page, site: str, form: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes={form}")
    expect(root_of(page)).to_have_attribute("data-notes", form)
    assert page.locator(f"input[name=notes][value={form}]").is_checked()


def test_a_choice_goes_into_the_address_and_into_memory(text_page: Page) -> None:
    choose(text_page, "in the margin")
    expect(root_of(text_page)).to_have_attribute("data-notes", "margin")
    assert text_page.url.endswith("?notes=margin")
    text_page.goto(text_page.url.partition("?")[0])
    expect(root_of(text_page)).to_have_attribute("data-notes", "margin")
    kept = text_page.evaluate(
        "Object.entries(localStorage).filter(([k]) => !k.includes('palette'))"
    )
    assert kept == [["annotated-reader.notes", "margin"]]


def test_reset_takes_everything_back(text_page: Page) -> None:
    choose(text_page, "in the margin")
    choose(text_page, "Gloss")
    text_page.get_by_role("button", name="Reset").click()
    expect(root_of(text_page)).to_have_attribute("data-notes", "card")
    assert "?" not in text_page.url
    assert text_page.evaluate("localStorage.getItem('annotated-reader.notes')") is None


def test_what_the_address_says_wrongly_is_ignored(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}{TEXT}?notes=<b>&kind=nonsense&read=%00&sheet=evil&numbers=zzz&keys=y")
    root = root_of(page)
    for name, usual in {"notes": "card", "read": "open", "numbers": "off", "sheet": ""}.items():
        expect(root).to_have_attribute(f"data-{name}", usual)
    assert "?" not in page.url
    assert errors == []


def test_a_shared_view_wins_over_habits(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?read=first")
    page.evaluate("navigator.clipboard.writeText = async words => { window.copied = words; }")
    choose(page, "Gloss")
    page.get_by_role("button", name="Copy the link to this view").click()
    shared = page.evaluate("copied")
    for part in ("notes=card", "numbers=off", "read=first", "kind=claim"):
        assert part in shared
    assert "keys=" not in shared
    page.evaluate("localStorage.setItem('annotated-reader.notes', 'list')")
    page.goto(shared)
    expect(root_of(page)).to_have_attribute("data-notes", "card")
    page.reload()
    expect(root_of(page)).to_have_attribute("data-notes", "card")


def test_the_address_says_what_a_habit_shows(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    page.evaluate("localStorage.setItem('annotated-reader.notes', 'list')")
    page.evaluate("localStorage.setItem('annotated-reader.numbers', 'nonsense')")
    page.goto(f"{site}claims.html")
    page.goto(f"{site}{TEXT}#s20")
    assert page.url == f"{site}{TEXT}?notes=list#s20"
    expect(root_of(page)).to_have_attribute("data-numbers", "off")


@pytest.mark.parametrize("form", FORMS)
def test_every_note_is_in_the_page_in_every_form(page: Page, site: str, form: str) -> None:
    page.goto(site + TEXT)
    notes = page.locator(".ar-group .ar-note").evaluate_all("all => all.map(note => note.id)")
    page.goto(f"{site}{TEXT}?notes={form}")
    there = page.locator(".ar-group .ar-note").evaluate_all("all => all.map(note => note.id)")
    assert there == notes
    assert len(there) == len(set(there)) > 90


def test_without_notes_there_is_the_text_alone(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=none")
    expect(page.locator(".ar-note:visible, .ar-ref:visible, .ar-strip:visible")).to_have_count(0)
    expect(page.locator("#s20")).to_be_visible()


def test_in_the_list_a_control_leads_to_its_notes(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=list")
    page.locator("#ref-s20").click()
    expect(page.locator("#notes-s20")).to_be_in_viewport()
    expect(page.locator(".ar-card")).to_have_count(0)
    assert page.url.endswith("#notes-s20")


def test_in_the_text_a_control_opens_its_notes_behind_the_sentence(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=inline")
    group = page.locator("#notes-s20")
    expect(group).to_be_hidden()
    page.locator("#ref-s20").focus()
    page.keyboard.press("Enter")
    expect(group).to_be_visible()
    expect(page.locator("#ref-s20")).to_have_attribute("aria-expanded", "true")
    assert group.evaluate(
        "group => group.parentElement.previousElementSibling.previousElementSibling.id === 's20'"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#notes-s20') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(group).to_be_hidden()
    expect(page.locator("#ref-s20")).to_have_attribute("aria-expanded", "false")


# From note to note


def test_buttons_and_brackets_go_from_note_to_note(text_page: Page) -> None:
    text_page.get_by_role("button", name="Next note").first.click()
    expect(text_page.locator("#ref-s0")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_be_visible()
    text_page.keyboard.press("]")
    expect(text_page.locator("#ref-s1")).to_be_focused()
    text_page.keyboard.press("[")
    text_page.keyboard.press("[")
    expect(text_page.locator("#ref-s21")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_have_count(1)


def test_steps_go_on_from_inside_a_card(text_page: Page) -> None:
    text_page.locator("#ref-s7").click()
    text_page.locator(".ar-card [data-do=next]").click()
    expect(text_page.locator("#ref-s8")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_have_attribute("aria-label", "Notes on sentence 8")


def test_the_keys_can_be_switched_off(text_page: Page) -> None:
    choose(text_page, "Keys [ and ]")
    text_page.locator("#ref-s7").focus()
    text_page.keyboard.press("]")
    expect(text_page.locator("#ref-s7")).to_be_focused()
    assert "keys=off" in text_page.url


# Accessibility of the views


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "query", ["?notes=margin", "?notes=inline", "?notes=list", "?read=first", "?sheet=worksheet"]
)
def test_axe_finds_nothing_in_any_view(page: Page, site: str, query: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + TEXT + query)
    page.locator(".ar-view summary").click()
    page.locator("#ref-s9").click()
    page.mouse.move(1, 1)
    assert violations(page, ".ar-head", ".ar-text", ".ar-notes") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_on_paper(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    page.emulate_media(media="print")
    # Nobody taps on paper.
    assert violations(page, ".ar", apart_from="target-size") == []
