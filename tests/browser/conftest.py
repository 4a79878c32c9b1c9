from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Page

from tests.browser import chromium
from tests.browser.screenshots import serve

ROOT = Path(__file__).parents[2]
TEXT = "texts/9-november-agreement.html"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, so that `-m "not browser"` leaves them out."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Launch the Chromium that was found; without one the tests fail and say what to do."""
    found = chromium.find()
    assert found, chromium.ADVICE
    return browser_type_launch_args | {"executable_path": found, "args": chromium.FLAGS}


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real site, freshly built."""
    folder = tmp_path_factory.mktemp("site")
    config = load_config(str(ROOT / "mkdocs.yml"), site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    server, address = serve(site_folder)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture
def text_page(page: Page, site: str) -> Page:
    """The page of the real text, on a wide screen with a mouse."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(site + TEXT)
    return page


@pytest.fixture
def phone(browser: Any, site: str) -> Iterator[Page]:
    """The page of the real text on a small touch screen."""
    context: BrowserContext = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    opened = context.new_page()
    opened.goto(site + TEXT)
    yield opened
    context.close()
