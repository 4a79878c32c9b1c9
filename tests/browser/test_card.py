"""The card of a sentence: opening, staying, closing, for mouse, keyboard and touch."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

OPEN_AFTER = 250
CLOSE_AFTER = 300
CONTROL = "#ref-s20"


def _card(page: Page) -> Locator:
    return page.locator(".ar-card")


def _expect_notes_on_the_president(page: Page) -> None:
    card = _card(page)
    expect(card).to_be_visible()
    first = card.locator(".ar-note").first
    expect(first.locator(".ar-verdict")).to_contain_text("Contradicted")
    expect(first.locator(".ar-words")).to_have_text("beat the president")
    expect(first.locator(".ar-lead")).to_contain_text("Speaker")
    links = first.locator("a.ar-source")
    assert links.count() >= 2
    for link in links.all():
        assert re.match(r"https?://[^/]+/", link.get_attribute("href") or "")
        assert "noopener" in (link.get_attribute("rel") or "")


def test_hover_opens_the_card_after_its_delay(text_page: Page) -> None:
    text_page.locator(CONTROL).hover()
    text_page.wait_for_timeout(OPEN_AFTER - 150)
    expect(_card(text_page)).to_have_count(0)
    _expect_notes_on_the_president(text_page)


def test_hovering_the_quoted_words_opens_it_with_their_note_first(text_page: Page) -> None:
    text_page.get_by_text("reportedly ransacked the prime minister").first.hover()
    card = _card(text_page)
    expect(card).to_be_visible()
    expect(card.locator(".ar-note").first.locator(".ar-words")).to_contain_text("ransacked")
    expect(card.locator(".ar-note").first).to_have_class(re.compile("ar-emphasised"))


def test_passing_over_a_control_opens_nothing(text_page: Page) -> None:
    text_page.locator(CONTROL).hover()
    text_page.mouse.move(5, 500)
    text_page.wait_for_timeout(OPEN_AFTER + 100)
    expect(_card(text_page)).to_have_count(0)


def test_the_pointer_may_enter_the_card_and_leaving_closes_it(text_page: Page) -> None:
    text_page.locator(CONTROL).hover()
    card = _card(text_page)
    card.wait_for()
    card.locator(".ar-lead").first.hover()
    text_page.wait_for_timeout(CLOSE_AFTER + 200)
    expect(card).to_be_visible()
    text_page.mouse.move(5, 300)
    text_page.wait_for_timeout(CLOSE_AFTER - 200)
    expect(card).to_be_visible()
    expect(card).to_have_count(0)


def test_with_a_card_open_the_next_opens_at_once(text_page: Page) -> None:
    text_page.locator(CONTROL).hover()
    _card(text_page).wait_for()
    text_page.locator("#ref-s19").hover(force=True)
    expect(_card(text_page)).to_have_attribute("aria-label", "Notes on sentence 19", timeout=150)
    expect(_card(text_page)).to_have_count(1)


def test_escape_closes_a_hovered_card_under_a_resting_pointer(text_page: Page) -> None:
    text_page.locator(CONTROL).hover()
    _card(text_page).wait_for()
    text_page.keyboard.press("Escape")
    expect(_card(text_page)).to_have_count(0)
    text_page.wait_for_timeout(OPEN_AFTER + 200)
    expect(_card(text_page)).to_have_count(0)


def test_click_pins_and_a_second_click_closes(text_page: Page) -> None:
    text_page.locator(CONTROL).click()
    _expect_notes_on_the_president(text_page)
    text_page.mouse.move(5, 300)
    text_page.wait_for_timeout(CLOSE_AFTER + 200)
    expect(_card(text_page)).to_be_visible()
    assert "#notes-s20" not in text_page.url
    text_page.locator(CONTROL).click()
    expect(_card(text_page)).to_have_count(0)


def test_a_click_elsewhere_closes_a_pinned_card(text_page: Page) -> None:
    text_page.locator(CONTROL).click()
    _card(text_page).wait_for()
    text_page.mouse.click(5, 500)
    expect(_card(text_page)).to_have_count(0)


def test_a_pinned_card_does_not_give_way_to_hover(text_page: Page) -> None:
    text_page.locator(CONTROL).click()
    text_page.locator("#ref-s19").hover()
    text_page.wait_for_timeout(OPEN_AFTER + 100)
    expect(_card(text_page)).to_have_attribute("aria-label", "Notes on sentence 20")


def _tab_to(page: Page, control: str) -> None:
    """Focus a control as the keyboard does."""
    page.evaluate(
        "id => { const all = [...document.querySelectorAll('.ar-ref')];"
        "const at = all.findIndex(ref => ref.matches(id));"
        "all[at - 1].focus(); }",
        control,
    )
    page.keyboard.press("Tab")
    expect(page.locator(control)).to_be_focused()


def test_focus_opens_the_card_and_escape_gives_focus_back(text_page: Page) -> None:
    text_page.locator("#ref-s19").focus()
    text_page.keyboard.press("Escape")
    text_page.keyboard.press("Tab")
    expect(text_page.locator(CONTROL)).to_be_focused()
    _expect_notes_on_the_president(text_page)
    expect(text_page.locator(CONTROL)).to_have_attribute("aria-expanded", "true")
    text_page.keyboard.press("Escape")
    expect(_card(text_page)).to_have_count(0)
    expect(text_page.locator(CONTROL)).to_be_focused()
    expect(text_page.locator(CONTROL)).to_have_attribute("aria-expanded", "false")


def test_tab_goes_from_sentence_to_sentence(text_page: Page) -> None:
    text_page.locator("#ref-s1").focus()
    for number in range(2, 22):
        text_page.keyboard.press("Tab")
        expect(text_page.locator(f"#ref-s{number}")).to_be_focused()
        expect(_card(text_page)).to_have_attribute("aria-label", f"Notes on sentence {number}")
    expect(_card(text_page)).to_have_count(1)


def test_enter_and_tab_lead_through_every_link_of_the_card_and_on(text_page: Page) -> None:
    _tab_to(text_page, CONTROL)
    text_page.keyboard.press("Enter")
    # The tools are one stop.
    links = _card(text_page).locator("a[href]:visible, .ar-close, [data-do][tabindex='0']").count()
    for _ in range(links):
        text_page.keyboard.press("Tab")
        assert text_page.evaluate("document.activeElement.closest('.ar-card') !== null")
    text_page.keyboard.press("Tab")
    expect(text_page.locator("#ref-s21")).to_be_focused()


def test_enter_moves_into_the_card(text_page: Page) -> None:
    _tab_to(text_page, CONTROL)
    text_page.keyboard.press("Enter")
    expect(_card(text_page)).to_be_focused()
    text_page.keyboard.press("Tab")
    expect(_card(text_page).get_by_role("button", name="Close the notes")).to_be_focused()
    text_page.keyboard.press("Escape")
    expect(text_page.locator(CONTROL)).to_be_focused()


def test_tabbing_away_closes_the_card(text_page: Page) -> None:
    _tab_to(text_page, CONTROL)
    text_page.locator("#ref-s20").evaluate(
        "ref => document.querySelector('.md-search__input').focus()"
    )
    expect(_card(text_page)).to_have_count(0)


def test_the_close_button_gives_focus_back(text_page: Page) -> None:
    text_page.locator(CONTROL).click()
    _card(text_page).get_by_role("button", name="Close the notes").click()
    expect(_card(text_page)).to_have_count(0)
    expect(text_page.locator(CONTROL)).to_be_focused()


def test_tap_opens_a_sheet_and_the_same_tap_closes_it(phone: Page) -> None:
    phone.locator(CONTROL).tap()
    _expect_notes_on_the_president(phone)
    box = _card(phone).bounding_box()
    control = phone.locator(CONTROL).bounding_box()
    assert box is not None
    assert control is not None
    assert (box["x"], box["width"]) == (0, 360)
    assert abs(box["y"] + box["height"] - 740) < 1
    assert control["y"] + control["height"] <= box["y"]
    phone.locator(CONTROL).tap()
    expect(_card(phone)).to_have_count(0)


def test_a_tap_elsewhere_closes_the_sheet(phone: Page) -> None:
    phone.locator(CONTROL).tap()
    _card(phone).wait_for()
    phone.touchscreen.tap(180, 24)
    expect(_card(phone)).to_have_count(0)


@pytest.mark.parametrize("number", range(22))
def test_every_card_stays_on_the_screen(text_page: Page, number: int) -> None:
    text_page.locator(f"#ref-s{number}").click()
    box = _card(text_page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 900


def test_without_anchor_positioning_the_card_stands_beside_its_words(
    restyled: Page, site: str
) -> None:
    restyled.set_viewport_size({"width": 1280, "height": 900})
    restyled.add_init_script(
        "const known = CSS.supports; CSS.supports = (...words) =>"
        " words[0] !== 'position-area' && known.apply(CSS, words);"
    )
    restyled.goto(f"{site}texts/9-november-agreement.html")
    restyled.add_style_tag(
        content=".ar-card { position-area: none !important; right: auto !important; justify-self: auto; }"
    )
    restyled.locator(CONTROL).click()
    card, control = _card(restyled).bounding_box(), restyled.locator(CONTROL).bounding_box()
    assert card is not None
    assert control is not None
    assert 0 <= card["x"] <= control["x"] <= card["x"] + card["width"] <= 1280
    above = control["y"] - card["y"] - card["height"]
    below = card["y"] - control["y"] - control["height"]
    assert 0 <= max(above, below) <= 20


def test_a_card_has_no_ids_and_no_links_back(text_page: Page) -> None:
    text_page.locator(CONTROL).click()
    assert _card(text_page).locator("[id], [role=doc-backlink]").count() == 0
    twice = text_page.evaluate(
        "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
        " return ids.filter((id, n) => ids.indexOf(id) !== n && id.startsWith('n')); }"
    )
    assert twice == []


def test_selecting_marked_words_opens_nothing(text_page: Page) -> None:
    mark = text_page.get_by_text("beat the president", exact=True).first
    box = mark.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    text_page.mouse.move(box["x"] + 2, middle)
    text_page.mouse.down()
    text_page.mouse.move(box["x"] + box["width"] - 4, middle, steps=4)
    text_page.mouse.up()
    assert "the presiden" in text_page.evaluate("getSelection().toString()")
    expect(_card(text_page)).not_to_have_class(re.compile("ar-pinned")) if _card(
        text_page
    ).count() else None
