"""The page of sources: its orders with script, its order without, and evil sources."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.browser import other_sites
from tests.browser.conftest import built, served
from tests.browser.test_page import violations

EVIL = Path(__file__).parents[1] / "bibliography/fixtures/evil.yml"
SOURCES = "sources.html"
PLACES = ":is(.ar-notes, .ar-card, .ar-source-groups)"
"""Where words of sources stand."""


def _headings(page: Page) -> list[str]:
    return page.locator(".ar-source-groups h2").all_inner_texts()


def test_without_script_there_is_one_order_and_no_choice(browser: Any, site: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + SOURCES)
    expect(page.locator(".ar-sort")).to_be_hidden()
    headings = _headings(page)
    assert headings == sorted(headings)
    assert page.locator(".ar-entry").count() > 60
    context.close()


def test_sorting_moves_every_entry_and_loses_none(page: Page, site: str) -> None:
    page.goto(site + SOURCES)
    before = set(page.locator(".ar-entry").evaluate_all("all => all.map(e => e.id)"))
    served = page.locator(".ar-entry").evaluate_all("all => all.map(e => e.id)")
    for order in ("date", "type", "cited"):
        page.locator(".ar-sort select").select_option(order)
        ids = page.locator(".ar-entry").evaluate_all("all => all.map(e => e.id)")
        assert set(ids) == before
        assert ids != served
        headings = _headings(page)
        assert len(headings) == len(set(headings))
        assert page.url.endswith(f"?sort={order}")
    page.locator(".ar-sort select").select_option("author")
    assert page.locator(".ar-entry").evaluate_all("all => all.map(e => e.id)") == served
    assert page.url.endswith(SOURCES)


def test_dates_go_from_old_to_new_and_the_undated_come_last(page: Page, site: str) -> None:
    page.goto(f"{site}{SOURCES}?sort=date")
    headings = _headings(page)
    assert headings[-1] == "undated"
    assert headings[:-1] == sorted(headings[:-1])


def test_an_address_carries_the_order_and_the_entry(page: Page, site: str) -> None:
    page.goto(site + SOURCES)
    last = page.locator(".ar-entry").last.get_attribute("id")
    page.goto(f"{site}{SOURCES}?sort=cited#{last}")
    expect(page.locator(f"#{last}")).to_be_in_viewport()
    expect(page.locator(".ar-sort select")).to_have_value("cited")


def test_an_order_that_is_not_there_is_that_of_the_page(page: Page, site: str) -> None:
    page.goto(f"{site}{SOURCES}?sort=<b>")
    expect(page.locator(".ar-sort select")).to_have_value("author")


def test_axe_finds_nothing_after_sorting(page: Page, site: str) -> None:
    page.goto(f"{site}{SOURCES}?sort=type")
    expect(page.locator(".ar-sort")).to_be_visible()
    assert violations(page) == []


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site whose sources are evil, without a policy that would stop them."""
    root = other_sites.right_to_left(tmp_path_factory.mktemp("evil"))
    settings = root / "mkdocs.yml"
    content = settings.read_text(encoding="utf-8")
    settings.write_text(content.replace("security_policy: true", "security_policy: false"))
    notes = "notes:\n" + "".join(
        f"- {{at: s{n}, kind: citation, lead: x, sources: [{{source: e{n}}}]}}\n" for n in (1, 2, 3)
    )
    (root / "annotations/haqq/notes.yml").write_text(notes, encoding="utf-8")
    evil = EVIL.read_text(encoding="utf-8")
    (root / "annotations/sources.yml").write_text(evil, encoding="utf-8")
    yield from served(built(root, tmp_path_factory.mktemp("evil-site")))


@pytest.mark.parametrize("path", [SOURCES, "sources.html?sort=type", "texts/haqq.html"])
def test_evil_sources_stay_words(page: Page, evil: str, path: str) -> None:
    acted: list[str] = []

    def note(dialog: Dialog) -> None:
        acted.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(evil + path, wait_until="networkidle")
    for link in page.locator(".ar a, .ar-entry").all():
        link.dispatch_event("mouseover")
    for control in page.locator(".ar-ref:not(.ar-bare)").all():
        control.click()
        page.keyboard.press("Escape")
    assert acted == []
    assert [url for url in asked if not url.startswith((evil, "data:", "blob:"))] == []
    active = page.locator(
        f"{PLACES} :is(img, iframe, svg, base, meta, style, [onclick], [onerror])"
    )
    assert active.count() == 0
    hrefs = page.locator(".ar a").evaluate_all("all => all.map(a => a.href)")
    assert [href for href in hrefs if not href.startswith(("http://", "https://"))] == []
