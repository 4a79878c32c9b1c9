"""What the shipped site forbids, and what its search finds."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TEXT

PAGES = [TEXT, "texts/index.html", "claims.html", "sources.html", "index.html", "404.html"]


def _violations(page: Page) -> list[str]:
    found: list[str] = page.evaluate("window.violations")
    return found


@pytest.fixture
def watched(page: Page) -> Page:
    """A page that notes every violation of the content security policy."""
    page.add_init_script(
        "window.violations = []; document.addEventListener('securitypolicyviolation',"
        " event => violations.push(event.violatedDirective + ' ' + event.blockedURI));"
    )
    return page


@pytest.mark.parametrize("path", PAGES)
def test_no_page_breaks_its_own_policy(watched: Page, site: str, path: str) -> None:
    watched.goto(site + path)
    watched.wait_for_timeout(200)
    assert watched.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    if path != "404.html":  # its files have the address of the published site
        assert _violations(watched) == []


def test_the_policy_forbids_scripts_styles_and_other_hosts(watched: Page, site: str) -> None:
    watched.goto(site + TEXT)
    watched.evaluate(
        """() => {
            const script = document.createElement('script');
            script.textContent = 'window.acted = true';
            document.body.append(script);
            document.querySelector('.ar-lead').innerHTML = '<img src="x" onerror="window.acted = 1">';
            const other = document.createElement('script');
            other.src = 'https://example.com/other.js';
            document.body.append(other);
            return new Promise(done => setTimeout(done, 300));
        }"""
    )
    assert watched.evaluate("window.acted") is None
    kinds = {line.split()[0] for line in _violations(watched)}
    assert {"script-src-elem", "script-src-attr"} <= kinds


@pytest.mark.parametrize(
    ("words", "anchor"),
    [("ransacked the prime minister", "#s20"), ("Ararat Mirzoyan Speaker", "#note-")],
)
def test_search_opens_the_sentence_or_the_note(
    page: Page, site: str, words: str, anchor: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + "index.html")
    # Typed key by key: Material listens to keys, not to changes of the field.
    page.locator(".md-search__input").press_sequentially(words)
    found = page.locator(f".md-search-result__link[href*='{TEXT}'][href*='{anchor}']").first
    found.wait_for(state="attached")
    page.locator(".md-search-result__more").evaluate_all("all => all.forEach(d => d.open = true)")
    found.click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert anchor in page.url
