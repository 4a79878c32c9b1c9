"""Pictures of the built site, for looking at: `make screenshots` puts them into screenshots/."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.browser import chromium

ROOT = Path(__file__).parents[2]
OUT = ROOT / "screenshots"
TEXT = "texts/9-november-agreement.html"
PAGES = {
    "text": TEXT,
    "home": "index.html",
    "texts": "texts/index.html",
    "claims": "claims.html",
    "sources": "sources.html",
}
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
    context.close()


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
        page.pdf(path=OUT / "print.pdf", format="A4")
        browser.close()
    server.shutdown()
    print(f"Pictures in {OUT}")


if __name__ == "__main__":
    main()
