"""Lines under words: few for reading, all with attention or when they are asked for."""

from playwright.sync_api import Page

from tests.browser.conftest import TEXT
from tests.browser.views import choose


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
    choose(text_page, "A line under all words")
    assert _lines(text_page) > 50
    assert "marks=all" in text_page.url


def test_reading_first_no_line_tells_where_a_problem_is(page: Page, site: str) -> None:
    page.goto(f"{site}{TEXT}?read=first")
    assert _lines(page) == 0
