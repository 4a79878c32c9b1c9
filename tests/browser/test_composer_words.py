"""What is written in the composer: what it takes, refuses and keeps."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.composing import checked, gloss

NASTY = ["<b>x</b>", "![x](https://a.org)", "[x](javascript:x)", "<javascript:x>", "a\u202eb"]
PLAIN = [
    "a < b > c",
    "`<b>`",
    "yes",
    "- x",
    "12: 30",
    "#x",
    "\\*x*",
    "[x]",
    "'",
    "’‑",
    "x " * 150,
]


@pytest.mark.parametrize("lead", NASTY)
def test_what_check_refuses_is_refused(text_page: Page, lead: str) -> None:
    gloss(text_page, lead)
    expect(text_page.locator(".ar-wrong li")).to_have_count(1)
    text_page.get_by_role("link", name="Propose it").click()
    expect(text_page.locator(".ar-wrong")).to_be_focused()
    assert len(text_page.context.pages) == 1


def test_what_is_too_long_is_told_and_not_cut(text_page: Page) -> None:
    gloss(text_page, "x" * 401)
    expect(text_page.get_by_label("In one sentence")).to_have_value("x" * 401)
    expect(text_page.locator(".ar-wrong li")).to_have_text(
        "In one sentence: this is too long; 400 characters are the most."
    )


@pytest.mark.parametrize("lead", PLAIN)
def test_what_check_takes_is_taken_as_it_is(text_page: Page, project: Path, lead: str) -> None:
    gloss(text_page, lead)
    assert checked(project, text_page)[0].record.lead == lead.strip()


def test_characters_that_nobody_sees_are_left_out(text_page: Page, project: Path) -> None:
    gloss(text_page, "co\u00adope\u200brative")
    assert checked(project, text_page)[0].record.lead == "cooperative"


def test_a_long_note_is_copied_and_the_page_opened_empty(text_page: Page) -> None:
    gloss(text_page, "Long.")
    text_page.get_by_label("Details").fill("слово " * 800)
    link = text_page.locator(".ar-open-host")
    assert "value=" not in (link.get_attribute("href") or "")
    expect(text_page.locator(".ar-send-hint")).to_contain_text("copied for you")
    text_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    text_page.context.route("https://github.com/**", lambda route: route.fulfill(body="new"))
    link.click()
    copied = text_page.evaluate("navigator.clipboard.readText()")
    assert copied == text_page.locator(".ar-yaml").text_content()


def test_a_draft_is_kept_until_it_is_thrown_away(text_page: Page) -> None:
    gloss(text_page, "Half of it")
    text_page.reload()
    text_page.locator(".ar-add-note").click()
    expect(text_page.get_by_label("In one sentence")).to_have_value("Half of it")
    expect(text_page.get_by_label("Sentence", exact=True)).to_have_value("2")
    text_page.get_by_role("button", name="Throw away").click()
    expect(text_page.get_by_role("button", name="Go on writing")).to_be_focused()
    text_page.keyboard.press("Escape")
    expect(text_page.get_by_role("button", name="Throw away")).to_be_focused()
    expect(text_page.get_by_label("In one sentence")).to_have_value("Half of it")
    text_page.keyboard.press("Enter")
    text_page.locator(".ar-ask").get_by_role("button", name="Throw away").click()
    expect(text_page.locator(".ar-composer")).to_have_count(0)
    text_page.locator(".ar-add-note").click()
    expect(text_page.get_by_label("In one sentence")).to_have_value("")
    text_page.keyboard.press("Escape")
    expect(text_page.locator(".ar-composer")).to_have_count(0)


def test_download(text_page: Page) -> None:
    gloss(text_page, "Kept.")
    with text_page.expect_download() as waiting:
        text_page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename.startswith("s2-kept-")
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert saved == text_page.locator(".ar-yaml").text_content()
