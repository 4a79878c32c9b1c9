from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.pages import Page, Settings, build_pages
from tests import several_texts
from tests.small_site import write_site

ROOT = Path(__file__).parents[2]
Pages = Callable[..., dict[str, Page]]


@pytest.fixture
def pages_of(tmp_path: Path) -> Pages:
    """Build the pages of the small project with some files changed, by path."""

    def run(changes: dict[str, str | None] | None = None, **settings: Any) -> dict[str, Page]:
        edition, _ = build_edition(Project.at(write_site(tmp_path, changes)))
        return {page.path: page for page in build_pages(edition, Settings(**settings))}

    return run


@pytest.fixture(scope="session")
def three_texts() -> Edition:
    """The edition of the trial site whose texts speak of each other."""
    edition, problems = build_edition(Project.at(several_texts.ROOT))
    assert problems == []
    return edition


@pytest.fixture(scope="session")
def real_edition() -> Edition:
    """The edition that the repository holds."""
    edition, problems = build_edition(Project.at(ROOT))
    assert problems == []
    return edition
