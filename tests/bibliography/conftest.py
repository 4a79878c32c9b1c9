from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.notes import Source, read_sources

Sources = Callable[[str], dict[str, Source]]
FIXTURES = Path(__file__).parent / "fixtures"


def read(path: Path) -> dict[str, Source]:
    """Return the sources of a file in which nothing is wrong."""
    sources, problems = read_sources(path, Folder(path.parent, "annotations"))
    assert problems == []
    assert sources is not None
    return sources


@pytest.fixture
def sources_of(tmp_path: Path) -> Sources:
    """Read the fields of sources."""

    def run(content: str) -> dict[str, Source]:
        path = tmp_path / "sources.yml"
        path.write_text(f"references:\n{content}", encoding="utf-8")
        return read(path)

    return run


@pytest.fixture
def read_lax() -> Callable[[Path], dict[str, Source]]:
    """Read the sources of a file with faults, as far as they can be read."""

    def run(path: Path) -> dict[str, Source]:
        return read_sources(path, Folder(path.parent, "annotations"))[0] or {}

    return run
