"""Every payload of others in every field, in a real browser and without the policy's help.

No script runs, no dialog opens, nothing is asked of another host, and no element of the pages
holds a handler or an address that runs something.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from playwright.sync_api import Dialog, Page, Request

from tests.browser.screenshots import serve
from tests.conftest import ROOT
from tests.hardening.hostile_site import Deal, write_hostile
from tests.hardening.payloads import is_refused, xss
from tests.plugin.conftest import configure

PARTS = 5

# Elements of Material's own pages are not looked at for scripts; those of ours may hold none.
_LOOK = """() => {
    const bad = [];
    const runs = /^[\\s\\0-\\x20]*(javascript|data|vbscript|blob|file):/i;
    for (const element of document.querySelectorAll('*')) {
        for (const {name, value} of element.attributes) {
            const link = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc'].includes(name);
            if (/^on/i.test(name) || name === 'srcdoc' || (link && runs.test(value)))
                bad.push(element.outerHTML.slice(0, 200));
        }
    }
    const content = '.md-content :is(script, iframe, object, embed, base, meta, link, style, img, video, audio)';
    for (const element of document.querySelectorAll(content))
        if (!element.closest('template')) bad.push(element.outerHTML.slice(0, 200));
    return bad;
}"""
_OPEN = """async () => {
    const controls = [...document.querySelectorAll('.ar-ref')];
    for (const control of [...controls.slice(0, 4), ...controls.slice(-4)]) {
        control.click();
        await new Promise(done => setTimeout(done, 30));
    }
}"""


@pytest.fixture(scope="module", params=range(PARTS))
def hostile(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """A site with a fifth of the notes, and its folder."""
    outside = ROOT.parent / "shared"
    if not (outside / "fixtures").is_dir():
        pytest.skip("the fixtures folder beside the repository (../shared/fixtures) is not there")
    payloads = [payload for payload in xss(outside) if not is_refused(payload)]
    numbers = range(len(payloads))[request.param :: PARTS]
    root = write_hostile(tmp_path_factory.mktemp("hostile"), Deal(payloads, numbers))
    build(configure(root, "serve"))
    server, address = serve(root / "site")
    yield address, root / "site"
    server.shutdown()
    server.server_close()


@pytest.mark.timeout(600)
def test_nothing_runs(page: Page, hostile: tuple[str, Path]) -> None:
    address, folder = hostile
    happened: list[str] = []
    _watch(page, address, happened)
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    ours = [path for path in paths if not path.startswith("problems/")]
    assert len(ours) >= 7
    for path in ours:
        page.goto(address + path)
        assert page.evaluate(_LOOK) == [], path
        page.evaluate(_OPEN)
        assert page.evaluate(_LOOK) == [], path
    page.goto(f"{address}{ours[-1]}?notes=inline")
    assert page.evaluate(_LOOK) == []
    page.goto(address + "index.html")
    page.locator(".md-search__input").fill("alert")
    page.locator(".md-search-result__item").first.wait_for(state="attached")
    assert page.evaluate(_LOOK) == []
    assert happened == []


def _watch(page: Page, address: str, happened: list[str]) -> None:
    def dialog(opened: Dialog) -> None:
        happened.append(opened.message)
        opened.dismiss()

    def popup(opened: Page) -> None:
        happened.append(opened.url)

    def request(sent: Request) -> None:
        if _leaves(sent.url, address):
            happened.append(sent.url)

    page.on("dialog", dialog)
    page.on("popup", popup)
    page.on("request", request)


def _leaves(url: str, address: str) -> bool:
    return not url.startswith((address, "data:image/svg", "blob:"))
