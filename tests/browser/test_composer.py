"""The composer on the real page: by mouse and by keyboard alone, to a file that `check` accepts."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from annotated_reader.notes.writing import notes_yaml
from annotated_reader.pages import assets
from tests.browser.composing import (
    BEAT,
    SELECT,
    WIDTHS,
    checked,
    gloss,
    open_at,
    words_of,
)
from tests.browser.conftest import TEXT
from tests.browser.test_page import violations


@pytest.mark.parametrize("width", WIDTHS)
def test_from_selected_words_to_a_file_that_check_accepts(
    page: Page, site: str, project: Path, width: int
) -> None:
    open_at(page, site, width)
    page.evaluate(SELECT, "the president")
    page.locator(".ar > .ar-offer").click()
    panel = page.locator(".ar-composer")
    expect(panel).to_be_focused()
    expect(panel.locator(".ar-chosen")).to_have_text("“the president”")
    expect(panel.locator(".ar-wrong li")).to_have_text(
        ["Still missing: Verdict.", "Say something, in one sentence or in the details."]
    )
    panel.get_by_role("combobox", name="Verdict").select_option("contradicted")
    expect(panel.locator(".ar-meaning")).to_have_text("Sources contradict this.")
    panel.get_by_label("In one sentence").fill('It was *not* the president: "the Speaker".')
    panel.get_by_label("Details").fill("First: **so**.\n\n- one\n- [two](https://example.org/)\n")
    expect(panel.locator(".ar-preview-note li a")).to_have_attribute("href", "https://example.org/")
    panel.get_by_label("Search the sources").fill("armenpress mirzoyan")
    panel.locator(".ar-found button").first.click()
    panel.get_by_label("The words that carry it").fill("#1: “Speaker”, he's")
    panel.get_by_label("Number of a sentence").fill("13")
    panel.get_by_role("button", name="Add", exact=True).click()
    panel.get_by_role("button", name="Point at a sentence").click()
    page.evaluate("document.getElementById('s18').click()")
    panel.get_by_label("Your name").fill("ann, Բ")
    expect(panel.locator(".ar-state")).to_have_text("Nothing is missing.")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    note, content = checked(project, page)
    assert (note.target.sentences, words_of(project, note)) == (("s20",), "the president")
    assert note.record.see == ["s13", "s18"]
    assert note.record.by == ["ann", "Բ"]
    assert note.record.sources[0].quote == "#1: “Speaker”, he's"
    assert content.partition("\n")[2] == notes_yaml([note.record])


@pytest.mark.parametrize("width", WIDTHS)
def test_by_keyboard_alone(page: Page, site: str, project: Path, width: int) -> None:
    open_at(page, site, width)
    page.locator("#ref-s20").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    # The tools are one stop: arrows lead from one to the next, and End to the last.
    page.keyboard.press("End")
    expect(page.locator(".ar-card").get_by_role("button", name="Annotate")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".ar-composer")).to_be_focused()
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_label("Its words")).to_be_focused()
    text = page.get_by_label("Its words").input_value()
    page.keyboard.press("Control+Home")
    for _ in range(text.index(BEAT)):
        page.keyboard.press("ArrowRight")
    for _ in range(len(BEAT)):
        page.keyboard.press("Shift+ArrowRight")
    expect(page.locator(".ar-chosen")).to_have_text(f"“{BEAT}”")
    page.keyboard.press("Tab")
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("radio", name="Gloss")).to_be_checked()
    page.keyboard.press("Tab")
    page.keyboard.type("President, beaten")
    page.keyboard.press("Tab")
    page.keyboard.type("He was the Speaker: [not] the head of state.")
    expect(page.locator(".ar-state")).to_have_text("Nothing is missing.")
    note, _ = checked(project, page)
    assert (words_of(project, note), note.record.kind) == (BEAT, "gloss")
    assert note.record.term == "President, beaten"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Go on writing")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".ar-composer")).to_have_count(0)
    expect(page.locator("#ref-s20")).to_be_focused()
    expect(page.locator(".ar-card")).to_have_count(0)


def test_a_new_source_comes_in_the_same_file(text_page: Page, project: Path) -> None:
    text_page.locator(".ar-add-note").click()
    panel = text_page.locator(".ar-composer")
    panel.get_by_label("Sentence", exact=True).fill("9")
    panel.get_by_label("to sentence").fill("10")
    panel.get_by_role("radio", name="Citation").check()
    panel.get_by_role("button", name="A new source").click()
    expect(panel.locator(".ar-wrong")).to_contain_text("Still missing: Title.")
    panel.get_by_label("Title").fill('A "title": of it')
    panel.get_by_label("Authors").fill("Waal, Thomas; United Nations")
    panel.get_by_role("textbox", name="Newspaper").fill("x" * 5001)
    expect(panel.locator(".ar-wrong")).to_contain_text(
        "Newspaper, journal or book that it is in: this"
    )
    panel.get_by_role("textbox", name="Newspaper").fill("")
    panel.get_by_label("Date, like").fill("2020-02-30")
    panel.get_by_label("Address (").fill("javascript:alert(1)")
    panel.get_by_text("More about this source").click()
    panel.get_by_label("Address of an archived copy").fill("//archive.example.org")
    panel.get_by_label("DOI").fill("10.1000")
    expect(panel.locator(".ar-wrong li")).to_have_count(4)
    panel.get_by_label("Date, like").fill("2020-02-29")
    panel.get_by_label("Address (").fill("https://example.org/a?b=c#d")
    panel.get_by_label("Address of an archived copy").fill("https://archive.example.org/a")
    panel.get_by_label("Day of that copy").fill("2026-11-23")
    panel.get_by_label("DOI").fill("https://doi.org/10.1000/182")
    panel.get_by_label("Pages").fill("12")
    note, _ = checked(project, text_page)
    assert note.target.sentences == ("s9", "s10")
    assert note.citations[0].source.id == "waal-2020"
    source = note.citations[0].source
    assert (source.text("DOI"), source.text("page")) == ("10.1000/182", "12")
    assert source.archive == "https://archive.example.org/a"
    names = source.names["author"]
    assert [(name.family, name.literal) for name in names] == [("Waal", ""), ("", "United Nations")]


LOADED = """performance.getEntriesByType('resource')
    .filter(({ name }) => name.includes('composer')).length === 3"""


def test_it_is_loaded_only_when_it_is_used(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + TEXT, wait_until="networkidle")
    assert not [url for url in asked if "composer" in url]
    page.locator(".ar-add-note").click()
    page.locator(".ar-composer").wait_for()
    # What came is listed once it is there, a little after the panel on a busy machine.
    page.wait_for_function(LOADED)
    assert len([url for url in asked if "composer" in url]) == 3
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []


def test_straight_from_disk(page: Page, site_folder: Path) -> None:
    page.goto((site_folder / TEXT).as_uri())
    gloss(page, "From disk.")
    expect(page.locator(".ar-state")).to_have_text("Nothing is missing.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: Page, site: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    open_at(page, site, width)
    gloss(page, "x")
    page.get_by_role("radio", name="Claim").check()
    page.get_by_role("button", name="A new source").click()
    page.keyboard.press("Escape")
    assert violations(page, ".ar-composer") == []


def test_the_files_are_those_of_the_package(site_folder: Path) -> None:
    folder = site_folder / "assets/annotated-reader"
    for asset in assets():
        assert (site_folder / asset.path).read_text(encoding="utf-8") == asset.content
    data = (folder / "composer-data.js").read_text(encoding="utf-8")
    assert json.loads(data.partition(" = ")[2].rstrip(";\n"))["repository"]["name"] == "GitHub"
