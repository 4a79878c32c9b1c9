"""`python -m benchmarks.page`: what a page with many notes costs in Chromium.

For a page of 10 and one of 1,000 notes, in milliseconds: from the click on a control
to the paint of its card (the median of nine). Then for each form of the notes what our script
takes at most at once (0 when no frame was long), and how much the layout shifts, when the page
opens; and what it takes to choose the form in the settings, and to make the window narrower.
"""

from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser import chromium, other_sites
from tests.browser.screenshots import serve
from tests.browser.views import choose

COUNTS = (10, 1000)
LIMIT = 50
"""Milliseconds from click to paint."""
FORMS = {
    "card": "in a card",
    "margin": "in the margin",
    "inline": "in the text",
    "list": "in a list at the end",
    "none": "not at all",
}
"""The forms of the notes, and what they are called in the settings."""

WATCH = """
window.shifts = 0; window.longest = 0;
new PerformanceObserver(l => l.getEntries().forEach(e => shifts += e.value))
    .observe({type: 'layout-shift', buffered: true});
new PerformanceObserver(l => l.getEntries().flatMap(e => e.scripts)
    .filter(s => s.sourceURL.includes('annotated-reader'))
    .forEach(s => longest = Math.max(longest, s.duration)))
    .observe({type: 'long-animation-frame', buffered: true});
"""

OPEN = """async (id) => {
    const control = document.querySelector(id);
    control.scrollIntoView({block: 'center'});
    await new Promise(done => setTimeout(done, 100));
    const begun = performance.now();
    control.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - begun;
}"""


def opened(browser: Browser, address: str, form: str) -> Page:
    """Return the page, loaded in one of its forms."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"{address}texts/bridge.html?notes={form}")
    page.wait_for_timeout(500)
    return page


def card(browser: Browser, address: str, sentences: int) -> float:
    """Return milliseconds from click to paint."""
    page = opened(browser, address, "card")
    step = max(1, sentences // 9)
    controls = [f"#ref-s{number}" for number in range(1, sentences + 1, step)]
    return median(float(page.evaluate(OPEN, control)) for control in controls[:9])


def longest(page: Page, act: Callable[[], None]) -> float:
    """Return how long our script took at most during something."""
    page.evaluate("longest = 0")
    act()
    page.wait_for_timeout(500)
    return float(page.evaluate("longest"))


def measure(browser: Browser, address: str, form: str) -> tuple[float, float, float, float]:
    """Return what a form costs: script and shift when it opens, script to choose and to resize it."""
    page = opened(browser, address, form)
    script, shift = page.evaluate("[longest, shifts]")
    narrower = {"width": 1200, "height": 900}
    resized = longest(page, lambda: page.set_viewport_size(narrower))  # type: ignore[arg-type]
    page.close()
    page = opened(browser, address, "list" if form == "card" else "card")
    chosen = longest(page, lambda: choose(page, FORMS[form]))
    page.close()
    return script, shift, chosen, resized


def main() -> None:
    """Print a table, and the ratio of the two pages."""
    cards = {}
    print(f"{'notes':>6}{'open card, ms':>16}")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for count in COUNTS:
            root = other_sites.many_notes(Path(folder, str(count)), count // 2)
            site = Path(folder, f"site-{count}")
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            server, address = serve(site)
            cards[count] = card(browser, address, count // 2)
            print(f"{count:>6}{cards[count]:>16.1f}")
            if count == COUNTS[-1]:
                print_forms(browser, address)
            server.shutdown()
        browser.close()
    few, many = COUNTS
    print(f"{many} notes cost {cards[many] / cards[few]:.2f} times as much as {few}.")
    print(f"A card has to be there after {LIMIT} ms on a machine that does nothing else.")


def print_forms(browser: Browser, address: str) -> None:
    """Print what each form of the notes costs."""
    print(
        f"\n{'form':>8}{'opened, ms':>12}{'layout shift':>14}{'chosen, ms':>12}{'resized, ms':>13}"
    )
    for form in FORMS:
        script, shift, chosen, resized = measure(browser, address, form)
        print(f"{form:>8}{script:>12.1f}{shift:>14.4f}{chosen:>12.1f}{resized:>13.1f}")
    print()


if __name__ == "__main__":
    main()
