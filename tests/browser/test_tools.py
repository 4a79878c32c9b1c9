"""The strip, the arcs, and the tools of a sentence."""

import re

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import choose, root_of


def test_the_strip_is_one_stop_of_tab_and_arrows_go_on(text_page: Page) -> None:
    signs = text_page.locator(".ar-strip-list a")
    assert signs.count() == 22
    signs.first.focus()
    for key, number in (("ArrowRight", 1), ("End", 21), ("ArrowLeft", 20), ("Home", 0)):
        text_page.keyboard.press(key)
        expect(signs.nth(number)).to_be_focused()
    text_page.keyboard.press("Tab")
    assert text_page.evaluate("document.activeElement.closest('.ar-strip-list') === null")
    signs.nth(13).click()
    expect(text_page.locator("#s13")).to_be_in_viewport()


def test_a_sign_says_what_it_shows(text_page: Page) -> None:
    label = text_page.locator(".ar-strip-list a").nth(20).get_attribute("aria-label") or ""
    assert label.startswith("20: claim (contradicted)")


def test_arcs_stand_for_the_references_listed_below_them(text_page: Page) -> None:
    arcs = text_page.locator(".ar-arcs g path").count()
    assert arcs == text_page.locator(".ar-arc-list a").count() > 5
    box = text_page.locator(".ar-arcs > svg").bounding_box()
    assert box is not None
    assert box["height"] > 40


def test_link_and_citation_of_a_sentence_are_copied(browser: object, site: str) -> None:
    context: BrowserContext = browser.new_context(  # type: ignore[attr-defined]
        permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto(f"{site}{TEXT}?notes=card")
    page.locator("#ref-s20").click()
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator(".ar-said")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{TEXT}#s20"
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_timeout(100)
    cited = page.evaluate("navigator.clipboard.readText()")
    assert cited.startswith("“The new ceasefire agreement")
    assert "9 November Agreement, sentence 20. Annotated Reader." in cited
    assert f"{site}{TEXT}#s20" in cited
    assert re.search(r"\(\w+ \d+, 20\d\d\)\.$", cited)
    context.close()


def test_numbers_can_be_shown_at_every_sentence(text_page: Page) -> None:
    choose(text_page, "A number at every sentence")
    expect(root_of(text_page)).to_have_attribute("data-numbers", "on")
    assert "numbers=on" in text_page.url


def test_what_was_done_is_said_above_the_card(phone: Page) -> None:
    phone.locator("#ref-s20").tap()
    phone.get_by_role("button", name="Copy link").tap()
    said = phone.locator(".ar-said")
    expect(said).to_have_text(re.compile("."))
    expect(said).to_be_in_viewport(ratio=1)
    assert said.get_attribute("role") == "status"
    on_top = "said => said.contains(document.elementFromPoint(...Object.values((box =>"
    on_top += " [box.x + box.width / 2, box.y + box.height / 2])(said.getBoundingClientRect()))))"
    assert said.evaluate(on_top)
    expect(said).to_be_hidden(timeout=6000)


def test_tools_come_before_the_notes_and_are_one_stop(text_page: Page) -> None:
    text_page.locator("#ref-s19").focus()
    text_page.keyboard.press("Tab")
    text_page.keyboard.press("Enter")
    text_page.keyboard.press("Tab")
    text_page.keyboard.press("Tab")
    tools = text_page.get_by_role("toolbar", name="Sentence 20")
    expect(tools.get_by_role("button", name="Previous note")).to_be_focused()
    text_page.keyboard.press("ArrowRight")
    text_page.keyboard.press("ArrowRight")
    expect(tools.get_by_role("button", name="Copy link")).to_be_focused()
    text_page.keyboard.press("Tab")
    expect(text_page.locator(".ar-card a.ar-cite").first).to_be_focused()
    text_page.keyboard.press("Shift+Tab")
    expect(tools.get_by_role("button", name="Copy link")).to_be_focused()
