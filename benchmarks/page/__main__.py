"""`python -m benchmarks.page`: what a page with many notes costs in Chromium.

For a page of 10 and one of 1,000 notes, in milliseconds: from the click on a control
to the paint of its card (the median of nine), the longest run of our script when the page
opens (0 when no frame was long), and how much the layout shifted.
"""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright
from tests.browser import chromium, other_sites
from tests.browser.screenshots import serve

COUNTS = (10, 1000)
LIMIT = 50
"""Milliseconds from click to paint."""

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


def measure(browser: Browser, address: str, sentences: int) -> tuple[float, float, float]:
    """Return milliseconds from click to paint and of the longest run of our script, and the layout shift."""
    page: Page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.add_init_script(WATCH)
    page.goto(f"{address}texts/bridge.html")
    page.wait_for_timeout(500)
    longest, shift = page.evaluate("[longest, shifts]")
    step = max(1, sentences // 9)
    controls = [f"#ref-s{number}" for number in range(1, sentences + 1, step)]
    return median(page.evaluate(OPEN, control) for control in controls[:9]), longest, shift


def main() -> None:
    """Print a table, and the ratio of the two pages."""
    opened = {}
    print(f"{'notes':>6}{'open card, ms':>16}{'script, ms':>14}{'layout shift':>14}")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for count in COUNTS:
            root = other_sites.many_notes(Path(folder, str(count)), count // 2)
            site = Path(folder, f"site-{count}")
            config = load_config(str(root / "mkdocs.yml"), site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            server, address = serve(site)
            opened[count], longest, shift = measure(browser, address, count // 2)
            server.shutdown()
            print(f"{count:>6}{opened[count]:>16.1f}{longest:>14.1f}{shift:>14.4f}")
        browser.close()
    few, many = COUNTS
    print(f"{many} notes cost {opened[many] / opened[few]:.2f} times as much as {few}.")
    print(f"A card has to be there after {LIMIT} ms on a machine that does nothing else.")


if __name__ == "__main__":
    main()
