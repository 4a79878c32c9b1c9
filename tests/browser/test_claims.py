"""The claims page in a browser: choosing, sorting, the address, paper, no script, swapped pages."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_page import violations

ALL = ["lake-note-depth", "lake-n2a", "lake-n3a", "lake-note-winter", "lake-2-n2a"]


@pytest.fixture
def claims(page: Page, three_texts: str) -> Page:
    """The claims page of the site of several texts."""
    page.goto(f"{three_texts}claims.html")
    return page


def _shown(page: Page) -> list[str]:
    ids: list[str] = page.locator(".ar-claim:visible").evaluate_all(
        "claims => claims.map((claim) => claim.id.slice('claim-'.length))"
    )
    return ids


def _counts(page: Page, facet: str) -> dict[str, str]:
    found: dict[str, str] = page.locator(f"[data-facet={facet}] label").evaluate_all(
        "labels => Object.fromEntries(labels.map((label) => "
        "[label.control.value, label.querySelector('.ar-count').textContent]))"
    )
    return found


def test_nothing_chosen_shows_everything(claims: Page) -> None:
    assert _shown(claims) == ALL
    expect(claims.get_by_role("status")).to_have_text("5 of 5 claims shown")
    assert "?" not in claims.url


def test_choices_add_up_within_a_group_and_narrow_across_groups(claims: Page) -> None:
    claims.get_by_label("Contradicted").check()
    assert _shown(claims) == ["lake-note-depth"]
    claims.get_by_label("Unverified").check()
    assert _shown(claims) == ["lake-note-depth", "lake-2-n2a"]
    claims.get_by_label("Lake 2").check()
    assert _shown(claims) == ["lake-2-n2a"]
    expect(claims.get_by_role("status")).to_have_text("1 of 5 claims shown")
    assert claims.url.endswith("?verdict=contradicted&verdict=unverified&text=lake-2")


def test_counts_are_of_what_a_choice_would_show(claims: Page) -> None:
    assert _counts(claims, "by") == {"ann": "3", "ben": "2", "cay": "1"}
    assert _counts(claims, "status") == {"current": "4", "withdrawn": "1"}
    claims.get_by_label("ann", exact=False).check()
    assert _counts(claims, "by") == {"ann": "3", "ben": "2", "cay": "1"}
    assert _counts(claims, "verdict") == {
        "supported": "1",
        "contradicted": "1",
        "unverified": "1",
        "not-checkable": "0",
    }


def test_texts_of_which_nothing_is_shown_step_aside(claims: Page) -> None:
    expect(claims.locator("h2:visible")).to_have_count(3)
    claims.get_by_label("Weak source").check()
    expect(claims.locator("h2:visible")).to_have_text(["The lake"])
    expect(claims.locator(".ar-checked > li")).to_have_count(3)


ORDERS = {
    "by verdict": ["lake-note-depth", "lake-2-n2a", "lake-n2a", "lake-note-winter", "lake-n3a"],
    "by reason": ["lake-2-n2a", "lake-note-depth", "lake-n2a", "lake-n3a", "lake-note-winter"],
    "by reviewer": ["lake-n3a", "lake-2-n2a", "lake-note-depth", "lake-n2a", "lake-note-winter"],
    "last checked first": [
        *("lake-note-winter", "lake-note-depth", "lake-2-n2a", "lake-n2a", "lake-n3a")
    ],
    "longest unchecked first": [
        *("lake-n3a", "lake-n2a", "lake-note-depth", "lake-2-n2a", "lake-note-winter")
    ],
}


@pytest.mark.parametrize(("label", "ids"), ORDERS.items())
def test_sorted_claims_are_one_list_that_names_the_texts(
    claims: Page, label: str, ids: list[str]
) -> None:
    claims.get_by_label(label).check()
    assert _shown(claims) == ids
    expect(claims.locator("h2:visible")).to_have_count(0)
    expect(claims.locator("#claim-lake-2-n2a .ar-label")).to_have_text("Lake 2, 2a")
    claims.get_by_label("as in the texts").check()
    assert _shown(claims) == ALL
    expect(claims.locator("h2:visible")).to_have_count(3)
    assert "?" not in claims.url


def test_the_address_brings_the_choice_back(claims: Page) -> None:
    claims.get_by_label("ben", exact=False).check()
    claims.get_by_label("last checked first").check()
    shown = _shown(claims)
    assert shown == ["lake-note-depth", "lake-n2a"]
    claims.goto(claims.url)
    assert _shown(claims) == shown
    claims.get_by_role("button", name="Reset").click()
    expect(claims.get_by_role("status")).to_have_text("5 of 5 claims shown")
    assert _shown(claims) == ALL
    assert "?" not in claims.url


def test_what_the_address_says_wrongly_is_ignored(page: Page, three_texts: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{three_texts}claims.html?verdict=<b>&sort=%22%5D&by=&text=none&x=1")
    assert _shown(page) == ALL
    assert errors == []


def test_without_a_script_everything_is_there(browser: Any, three_texts: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{three_texts}claims.html?verdict=contradicted")
    expect(page.locator(".ar-claim:visible")).to_have_count(len(ALL))
    expect(page.locator(".ar-claim-choices")).to_be_hidden()
    page.get_by_text("In its context").first.click()
    expect(page.locator(".ar-neighbour").first).to_be_visible()
    context.close()


def test_paper_has_the_choice_and_not_the_form(claims: Page) -> None:
    claims.get_by_label("Contradicted").check()
    claims.emulate_media(media="print")
    assert _shown(claims) == ["lake-note-depth"]
    expect(claims.get_by_text("1 of 5 claims shown")).to_be_visible()
    expect(claims.locator(".ar-claim-choices input:visible")).to_have_count(0)
    expect(claims.locator(".ar-claim-choices button:visible")).to_have_count(0)


def test_the_print_button_prints(claims: Page) -> None:
    claims.evaluate("globalThis.print = () => { globalThis.printed = true; }")
    claims.get_by_role("button", name="Print these claims").click()
    assert claims.evaluate("globalThis.printed") is True


def test_it_works_again_and_again_where_the_theme_swaps_pages(page: Page, three_texts: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{three_texts}index.html")
    # The theme swaps pages once it has the list of them; until then it loads them.
    page.wait_for_load_state("networkidle")
    page.evaluate("globalThis.kept = true")
    for _ in range(2):
        page.locator("nav a:visible", has_text="Claims").first.click()
        # The page before has labels with this word, too: the choices are on the new one alone.
        page.locator(".ar-claim-choices").get_by_label("Contradicted").check()
        expect(page.get_by_role("status")).to_have_text("1 of 5 claims shown")
        assert _shown(page) == ["lake-note-depth"]
        page.locator("#claim-lake-note-depth .ar-label").click()
        expect(page.locator("#note-depth")).to_be_attached()
    assert page.evaluate("globalThis.kept") is True
    assert errors == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("path", ["claims.html", "cross-references.html"])
def test_axe_finds_nothing_and_nothing_runs_over(
    browser: Any, three_texts: str, path: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(three_texts + path)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_bars_are_drawn_and_as_long_as_their_shares(claims: Page) -> None:
    bar = claims.locator(".ar-bar").first
    whole = bar.bounding_box()
    parts = bar.locator("svg").evaluate_all("all => all.map((one) => one.getBBox().width)")
    assert whole
    assert whole["height"] < 40
    assert [round(6 * part / whole["width"]) for part in parts] == [2, 1, 1, 2]
