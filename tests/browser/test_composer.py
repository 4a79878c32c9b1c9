"""The composer on the real page: by mouse and by keyboard alone, to a file that `check` accepts."""

import json
import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Error, Page, expect

from annotated_reader.edition import Note, Project, build_edition
from annotated_reader.notes.writing import notes_yaml
from annotated_reader.pages import assets
from tests.browser.conftest import ROOT, TEXT
from tests.browser.test_page import violations
from tests.browser.test_selecting import RANGE

WIDTHS = [1280, 360]
SLUG = "9-november-agreement"
BEAT = "beat the president"
SELECT = f"""words => {{
    const sentence = document.getElementById('s20');
    sentence.scrollIntoView({{ block: 'center' }});
    const at = sentence.textContent.indexOf(words);
    {RANGE}
    const range = rangeOf('s20', at, 's20', at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}}"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, to which a proposed file can be added."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def _at(page: Page, site: str, width: int) -> None:
    page.set_default_timeout(8000)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + TEXT)


def _checked(project: Path, page: Page) -> tuple[Note, str]:
    """Return the note of the file that the page proposes, once `check` has accepted it."""
    href = page.locator(".ar-open-host").get_attribute("href") or ""
    parts = urlsplit(href)
    query = parse_qs(parts.query, strict_parsing=True)
    owner = "/annotated-reader/annotated-reader"
    assert (
        f"{parts.netloc}{unquote(parts.path)}" == f"github.com{owner}/new/main/annotations/{SLUG}"
    )
    name = f"annotations/{SLUG}/{query['filename'][0]}"
    content = query["value"][0]
    (project / name).write_text(content, encoding="utf-8", newline="")
    edition, problems = build_edition(Project.at(project))
    assert [str(problem) for problem in problems if problem.place.file == name] == []
    (note,) = (note for note in edition.text(SLUG).notes if note.place.file == name)
    return note, content


def _words(project: Path, note: Note) -> str:
    document = build_edition(Project.at(project))[0].text(SLUG).document
    return document.source[note.target.start : note.target.end]


@pytest.mark.parametrize("width", WIDTHS)
def test_from_selected_words_to_a_file_that_check_accepts(
    page: Page, site: str, project: Path, width: int
) -> None:
    _at(page, site, width)
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
    note, content = _checked(project, page)
    assert (note.target.sentences, _words(project, note)) == (("s20",), "the president")
    assert note.record.see == ["s13", "s18"]
    assert note.record.by == ["ann", "Բ"]
    assert note.record.sources[0].quote == "#1: “Speaker”, he's"
    assert content.partition("\n")[2] == notes_yaml([note.record])


@pytest.mark.parametrize("width", WIDTHS)
def test_by_keyboard_alone(page: Page, site: str, project: Path, width: int) -> None:
    _at(page, site, width)
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
    note, _ = _checked(project, page)
    assert (_words(project, note), note.record.kind) == (BEAT, "gloss")
    assert note.record.term == "President, beaten"
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Go on writing")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".ar-composer")).to_have_count(0)
    expect(page.locator("#ref-s20")).to_be_focused()
    expect(page.locator(".ar-card")).to_have_count(0)


PLACE_OF = f"""words => {{
    const sentence = document.getElementById('s20');
    sentence.scrollIntoView({{ block: 'center' }});
    const at = sentence.textContent.indexOf(words);
    {RANGE}
    const box = rangeOf('s20', at, 's20', at + words.length).getBoundingClientRect();
    return [box.left + 1, box.right - 1, (box.top + box.bottom) / 2];
}}"""


def test_words_can_be_selected_with_the_mouse_after_it_closes(page: Page, site: str) -> None:
    _at(page, site, 1280)
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
    _at(page, site, 360)
    page.locator("#ref-s20").click()
    expect(page.locator(".ar-card")).to_be_visible()
    page.evaluate(SELECT, BEAT)
    page.locator(".ar > .ar-offer").click()
    expect(page.locator(".ar-card")).to_have_count(0)
    expect(page.locator(".ar-chosen")).to_have_text(f"“{BEAT}”")


def test_words_of_a_card_are_only_words(page: Page, site: str) -> None:
    _at(page, site, 1280)
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
    panel.get_by_label("DOI").fill("https://doi.org/10.1000/182")
    expect(panel.locator(".ar-wrong li")).to_have_count(4)
    panel.get_by_label("Date, like").fill("2020-02-29")
    panel.get_by_label("Address (").fill("https://example.org/a?b=c#d")
    panel.get_by_label("Address of an archived copy").fill("https://archive.example.org/a")
    panel.get_by_label("Day of that copy").fill("2026-11-23")
    panel.get_by_label("DOI").fill("10.1000/182")
    panel.get_by_label("Pages").fill("12")
    note, _ = _checked(project, text_page)
    assert note.target.sentences == ("s9", "s10")
    assert note.citations[0].source.id == "waal-2020"
    source = note.citations[0].source
    assert (source.text("DOI"), source.text("page")) == ("10.1000/182", "12")
    assert source.archive == "https://archive.example.org/a"
    names = source.names["author"]
    assert [(name.family, name.literal) for name in names] == [("Waal", ""), ("", "United Nations")]


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
    _gloss(text_page, lead)
    expect(text_page.locator(".ar-wrong li")).to_have_count(1)
    text_page.get_by_role("link", name="Propose it").click()
    expect(text_page.locator(".ar-wrong")).to_be_focused()
    assert len(text_page.context.pages) == 1


def test_what_is_too_long_is_told_and_not_cut(text_page: Page) -> None:
    _gloss(text_page, "x" * 401)
    expect(text_page.get_by_label("In one sentence")).to_have_value("x" * 401)
    expect(text_page.locator(".ar-wrong li")).to_have_text(
        "In one sentence: this is too long; 400 characters are the most."
    )


@pytest.mark.parametrize("lead", PLAIN)
def test_what_check_takes_is_taken_as_it_is(text_page: Page, project: Path, lead: str) -> None:
    _gloss(text_page, lead)
    assert _checked(project, text_page)[0].record.lead == lead.strip()


def test_characters_that_nobody_sees_are_left_out(text_page: Page, project: Path) -> None:
    _gloss(text_page, "co\u00adope\u200brative")
    assert _checked(project, text_page)[0].record.lead == "cooperative"


def _gloss(page: Page, lead: str) -> None:
    page.locator(".ar-add-note").click()
    page.get_by_label("Sentence", exact=True).fill("2")
    page.get_by_role("radio", name="Gloss").check()
    page.get_by_label("In one sentence").fill(lead)


def test_a_long_note_is_copied_and_the_page_opened_empty(text_page: Page) -> None:
    _gloss(text_page, "Long.")
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
    _gloss(text_page, "Half of it")
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
    _gloss(text_page, "Kept.")
    with text_page.expect_download() as waiting:
        text_page.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename.startswith("s2-kept-")
    saved = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert saved == text_page.locator(".ar-yaml").text_content()


def test_it_is_loaded_only_when_it_is_used(page: Page, site: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + TEXT, wait_until="networkidle")
    assert not [url for url in asked if "composer" in url]
    page.locator(".ar-add-note").click()
    page.locator(".ar-composer").wait_for()
    assert len([url for url in asked if "composer" in url]) == 3
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []


def test_straight_from_disk(page: Page, site_folder: Path) -> None:
    page.goto((site_folder / TEXT).as_uri())
    _gloss(page, "From disk.")
    expect(page.locator(".ar-state")).to_have_text("Nothing is missing.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(page: Page, site: str, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    _at(page, site, width)
    _gloss(page, "x")
    page.get_by_role("radio", name="Claim").check()
    page.get_by_role("button", name="A new source").click()
    page.keyboard.press("Escape")
    assert violations(page, ".ar-composer") == []


def test_the_files_are_those_of_the_package(site_folder: Path) -> None:
    folder = site_folder / "assets/annotated-reader"
    for asset in assets():
        assert (site_folder / asset.path).read_text(encoding="utf-8") == asset.content
    data = (folder / "composer-data.js").read_text(encoding="utf-8")
    assert json.loads(data.partition(" = ")[2].rstrip(";\n"))["repository"]["host"] == "github"
