"""Work that grows with the text and its notes, and no faster: counted, so that no clock decides."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from annotated_reader.bibliography import plain_bibliography
from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.pages import Settings, build_pages, parts, published_files

PACKAGE = str(Path(parts.__file__).parents[1])


def _steps(work: Callable[[], object]) -> int:
    """Return how many lines of the package some work runs, each turn of a loop counted."""
    steps = 0

    def line(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return line

    def call(frame: FrameType, event: str, argument: Any) -> Any:
        return line if frame.f_code.co_filename.startswith(PACKAGE) else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        work()
    finally:
        sys.settrace(before)
    return steps


def _book(root: Path, chapters: int) -> Edition:
    sentences = "\n\n".join(f"This is sentence {n} of them." for n in range(4))
    text = "".join(f"## Chapter {n}\n\n{sentences}\n\n" for n in range(chapters))
    notes = "notes:\n" + "".join(
        f"- {{at: s{n}, kind: cross-reference, lead: Compare it, see: [s{n + 1}]}}\n"
        for n in range(1, 5 * chapters, 2)
    )
    for name, content in {"seeds/book.md": text, "annotations/book/notes.yml": notes}.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(content)
    edition, problems = build_edition(Project.at(root))
    assert [problem.code for problem in problems if problem.code != "R508"] == []
    return edition


def test_twice_the_chapters_and_notes_are_twice_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "LONG_TEXT", 0)
    settings = Settings(site_url="https://example.org/")

    def steps(chapters: int) -> int:
        edition = _book(tmp_path / str(chapters), chapters)

        def work() -> None:
            build_pages(edition, settings)
            published_files(edition, settings, plain_bibliography(edition.sources))

        return _steps(work)

    none, some, twice = steps(2), steps(52), steps(102)
    assert twice - some < 1.15 * (some - none)
