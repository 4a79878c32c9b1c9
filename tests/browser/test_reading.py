"""Reading first: verdicts stay hidden until somebody asks, or has read that far."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import choose, numbers, root_of


@pytest.fixture
def veiled(page: Page, site: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?read=first")
    return page


def test_reading_first_hides_verdicts_from_eye_and_ear(veiled: Page) -> None:
    expect(veiled.locator(".ar-verdict:visible, .ar-lead:visible").first).not_to_have_class("x")
    visible = veiled.locator(".ar-note[data-kind=claim] :is(.ar-verdict, .ar-lead):visible")
    expect(visible).to_have_count(0)
    labels = veiled.locator("[aria-label]").evaluate_all("all => all.map(e => e.ariaLabel)")
    told = re.compile("supported|contradicted|disputed|needs context|unverified|not checkable")
    assert [label for label in labels if told.search(label.lower())] == []
    badge = "e => getComputedStyle(e, '::after').content"
    assert veiled.locator("#ref-s20").evaluate(badge) == "none"


def test_one_claim_can_be_shown_alone(veiled: Page) -> None:
    veiled.locator("#ref-s20").click()
    note = veiled.locator(".ar-card .ar-note[data-kind=claim]").first
    expect(note.locator(".ar-lead")).to_be_hidden()
    note.get_by_role("button", name="Show this note").click()
    expect(note.locator(".ar-lead")).to_be_visible()
    expect(note).to_be_focused()
    expect(veiled.locator(".ar-veil:visible")).not_to_have_count(0)


def test_all_verdicts_are_shown_when_asked_for(veiled: Page) -> None:
    veiled.get_by_role("button", name="Show the verdicts").first.click()
    expect(veiled.locator(".ar-veil")).to_have_count(0)
    expect(veiled.locator("#notes-s20 .ar-verdict").first).to_be_visible()
    expect(veiled.locator(".ar-said")).to_have_text("The verdicts are shown now.")
    assert veiled.evaluate("document.activeElement !== document.body")


def _later(page: Page) -> None:
    """Let the time pass that the text takes, once the browser has seen where it stands."""
    for _ in range(2):
        page.wait_for_timeout(400)
        page.clock.fast_forward(130_000)


def test_whoever_has_read_to_the_end_sees_the_verdicts(browser: object, site: str) -> None:
    context: BrowserContext = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": 1280, "height": 700}
    )
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site}{TEXT}?read=first")
    page.locator(".ar-end").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    expect(root_of(page)).to_have_attribute("data-read", "first")
    page.mouse.wheel(0, -3000)
    _later(page)
    page.locator(".ar-end").scroll_into_view_if_needed()
    expect(root_of(page)).to_have_attribute("data-read", "open")
    context.close()


def test_without_script_nothing_is_hidden(browser: object, site: str) -> None:
    context: BrowserContext = browser.new_context(  # type: ignore[attr-defined]
        java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site}{TEXT}?read=first&notes=none")
    assert page.locator(".ar-groups .ar-note:visible").count() > 90
    expect(page.locator(".ar-tools")).to_be_hidden()
    context.close()


def test_the_end_that_came_early_shows_the_verdicts_when_it_is_time(page: Page, site: str) -> None:
    page.clock.install()
    page.goto(f"{site}{TEXT}?read=first")
    page.locator("#s21").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    expect(root_of(page)).to_have_attribute("data-read", "first")
    _later(page)
    expect(root_of(page)).to_have_attribute("data-read", "open")


def test_each_part_is_shown_when_it_has_been_read(page: Page, two_parts: str) -> None:
    page.set_viewport_size({"width": 800, "height": 500})
    page.clock.install()
    page.goto(f"{two_parts}texts/bridge.html")
    page.locator("#s31").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    expect(page.locator("#notes-s5 .ar-veil")).to_have_count(1)
    _later(page)
    expect(page.locator("#notes-s5 .ar-veil")).to_have_count(0)
    expect(page.locator("#notes-s40 .ar-veil")).to_have_count(1)
    expect(page.locator("#ref-s5")).to_have_attribute("aria-label", "5: claim (contradicted)")
    expect(page.locator("#ref-s40")).to_have_attribute("aria-label", "40: claim, verdict hidden")
    badges = "all => all.map(one => getComputedStyle(one, '::after').content !== 'none')"
    assert page.locator("#ref-s5, #ref-s40").evaluate_all(badges) == [True, False]
    expect(page.locator(".ar-said")).to_have_text("The verdicts of this part are shown now.")
    page.locator("#ref-s5").click()
    expect(page.locator(".ar-card .ar-relation")).to_be_visible()
    page.keyboard.press("Escape")
    page.locator("#s62").scroll_into_view_if_needed()
    _later(page)
    expect(root_of(page)).to_have_attribute("data-read", "open")


def test_nothing_tells_what_sources_do_to_the_text(veiled: Page) -> None:
    veiled.locator("#ref-s4").click()
    words = veiled.locator(".ar").inner_text()
    assert not re.search("supports the text|contradicts|Contradicted", words)
    expect(veiled.locator(".ar-arcs")).to_be_hidden()
    veiled.get_by_role("button", name="Show the verdicts").first.click()
    assert "supports the text" in veiled.locator(".ar").inner_text()


def test_words_under_two_claims_do_not_tell_of_the_one_that_is_hidden(
    page: Page, site: str
) -> None:
    page.goto(f"{site}{TEXT}?read=first")
    line = "mark => getComputedStyle(mark).textDecorationStyle"
    mark = page.locator("#s20 .ar-mark", has_text="beat").first
    assert mark.evaluate(line) == "dotted"
    page.locator("#ref-s20").click()
    page.locator(".ar-card").get_by_role("button", name="Show this note").first.click()
    assert mark.evaluate(line) == "double"
    other = page.locator("#s20 .ar-mark", has_text="ransacked")
    assert other.evaluate(line) == "dotted"


def test_verdicts_can_be_hidden_again(veiled: Page) -> None:
    veiled.get_by_role("button", name="Show the verdicts").first.click()
    choose(veiled, "Read first, verdicts later")
    expect(veiled.locator("#notes-s20 .ar-note[data-kind=claim] .ar-lead:visible")).to_have_count(0)
    assert "contradicted" not in numbers(veiled)["ref-s20"]


def test_buttons_are_not_printed(veiled: Page) -> None:
    veiled.emulate_media(media="print")
    expect(veiled.locator("button:visible")).to_have_count(0)
    expect(veiled.locator("#notes-s20 .ar-veil").first).to_be_visible()


def test_a_text_without_claims_has_nothing_to_hide(page: Page, thousand_notes: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{thousand_notes}texts/bridge.html?read=first")
    expect(root_of(page)).to_have_attribute("data-read", "open")
    assert errors == []
