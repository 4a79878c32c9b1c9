"""Pictures of the built site, for looking at: `make screenshots` puts them into screenshots/."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser import chromium, other_sites

ROOT = Path(__file__).parents[2]
OUT = ROOT / "screenshots"
TEXT = "texts/9-november-agreement.html"
PAGES = {
    "text": TEXT,
    "home": "index.html",
    "about": "about-the-text.html",
    "chronology": "chronology.html",
    "glossary": "glossary.html",
    "teachers": "for-teachers.html",
    "texts": "texts/index.html",
    "claims": "claims.html",
    "sources": "sources.html",
}
VIEWS = {
    "margin": "?notes=margin",
    "in-the-text": "?notes=inline",
    "without-notes": "?notes=none",
    "read-first": "?read=first",
    "worksheet": "?sheet=worksheet",
}
"""Ways to see the text, by what their pictures are called."""
WIDTHS = {"1280": (1280, 900), "768": (768, 1000), "360": (360, 740)}


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> tuple[ThreadingHTTPServer, str]:
    """Serve a folder on a free port of this machine; return the server and its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}/"


def _open_card(page: Page) -> None:
    control = page.locator("#ref-s20")
    control.scroll_into_view_if_needed()
    control.click()
    page.locator(".ar-card").wait_for()
    page.wait_for_timeout(250)


def _take(browser: Browser, address: str, width: str, scheme: str) -> None:
    size = WIDTHS[width]
    touch = width == "360"
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        has_touch=touch,
        is_mobile=touch,
    )
    page = context.new_page()
    for name, path in PAGES.items():
        page.goto(address + path)
        page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png")
    page.goto(address + TEXT)
    _open_card(page)
    page.screenshot(path=OUT / f"card-{width}-{scheme}.png")
    page.goto(address + TEXT + "#notes-s20")
    page.wait_for_timeout(200)
    page.screenshot(path=OUT / f"notes-{width}-{scheme}.png")
    for name, query in VIEWS.items():
        page.goto(address + TEXT + query)
        control = page.locator("#ref-s9")
        control.click() if control.is_visible() else page.locator(
            "#s9"
        ).scroll_into_view_if_needed()
        page.wait_for_timeout(250)
        page.screenshot(path=OUT / f"{name}-{width}-{scheme}.png")
    page.goto(address + TEXT)
    page.locator(".ar-view summary").click()
    page.screenshot(path=OUT / f"choices-{width}-{scheme}.png")
    page.locator(".ar-arcs").scroll_into_view_if_needed()
    page.screenshot(path=OUT / f"arcs-{width}-{scheme}.png")
    context.close()


def _take_right_to_left(browser: Browser) -> None:
    with TemporaryDirectory() as folder:
        root = other_sites.right_to_left(Path(folder))
        config = load_config(str(root / "mkdocs.yml"))
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        server, address = serve(root / "site")
        for width, (across, down) in WIDTHS.items():
            page = browser.new_page(viewport={"width": across, "height": down})
            page.goto(f"{address}texts/haqq.html")
            page.locator("#ref-s1").click()
            page.wait_for_timeout(250)
            page.screenshot(path=OUT / f"right-to-left-{width}.png")
            page.close()
        server.shutdown()


def main() -> None:
    OUT.mkdir(exist_ok=True)
    server, address = serve(ROOT / "site")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for width in WIDTHS:
            for scheme in ("light", "dark"):
                _take(browser, address, width, scheme)
        page = browser.new_page()
        page.goto(address + TEXT)
        page.pdf(path=OUT / "handout.pdf", format="A4")
        page.goto(address + TEXT + VIEWS["worksheet"])
        page.pdf(path=OUT / "worksheet.pdf", format="A4")
        _take_right_to_left(browser)
        browser.close()
    server.shutdown()
    print(f"Pictures in {OUT}")


if __name__ == "__main__":
    main()
