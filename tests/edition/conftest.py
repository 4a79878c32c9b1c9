import shutil
from pathlib import Path

import pytest

from annotated_reader.edition import Edition, Project, TextEdition, build_edition

BASE = Path(__file__).parent / "base"
FOLDER = "annotations/the-weather"
"""Where the notes of its text are."""

TODAY = "2026-11-24"
"""The day on which the tests build, whatever day it is."""


class Copy:
    """A copy of the base project, to which files are added."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, content: str | bytes) -> "Copy":
        """Write a file by its path from the root."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return self

    def notes(self, content: str, text: str = "the-weather", name: str = "more.yml") -> "Copy":
        """Write more notes for a text."""
        return self.write(f"annotations/{text}/{name}", f"notes:\n{content}")

    def build(self) -> tuple[Edition, list[str]]:
        """Return the edition, and the problems as lines."""
        edition, problems = build_edition(Project.at(self.root), TODAY)
        return edition, [str(problem) for problem in problems]


@pytest.fixture
def project(tmp_path: Path) -> Copy:
    """A project without problems: one text of six sentences, three notes, two sources."""
    root = tmp_path / "project"
    shutil.copytree(BASE, root)
    return Copy(root)


def weather(project: Copy) -> TextEdition:
    """Return the text of a project that has no problems."""
    edition, problems = project.build()
    assert problems == []
    return edition.text("the-weather")
