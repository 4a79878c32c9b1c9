"""The page around the card: no script, paper, privacy, width, accessibility, straight from disk."""

import re
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import TEXT

PAGES = [
    *(TEXT, "texts/index.html", "texts/moby-dick-etymology.html", "claims.html", "sources.html"),
    *("index.html", "about-the-text.html", "chronology.html", "glossary.html", "for-teachers.html"),
]
ALL_PAGES = [
    *PAGES,
    *("contribute.html", "cross-references.html", "how-to-read.html", "make-your-own.html"),
    *("principles.html", "problems/index.html", "problems/R101.html"),
]
WIDTHS = [1280, 768, 360, 320]


def test_without_script_the_control_leads_to_the_notes(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + TEXT)
    page.locator("#ref-s20").click()
    assert page.url.endswith("#notes-s20")
    group = page.locator("#notes-s20")
    expect(group).to_be_in_viewport()
    expect(group).to_contain_text("The man beaten was the Speaker of Parliament")
    assert group.locator("a.ar-source").count() >= 2
    group.locator("[role=doc-backlink]").click()
    expect(page.locator("#ref-s20")).to_be_in_viewport()
    context.close()


def test_paper_has_every_note_and_the_addresses_of_its_sources(text_page: Page) -> None:
    on_screen = text_page.locator(".ar-notes .ar-note").count()
    text_page.emulate_media(media="print")
    assert text_page.locator(".ar-notes .ar-note:visible").count() == on_screen > 40
    printed = text_page.locator(".ar-notes a.ar-source").first.evaluate(
        "link => getComputedStyle(link, '::after').content"
    )
    assert "http" in printed


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_asked_of_another_host(page: Page, site: str, path: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(site + path, wait_until="networkidle")
    if path == TEXT:
        page.locator("#ref-s20").hover()
        page.locator(".ar-card").wait_for()
    assert len(asked) > 3
    assert [url for url in asked if not url.startswith((site, "data:", "blob:"))] == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(page: Page, site: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + path)
    if path == TEXT:
        page.locator("#ref-s20").click()
        page.locator(".ar-card").wait_for()
        card = page.locator(".ar-card")
        assert card.evaluate("card => card.scrollWidth <= card.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_letter_spacing_breaks_nothing(restyled: Page, site: str) -> None:
    """WCAG 1.4.12: the spacing that a reader may set."""
    restyled.set_viewport_size({"width": 320, "height": 800})
    restyled.goto(site + TEXT)
    restyled.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: 0.12em !important;"
        " word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
    )
    restyled.locator("#ref-s20").click()
    restyled.locator(".ar-card").wait_for()
    assert restyled.evaluate("document.documentElement.scrollWidth") <= 320


def violations(page: Page, *parts: str, apart_from: str = "") -> list[str]:
    """Return what axe-core finds in a page, or in some parts of it, but for one rule."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    context = {"include": [[part] for part in parts]} if parts else None
    results = Axe().run(page, context=context, options={"runOnly": tags})
    return [
        f"{violation['id']}: {node['target']} {node['html'][:120]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
        if violation["id"] != apart_from
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 320)])
@pytest.mark.parametrize("path", ALL_PAGES)
def test_axe_finds_nothing(browser: Any, site: str, path: str, scheme: str, width: int) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(site + path)
    assert violations(page) == []
    context.close()


def test_axe_is_asked_about_every_page(site_folder: Path) -> None:
    there = {path.relative_to(site_folder).as_posix() for path in site_folder.rglob("*.html")}
    # Pages of messages are all alike; the page of a wrong address has its styles only at that
    # of the site.
    alike = {page for page in there if page.startswith("problems/R")} - {"problems/R101.html"}
    assert there - alike - {"404.html"} == {*ALL_PAGES}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_with_a_card_open(
    browser: Any, site: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(site + TEXT)
    for control in ("#ref-s0", "#ref-s20"):
        page.locator(control).click()
        page.locator(".ar-card").wait_for()
        assert violations(page, ".ar-head", ".ar-text") == []
        page.keyboard.press("Escape")
    context.close()


def test_controls_are_large_enough_to_hit(phone: Page) -> None:
    """WCAG 2.5.8: 24 by 24 px."""
    for control in phone.locator(".ar-ref").all():
        box = control.bounding_box()
        assert box is not None
        assert box["width"] >= 24
        assert box["height"] >= 24


def test_a_control_never_stands_alone_at_the_start_of_a_line(text_page: Page) -> None:
    alone = text_page.evaluate(
        """() => [...document.querySelectorAll('.ar-ref')].filter(ref => {
            const range = document.createRange();
            const words = ref.previousElementSibling;
            range.selectNodeContents(words);
            const rects = range.getClientRects();
            const last = rects[rects.length - 1];
            const own = ref.getBoundingClientRect();
            return own.top > last.bottom;
        }).map(ref => ref.id)"""
    )
    assert alone == []


def test_a_link_to_a_sentence_shows_it(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}#s20")
    sentence = page.locator("#s20")
    expect(sentence).to_be_in_viewport()
    glow = sentence.evaluate("element => getComputedStyle(element).backgroundColor")
    other = page.locator("#s19").evaluate("element => getComputedStyle(element).backgroundColor")
    assert glow != other
    header = page.locator(".md-header").bounding_box()
    box = sentence.bounding_box()
    assert header is not None
    assert box is not None
    assert box["y"] >= header["y"] + header["height"]


def test_copied_text_has_no_numbers_of_notes_in_it(text_page: Page) -> None:
    copied = text_page.evaluate(
        "() => { const range = document.createRange();"
        " range.selectNodeContents(document.querySelector('.ar-text'));"
        " getSelection().removeAllRanges(); getSelection().addRange(range);"
        " return getSelection().toString(); }"
    )
    assert "monitor the ceasefire. The Russian" in re.sub(r"\s+", " ", copied)


def test_from_disk_there_is_no_button_for_a_search_that_cannot_work(
    page: Page, site: str, site_folder: Path
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    button = page.locator(".md-header__button[for=__search]")
    page.goto((site_folder / TEXT).as_uri())
    expect(button).to_be_hidden()
    page.goto(site + TEXT)
    expect(button).to_be_visible()


def test_links_in_notes_are_large_enough_to_tap(phone: Page) -> None:
    phone.locator("#ref-s9").tap()
    for link in phone.locator(".ar-card :is(.ar-cite, .ar-source, .ar-references a)").all():
        heights = link.evaluate("link => [...link.getClientRects()].map(box => box.height)")
        assert min(heights) >= 24


def test_works_straight_from_disk(page: Page, site_folder: Path) -> None:
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto((site_folder / TEXT).as_uri())
    page.locator("#ref-s20").hover()
    expect(page.locator(".ar-card")).to_contain_text("Speaker")
    page.locator(".ar-card a.ar-cite").first.click()
    assert "sources.html#source-" in page.url
    expect(page.locator(":target")).to_be_in_viewport()
    assert problems == []


def test_instant_navigation_leaves_no_card_behind(page: Page, site: str) -> None:
    """The theme may swap pages without loading them; what it calls is `document$`."""
    page.goto(site + TEXT)
    page.locator("#ref-s20").click()
    page.locator(".ar-card").wait_for()
    page.evaluate("document.querySelector('.md-content').innerHTML = '<p>Another page</p>'")
    expect(page.locator(".ar-card")).to_have_count(0)
    page.keyboard.press("Escape")
    page.mouse.click(5, 500)
    assert page.evaluate("document.body.innerText.includes('Another page')")


def test_reduced_motion_is_respected(browser: Any, site: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site + TEXT)
    page.locator("#ref-s20").click()
    name = page.locator(".ar-card").evaluate("card => getComputedStyle(card).animationName")
    assert name == "none"
    context.close()
