"""One project made of bytes, read and shown as a whole: it must neither raise nor hang."""

import re
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from annotated_reader.edition import Project, build_edition
from annotated_reader.exports import Names, annotations_json
from annotated_reader.pages import Settings, build_pages
from tests.conftest import ROOT

BASE = ROOT / "tests" / "edition" / "base"
BROKEN = ROOT / "tests" / "edition" / "broken"
SECONDS = 10
"""How long a project of a few kilobytes may take on a busy machine."""

FOLDER = "annotations/the-weather"
PLACES = (
    *(f"{FOLDER}/more.yml", f"{FOLDER}/text.yml", f"{FOLDER}/sentences.tsv"),
    *("annotations/sources.yml", "annotations/verdicts.yml"),
    *("seeds/the-weather.txt", "seeds/other.md"),
)


_OWN_SCRIPT = re.compile(r'<script src="[./]*assets/annotated-reader/[a-z]+\.js" defer></script>')


class Hang(Exception):  # noqa: N818 - it is one
    """A project took longer than it may."""


def seeds() -> Iterator[tuple[int, bytes]]:
    """Yield files to begin with, each with the index of its place."""
    for place, name in enumerate(PLACES):
        for folder in (BASE, *sorted(BROKEN.iterdir())):
            path = folder / name
            if path.is_file() and path.stat().st_size < 5_000:
                yield place, path.read_bytes()


def try_project(root: Path, place: int, content: bytes) -> None:
    """Build and show the base project with one file replaced; raise what it raises."""
    if not root.exists():
        shutil.copytree(BASE, root)
    path = root / PLACES[place]
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(content)
    try:
        with _limited():
            _read_and_show(root)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def _read_and_show(root: Path) -> None:
    edition, problems = build_edition(Project.at(root))
    for problem in problems:
        line = str(problem)
        assert len(line.splitlines()) == 1
        line.encode("utf-8")
    for page in build_pages(edition, Settings(edit_base="https://example.org/")):
        if not page.path.startswith("problems/"):
            assert page.html.count("<script") == len(_OWN_SCRIPT.findall(page.html))
            page.front_matter.encode("utf-8")
    for text in edition.texts:
        assert "".join(text.document.pieces()) == text.document.source
        annotations_json(text, Names()).encode("utf-8")


@contextmanager
def _limited() -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise Hang(f"longer than {SECONDS} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
