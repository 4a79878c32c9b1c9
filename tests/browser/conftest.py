import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, Page

from annotated_reader.edition import Project, build_edition
from annotated_reader.pages.assets import FOLDER
from annotated_reader.pages.composer import composer_data
from annotated_reader.pages.settings import Settings
from tests import several_texts
from tests.browser import chromium, other_sites
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
    return built(ROOT, tmp_path_factory.mktemp("site"))


def built(root: Path, folder: Path, **settings: Any) -> Path:
    """Build the site of a project into a folder, and return that."""
    config = load_config(
        str(root / "mkdocs.yml"), site_dir=str(folder), strict=root == ROOT, **settings
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return folder


def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and yield its address."""
    server, address = serve(folder)
    yield address
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def modules_site() -> Iterator[str]:
    """The address at which the scripts are served as the modules that they are written as."""
    yield from served(FOLDER)


@pytest.fixture
def modules(page: Page, modules_site: str) -> Page:
    """A page that can import the modules of the composer, with the data of the real site."""
    page.goto(f"{modules_site}composer/data.js")
    edition, _ = build_edition(Project.at(ROOT))
    page.add_script_tag(content=composer_data(edition, Settings()).content)
    return page


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address at which the real site is served."""
    yield from served(site_folder)


@pytest.fixture(scope="session")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site from right to left; its text is texts/haqq.html."""
    root = other_sites.right_to_left(tmp_path_factory.mktemp("rtl"))
    yield from served(built(root, tmp_path_factory.mktemp("rtl-site")))


@pytest.fixture(scope="session")
def thousand_notes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with 1,000 notes on a page, texts/bridge.html."""
    root = other_sites.many_notes(tmp_path_factory.mktemp("many"))
    yield from served(built(root, tmp_path_factory.mktemp("many-site")))


@pytest.fixture(scope="session")
def two_parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a text of two parts, texts/bridge.html, verdicts hidden at first."""
    root = other_sites.two_parts(tmp_path_factory.mktemp("parts"))
    yield from served(built(root, tmp_path_factory.mktemp("parts-site")))


@pytest.fixture(scope="session")
def three_texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site of several texts, whose theme swaps pages without loading them."""
    folder = tmp_path_factory.mktemp("three-site")
    server, address = serve(folder)
    # The theme swaps pages only at the address that the site has by its settings.
    built(several_texts.ROOT, folder, site_url=address)
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
def project(tmp_path: Path) -> Path:
    """A copy of the project, to which a proposed file can be added."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


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


@pytest.fixture
def restyled(browser: Any) -> Iterator[Page]:
    """A page to which a test may add styles, as readers do who override those of sites."""
    context: BrowserContext = browser.new_context(bypass_csp=True)
    yield context.new_page()
    context.close()
