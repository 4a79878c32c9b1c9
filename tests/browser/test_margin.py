"""The margin: notes beside their lines."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT
from tests.browser.views import root_of


@pytest.fixture
def margin(page: Page, site: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes=margin")
    return page


def _boxes(page: Page) -> list[dict[str, float]]:
    boxes: list[dict[str, float]] = page.locator(".ar-group").evaluate_all(
        "all => all.map(g => g.getBoundingClientRect().toJSON()).sort((a, b) => a.top - b.top)"
    )
    return boxes


@pytest.mark.parametrize("chosen", ["", "#ref-s0", "#ref-s9", "#ref-s21"])
def test_notes_in_the_margin_never_overlap(margin: Page, chosen: str) -> None:
    if chosen:
        margin.locator(chosen).click()
    boxes = _boxes(margin)
    assert len(boxes) == 22
    for above, below in pairwise(boxes):
        assert above["bottom"] <= below["top"]
    text = margin.locator(".ar-text").bounding_box()
    assert text is not None
    assert all(box["left"] >= text["x"] + text["width"] for box in boxes)


def test_the_chosen_group_stands_beside_its_line_and_shows_everything(margin: Page) -> None:
    margin.locator("#ref-s9").click()
    group = margin.locator("#notes-s9")
    expect(group).to_have_class(re.compile("ar-active"))
    line, box = margin.locator("#ref-s9").bounding_box(), group.bounding_box()
    assert line is not None
    assert box is not None
    assert abs(line["y"] - box["y"]) < 30
    assert group.locator(".ar-note:visible").count() == group.locator(".ar-note").count() > 1
    margin.keyboard.press("Escape")
    expect(group).not_to_have_class(re.compile("ar-active"))


def test_paper_has_the_list_whatever_the_screen_shows(margin: Page, site: str) -> None:
    def pages() -> int:
        return len(re.findall(rb"/Type\s*/Page\b", margin.pdf(format="A4")))

    from_margin = pages()
    margin.goto(f"{site}{TEXT}?notes=list")
    assert from_margin == pages() > 5


def test_words_and_their_notes_light_up_together(margin: Page) -> None:
    margin.locator("#ref-s3").hover()
    expect(margin.locator("#notes-s3")).to_have_class(re.compile("ar-lit"))
    margin.locator("#notes-s4").hover()
    expect(margin.locator("#s4")).to_have_class(re.compile("ar-active"))
    expect(margin.locator("#notes-s3")).not_to_have_class(re.compile("ar-lit"))


def test_every_link_in_the_margin_can_be_reached_by_keyboard(margin: Page) -> None:
    links = margin.locator("#notes-s20 a").count()
    margin.locator("#notes-s20 .ar-back").focus()
    for _ in range(links - 1):
        margin.keyboard.press("Tab")
        inside = "document.activeElement.closest('#notes-s20') !== null"
        assert margin.evaluate(inside)
        expect(margin.locator(":focus")).to_be_visible()


def test_a_narrow_window_has_cards_in_place_of_a_margin(margin: Page) -> None:
    margin.set_viewport_size({"width": 1000, "height": 900})
    expect(root_of(margin)).to_have_attribute("data-notes", "card")
    margin.locator("#ref-s9").click()
    expect(margin.locator(".ar-card")).to_be_visible()
    margin.set_viewport_size({"width": 1280, "height": 900})
    expect(root_of(margin)).to_have_attribute("data-notes", "margin")


# Between two lines of 16 px there are at least 8.
ONE_LINE = 24


@pytest.mark.parametrize("path", [TEXT, "texts/moby-dick-etymology.html"])
def test_numbers_in_the_margin_stand_on_one_line_with_what_they_begin(
    page: Page, site: str, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{path}?notes=margin")
    page.locator("#notes-s10.ar-tight .ar-back").evaluate("number => (number.textContent = 110)")
    for group in page.locator(".ar-group").all():
        number = group.locator(".ar-back").bounding_box()
        words = group.locator(":is(.ar-lead, .ar-references > li):visible").first.bounding_box()
        assert number is not None
        assert words is not None
        assert number["height"] <= ONE_LINE
        assert abs(number["y"] - words["y"]) <= 6


def test_an_open_group_in_the_margin_leaves_the_others_near_their_lines(margin: Page) -> None:
    margin.locator("#ref-s9").click()
    drift = margin.locator(".ar-group").evaluate_all(
        "all => all.map(group => Math.abs(group.getBoundingClientRect().top - document"
        ".getElementById(group.id.replace('notes', 'ref')).getBoundingClientRect().top))"
    )
    assert max(drift) < 400
    assert max(drift[16:]) < 120
    group = margin.locator("#notes-s9")
    assert group.evaluate("group => group.scrollHeight > group.clientHeight")


def test_the_buttons_of_the_theme_lie_on_no_note(margin: Page) -> None:
    button = margin.locator(".md-content__button").bounding_box()
    note = margin.locator("#notes-s0").bounding_box()
    assert button is not None
    assert note is not None
    assert button["x"] + button["width"] <= note["x"]


def test_where_the_script_does_not_come_there_is_the_list(page: Page, site: str) -> None:
    """The one in the head of the page has made room by then."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.route("**/reader.js", lambda route: route.abort())
    page.goto(f"{site}{TEXT}?notes=margin")
    expect(root_of(page)).to_have_attribute("data-notes", "list")
    text, note = page.locator(".ar-text").bounding_box(), page.locator("#notes-s20").bounding_box()
    assert text is not None
    assert note is not None
    assert note["y"] > text["y"] + text["height"]
    assert text["width"] == note["width"]
