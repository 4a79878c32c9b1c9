"""Other texts than the real one: from right to left, and with very many notes."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import other_sites
from tests.browser.conftest import TEXT, built, served
from tests.browser.test_page import violations

RTL = "texts/haqq.html"
MANY = "texts/bridge.html"


def test_right_to_left_text_marks_and_cards(page: Page, right_to_left: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(right_to_left + RTL)
    assert page.locator(".ar").get_attribute("dir") == "rtl"
    assert page.locator(".ar-text").evaluate("e => getComputedStyle(e).direction") == "rtl"
    expect(page.locator("#s1 .ar-mark")).to_have_text("في نوفمبر")
    sentence, control = page.locator("#s1").bounding_box(), page.locator("#ref-s1").bounding_box()
    assert sentence is not None
    assert control is not None
    assert control["x"] < sentence["x"] + 5
    page.locator("#ref-s1").click()
    card = page.locator(".ar-card")
    expect(card.locator(".ar-lead").first).to_have_text("انتهت في أكتوبر.")
    assert card.evaluate("e => getComputedStyle(e).direction") == "rtl"
    close, box = card.locator(".ar-close").bounding_box(), card.bounding_box()
    assert close is not None
    assert box is not None
    assert close["x"] < box["x"] + box["width"] / 2


CROSSING = """card => {
    const boxes = [...card.querySelectorAll('button')].map((one) => one.getBoundingClientRect());
    return boxes.flatMap((one, n) => boxes.slice(n + 1).filter((other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 0.5 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 0.5)).length;
}"""
"""Script that counts the pairs of buttons of a card that lie over each other."""


@pytest.mark.parametrize("width", [1280, 360, 320])
@pytest.mark.parametrize("name", ["right_to_left", "site"])
def test_no_button_of_a_card_lies_over_another(
    page: Page, request: pytest.FixtureRequest, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(request.getfixturevalue(name) + (RTL if name == "right_to_left" else TEXT))
    page.locator("#ref-s1").click()
    assert page.locator(".ar-card").evaluate(CROSSING) == 0


def test_right_to_left_margin_stands_on_the_left(page: Page, right_to_left: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{right_to_left}{RTL}?notes=margin")
    text, group = (
        page.locator(".ar-text").bounding_box(),
        page.locator("#notes-s1").bounding_box(),
    )
    assert text is not None
    assert group is not None
    assert group["x"] + group["width"] <= text["x"]


@pytest.mark.parametrize("query", ["", "?notes=margin", "?notes=inline"])
def test_axe_finds_nothing_from_right_to_left(page: Page, right_to_left: str, query: str) -> None:
    page.goto(right_to_left + RTL + query)
    page.locator("#ref-s1").click()
    assert violations(page, ".ar-head", ".ar-text", ".ar-notes") == []


def test_arrows_in_the_strip_go_the_way_that_they_point(page: Page, right_to_left: str) -> None:
    page.goto(right_to_left + RTL)
    signs = page.locator(".ar-strip-list a")
    signs.first.focus()
    page.keyboard.press("ArrowLeft")
    expect(signs.nth(1)).to_be_focused()


def test_arcs_begin_where_the_text_does(page: Page, right_to_left: str) -> None:
    page.goto(right_to_left + RTL)
    first, last = page.locator(".ar-arcs text").all()
    boxes = [first.bounding_box(), last.bounding_box()]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert first.text_content() == "1"
    assert boxes[0]["x"] > boxes[1]["x"]
    assert boxes[0]["height"] < 30


def test_a_card_speaks_the_language_of_the_page(page: Page, right_to_left: str) -> None:
    """Its quotation marks are those of that language."""
    page.goto(right_to_left + RTL)
    page.locator("#ref-s1").click()
    assert page.locator(".ar-card").get_attribute("lang") == "fa"


def test_a_sentence_only_referred_to_says_from_where_in_the_margin(
    page: Page, right_to_left: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{right_to_left}{RTL}?notes=margin")
    expect(page.locator("#notes-s3 .ar-backlinks a")).to_be_visible()


def test_lists_have_no_markers_in_a_theme_that_gives_them(page: Page, tmp_path: Path) -> None:
    root = other_sites.many_notes(tmp_path, count=3)
    settings = root / "mkdocs.yml"
    written = settings.read_text(encoding="utf-8")
    theme = other_sites.MATERIAL[other_sites.MATERIAL.index("theme:") :].partition("plugins:")[0]
    theme = theme.format(language="en")
    settings.write_text(written.replace(theme, "theme: readthedocs\n"), encoding="utf-8")
    for address in served(built(root, tmp_path / "site")):
        page.goto(address + MANY)
        items = page.locator(":is(.ar-strip-list, .ar-tally, .ar-groups, .ar-citations) > li")
        markers = items.evaluate_all("all => all.map(li => getComputedStyle(li).listStyleType)")
        assert set(markers) == {"none"}


@pytest.fixture
def many(page: Page, thousand_notes: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver(list => shifts.push(...list.getEntries()"
        ".map(e => [e.value, e.sources.map(s => s.node?.className ?? s.node?.nodeName)])))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(thousand_notes + MANY)
    return page


@pytest.mark.parametrize("form", ["card", "margin", "inline", "list", "none"])
def test_nothing_shifts_when_a_page_of_a_thousand_notes_opens(
    many: Page, thousand_notes: str, form: str
) -> None:
    many.goto(f"{thousand_notes}{MANY}?notes={form}")
    assert many.locator(".ar-groups .ar-note").count() == 1000
    many.wait_for_timeout(300)
    assert many.evaluate("shifts") == []
    many.mouse.wheel(0, 3000)
    many.wait_for_timeout(300)
    assert many.evaluate("shifts") == []


def test_each_of_a_thousand_notes_has_its_card(many: Page) -> None:
    """How soon is measured by `python -m benchmarks.page`."""
    for number in (250, 300, 100):
        many.locator(f"#ref-s{number}").click()
        expect(many.locator(".ar-card")).to_have_count(1)
        expect(many.locator(".ar-card .ar-lead").first).to_contain_text(f"sentence {number}")


# As many px as the margin may drift from a line before it takes fewer lines (stack.js).
FAR = 120


def test_the_margin_holds_a_thousand_notes(many: Page, thousand_notes: str) -> None:
    many.goto(f"{thousand_notes}{MANY}?notes=margin")
    for scrolled in (0, 6000, 3000):
        many.evaluate("y => scrollTo(0, y)", scrolled)
        many.wait_for_timeout(200)
        boxes = many.locator(".ar-group").evaluate_all(
            "all => all.map(g => g.getBoundingClientRect()).map(b => [b.top, b.bottom])"
        )
        lines = many.locator(".ar-ref").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().top)"
        )
        assert len(boxes) == len(lines) == 500
        assert all(boxes[n][1] <= boxes[n + 1][0] for n in range(499))
        assert max(abs(box[0] - line) for box, line in zip(boxes, lines, strict=True)) <= FAR


def test_of_a_thousand_notes_in_the_margin_few_are_measured(
    many: Page, thousand_notes: str
) -> None:
    many.goto(f"{thousand_notes}{MANY}?notes=margin")
    rendered = many.locator(".ar-group-head").evaluate_all(
        "all => all.filter(one => one.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert 24 <= rendered < 250


@pytest.mark.parametrize("form", ["card", "margin", "inline", "list"])
@pytest.mark.parametrize("later", [False, True])
def test_a_link_finds_its_note_among_a_thousand(
    many: Page, thousand_notes: str, form: str, later: bool
) -> None:
    many.goto("about:blank")
    many.goto(f"{thousand_notes}{MANY}?notes={form}{'' if later else '#notes-s400'}")
    if later:
        many.evaluate("location.hash = '#notes-s400'")
    expect(many.locator("#notes-s400 .ar-lead").first).to_be_in_viewport()
    if form in ("margin", "inline"):
        expect(many.locator("#ref-s400")).to_be_in_viewport()


def test_stepping_through_a_list_of_a_thousand_notes_finds_each(
    many: Page, thousand_notes: str
) -> None:
    many.goto(f"{thousand_notes}{MANY}?notes=list")
    for _ in range(3):
        many.keyboard.press("[")
    expect(many.locator("#notes-s498 .ar-back")).to_be_focused()
    expect(many.locator("#notes-s498 .ar-back")).to_be_in_viewport()
