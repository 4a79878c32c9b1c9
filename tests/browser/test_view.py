"""Choosing a view: the five forms, what the address carries, filters, steps, reading first."""

import re
from itertools import pairwise

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.conftest import TEXT
from tests.browser.test_page import violations

FORMS = ["card", "margin", "inline", "list", "none"]


def _root(page: Page) -> Locator:
    return page.locator(".ar[data-text]")


def _choose(page: Page, label: str) -> None:
    """Choose something in the panel as a reader does: by its label."""
    panel = page.locator(".ar-view")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    panel.get_by_label(label).click()


@pytest.mark.parametrize("form", FORMS)
def test_the_address_carries_the_form(page: Page, site: str, form: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes={form}")
    expect(_root(page)).to_have_attribute("data-notes", form)
    assert page.locator(f"input[name=notes][value={form}]").is_checked()


def test_a_choice_goes_into_the_address_and_into_memory(text_page: Page) -> None:
    _choose(text_page, "in the margin")
    expect(_root(text_page)).to_have_attribute("data-notes", "margin")
    assert text_page.url.endswith("?notes=margin")
    text_page.goto(text_page.url.partition("?")[0])
    expect(_root(text_page)).to_have_attribute("data-notes", "margin")
    kept = text_page.evaluate(
        "Object.entries(localStorage).filter(([k]) => !k.includes('palette'))"
    )
    assert kept == [["annotated-reader.notes", "margin"]]


def test_reset_takes_everything_back(text_page: Page) -> None:
    _choose(text_page, "in the margin")
    _choose(text_page, "Gloss")
    text_page.get_by_role("button", name="Reset").click()
    expect(_root(text_page)).to_have_attribute("data-notes", "card")
    assert "?" not in text_page.url
    assert text_page.evaluate("localStorage.getItem('annotated-reader.notes')") is None


def test_what_the_address_says_wrongly_is_ignored(page: Page, site: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{site}{TEXT}?notes=<b>&kind=nonsense&read=%00&sheet=x&numbers=9&keys=y")
    expect(_root(page)).to_have_attribute("data-notes", "card")
    assert errors == []


@pytest.mark.parametrize("form", FORMS)
def test_every_note_is_in_the_page_in_every_form(page: Page, site: str, form: str) -> None:
    page.goto(site + TEXT)
    notes = page.locator(".ar-group .ar-note").evaluate_all("all => all.map(note => note.id)")
    page.goto(f"{site}{TEXT}?notes={form}")
    there = page.locator(".ar-group .ar-note").evaluate_all("all => all.map(note => note.id)")
    assert there == notes
    assert len(there) == len(set(there)) > 90


def test_without_notes_there_is_the_text_alone(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=none")
    expect(page.locator(".ar-note:visible, .ar-ref:visible, .ar-strip:visible")).to_have_count(0)
    expect(page.locator("#s20")).to_be_visible()


def test_in_the_list_a_control_leads_to_its_notes(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=list")
    page.locator("#ref-s20").click()
    expect(page.locator("#notes-s20")).to_be_in_viewport()
    expect(page.locator(".ar-card")).to_have_count(0)
    assert page.url.endswith("#notes-s20")


def test_in_the_text_a_control_opens_its_notes_behind_the_sentence(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?notes=inline")
    group = page.locator("#notes-s20")
    expect(group).to_be_hidden()
    page.locator("#ref-s20").focus()
    page.keyboard.press("Enter")
    expect(group).to_be_visible()
    expect(page.locator("#ref-s20")).to_have_attribute("aria-expanded", "true")
    assert group.evaluate(
        "group => group.parentElement.previousElementSibling.previousElementSibling.id === 's20'"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#notes-s20') !== null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(group).to_be_hidden()
    expect(page.locator("#ref-s20")).to_have_attribute("aria-expanded", "false")


# The margin


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
    expect(_root(margin)).to_have_attribute("data-notes", "card")
    margin.locator("#ref-s9").click()
    expect(margin.locator(".ar-card")).to_be_visible()
    margin.set_viewport_size({"width": 1280, "height": 900})
    expect(_root(margin)).to_have_attribute("data-notes", "margin")


# Between two lines of 16 px there are at least 8.
ONE_LINE = 24


@pytest.mark.parametrize("path", [TEXT, "texts/moby-dick-etymology.html"])
def test_numbers_in_the_margin_stand_on_one_line_with_what_they_begin(
    page: Page, site: str, path: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{path}?notes=margin")
    page.locator(".ar-tight #notes-s10 .ar-back").evaluate("number => (number.textContent = 110)")
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


# Lines under words


def _lines(page: Page) -> int:
    """Return under how many characters in a hundred a line is drawn that is meant to be seen."""
    share: float = page.evaluate(
        """() => {
            const shown = [...document.querySelectorAll('.ar-text .ar-mark')].filter(mark =>
                getComputedStyle(mark).textDecorationThickness !== '1px');
            const length = nodes => nodes.reduce((sum, node) => sum + node.textContent.length, 0);
            return 100 * length(shown) / length([...document.querySelectorAll('.ar-text .ar-s')]);
        }"""
    )
    return round(share)


def test_reading_has_few_lines_and_attention_brings_the_rest(text_page: Page) -> None:
    assert 5 < _lines(text_page) < 20
    style = "mark => getComputedStyle(mark).textDecoration"
    quiet = text_page.locator("#s2 .ar-mark.ar-tone-supported").first
    before = quiet.evaluate(style)
    text_page.locator("#ref-s2").hover()
    assert quiet.evaluate(style) != before
    text_page.mouse.move(5, 500)
    _choose(text_page, "A line under all words")
    assert _lines(text_page) > 50
    assert "marks=all" in text_page.url


def test_reading_first_no_line_tells_where_a_problem_is(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?read=first")
    assert _lines(page) == 0


# Filters


def _shown(page: Page) -> int:
    return page.locator(".ar-groups .ar-note:not([hidden])").count()


def test_the_numbers_behind_the_choices_are_those_of_the_notes(text_page: Page) -> None:
    _choose(text_page, "in a card")
    for kind in ("claim", "citation", "cross-reference", "gloss"):
        counted = text_page.locator(f".ar-groups .ar-note[data-kind={kind}]").count()
        box = text_page.locator(f"label:has(input[name=kind][value={kind}]) .ar-count")
        expect(box).to_have_text(str(counted))


def test_a_filter_hides_notes_marks_and_controls_and_counts_what_is_left(text_page: Page) -> None:
    everything = _shown(text_page)
    glosses = text_page.locator(".ar-groups .ar-note[data-kind=gloss]").count()
    _choose(text_page, "Gloss")
    assert _shown(text_page) == everything - glosses
    expect(text_page.locator(".ar-shown")).to_have_text(
        f"{everything - glosses} of {everything} notes shown"
    )
    assert "kind=claim" in text_page.url
    assert "kind=gloss" not in text_page.url
    for kind in ("Claim", "Citation", "Cross-reference"):
        _choose(text_page, kind)
    assert _shown(text_page) == 0
    expect(text_page.locator(".ar-ref:visible")).to_have_count(0)


def test_verdicts_filter_claims_only(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?verdict=contradicted")
    verdicts = page.locator(".ar-groups .ar-note:not([hidden])").evaluate_all(
        "all => [...new Set(all.map(note => note.dataset.verdict ?? ''))].sort()"
    )
    assert verdicts == ["", "contradicted"]


def test_a_card_shows_what_the_filter_leaves(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=claim&verdict=contradicted")
    page.locator("#ref-s20").click()
    notes = page.locator(".ar-card .ar-note")
    assert notes.count() == page.locator("#notes-s20 .ar-note:not([hidden])").count() == 1


def test_a_link_to_a_note_wins_over_a_filter(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?kind=gloss#notes-s20")
    expect(page.locator("#notes-s20")).to_be_in_viewport()


# From note to note


def test_buttons_and_brackets_go_from_note_to_note(text_page: Page) -> None:
    text_page.get_by_role("button", name="Next note").first.click()
    expect(text_page.locator("#ref-s0")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_be_visible()
    text_page.keyboard.press("]")
    expect(text_page.locator("#ref-s1")).to_be_focused()
    text_page.keyboard.press("[")
    text_page.keyboard.press("[")
    expect(text_page.locator("#ref-s21")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_have_count(1)


def test_steps_go_on_from_inside_a_card(text_page: Page) -> None:
    text_page.locator("#ref-s7").click()
    text_page.locator(".ar-card [data-do=next]").click()
    expect(text_page.locator("#ref-s8")).to_be_focused()
    expect(text_page.locator(".ar-card")).to_have_attribute("aria-label", "Notes on sentence 8")


def test_the_keys_can_be_switched_off(text_page: Page) -> None:
    _choose(text_page, "Keys [ and ]")
    text_page.locator("#ref-s7").focus()
    text_page.keyboard.press("]")
    expect(text_page.locator("#ref-s7")).to_be_focused()
    assert "keys=off" in text_page.url


# Reading first


@pytest.fixture
def veiled(page: Page, site: str) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?read=first")
    return page


def test_reading_first_hides_verdicts_from_eye_and_ear(veiled: Page) -> None:
    expect(veiled.locator(".ar-verdict:visible, .ar-lead:visible").first).not_to_have_class("x")
    visible = veiled.locator(".ar-note[data-kind=claim] :is(.ar-verdict, .ar-lead):visible")
    expect(visible).to_have_count(0)
    labels = veiled.locator("[aria-label]").evaluate_all("all => all.map(e => e.ariaLabel)")
    told = re.compile("supported|contradicted|disputed|needs context|unverified|not checkable")
    assert [label for label in labels if told.search(label.lower())] == []
    badge = "e => getComputedStyle(e, '::after').content"
    assert veiled.locator("#ref-s20").evaluate(badge) == "none"


def test_one_claim_can_be_shown_alone(veiled: Page) -> None:
    veiled.locator("#ref-s20").click()
    note = veiled.locator(".ar-card .ar-note[data-kind=claim]").first
    expect(note.locator(".ar-lead")).to_be_hidden()
    note.get_by_role("button", name="Show this note").click()
    expect(note.locator(".ar-lead")).to_be_visible()
    expect(note).to_be_focused()
    expect(veiled.locator(".ar-veil:visible")).not_to_have_count(0)


def test_all_verdicts_are_shown_when_asked_for(veiled: Page) -> None:
    veiled.get_by_role("button", name="Show the verdicts").first.click()
    expect(veiled.locator(".ar-veil")).to_have_count(0)
    expect(veiled.locator("#notes-s20 .ar-verdict").first).to_be_visible()
    expect(veiled.locator(".ar-said")).to_have_text("The verdicts are shown now.")
    assert veiled.evaluate("document.activeElement !== document.body")


def test_whoever_has_read_to_the_end_sees_the_verdicts(browser: object, site: str) -> None:
    context: BrowserContext = browser.new_context(  # type: ignore[attr-defined]
        viewport={"width": 1280, "height": 700}
    )
    page = context.new_page()
    page.clock.install()
    page.goto(f"{site}{TEXT}?read=first")
    page.locator(".ar-end").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    expect(_root(page)).to_have_attribute("data-read", "first")
    page.mouse.wheel(0, -3000)
    page.clock.fast_forward(120_000)
    page.locator(".ar-end").scroll_into_view_if_needed()
    expect(_root(page)).to_have_attribute("data-read", "open")
    context.close()


def test_without_script_nothing_is_hidden(browser: object, site: str) -> None:
    context: BrowserContext = browser.new_context(  # type: ignore[attr-defined]
        java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{site}{TEXT}?read=first&notes=none")
    assert page.locator(".ar-groups .ar-note:visible").count() > 90
    expect(page.locator(".ar-tools")).to_be_hidden()
    context.close()


# The strip, the arcs, and the tools of a sentence


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
    arcs = text_page.locator(".ar-arcs path").count()
    assert arcs == text_page.locator(".ar-arc-list a").count() > 5
    box = text_page.locator(".ar-arcs svg").bounding_box()
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
    _choose(text_page, "A number at every sentence")
    expect(_root(text_page)).to_have_attribute("data-numbers", "on")
    assert "numbers=on" in text_page.url


# Paper


def test_a_handout_can_do_without_numbers(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=unnumbered")
    page.emulate_media(media="print")
    expect(page.locator(".ar-ref:visible")).to_have_count(0)
    assert page.locator(".ar-notes .ar-note:visible").count() > 90
    page.goto(f"{site}{TEXT}")
    expect(page.locator("#ref-s20")).to_be_visible()


def test_paper_is_white_while_the_screen_is_dark(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    page.locator("label[for=__palette_1]").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.emulate_media(media="print")
    assert violations(page, ".ar", apart_from="target-size") == []
    ink = "e => getComputedStyle(e).color"
    assert page.locator(".ar-text").evaluate(ink) == "rgb(0, 0, 0)"


def test_what_is_folded_is_on_paper(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    expect(page.locator(".ar-arc-list a").first).to_be_hidden()
    page.emulate_media(media="print")
    expect(page.locator(".ar-arc-list a").first).to_be_visible()


def test_a_worksheet_has_questions_and_no_notes(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?sheet=worksheet")
    page.emulate_media(media="print")
    expect(page.locator(".ar-worksheet li")).to_have_count(5)
    expect(page.locator(".ar-worksheet")).to_be_visible()
    expect(page.locator(":is(.ar-description, .ar-counts):visible")).to_have_count(0)
    expect(page.locator(".ar-note:visible")).to_have_count(0)
    expect(page.locator("#s20")).to_be_visible()


@pytest.mark.parametrize("form", ["card", "margin", "inline", "list"])
def test_paper_has_every_note_in_every_form(page: Page, site: str, form: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{site}{TEXT}?notes={form}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    notes = page.locator(".ar-notes .ar-note")
    assert page.locator(".ar-notes .ar-note:visible").count() == notes.count() > 90
    assert page.locator(".ar-notes .ar-body:visible").count() == page.locator(".ar-body").count()
    expect(page.locator(".ar-tools:visible, .ar-strip:visible, .md-header:visible")).to_have_count(
        0
    )


# Accessibility of the views


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize(
    "query", ["?notes=margin", "?notes=inline", "?notes=list", "?read=first", "?sheet=worksheet"]
)
def test_axe_finds_nothing_in_any_view(page: Page, site: str, query: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(site + TEXT + query)
    page.locator(".ar-view summary").click()
    page.locator("#ref-s9").click()
    page.mouse.move(1, 1)
    assert violations(page, ".ar-head", ".ar-text", ".ar-notes") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_on_paper(page: Page, site: str) -> None:
    page.goto(site + TEXT)
    page.emulate_media(media="print")
    # Nobody taps on paper.
    assert violations(page, ".ar", apart_from="target-size") == []
