"""`python -m benchmarks.build [BOOK]`: what notes cost in a build of a whole site.

Each shape is chapters x sentences in each x notes in each, built by `mkdocs build` with
Material, with its notes and without: CPU seconds of the process and the most memory that
it had, the size of the site, and a middling chapter as it travels (gzip). Without a BOOK
its sentences are made. Ends with 1 when a build with notes takes more than the ratio
allowed of one without.
"""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median_low
from tempfile import TemporaryDirectory

from benchmarks.build.shapes import (
    BOOK,
    SHAPES,
    Shape,
    sentences_of,
    without_notes,
    write_project,
    write_text,
)

HEAD = ("shape", "notes", "CPU, s", "memory, MB", "site, MB", "page, kB", "ratio", "allowed")
ROW = "{:<20}{:>7}{:>9}{:>12}{:>10}{:>10}{:>7}{:>9}"


@dataclass(frozen=True, slots=True)
class Build:
    """What one build took, and what came of it."""

    seconds: float
    memory: float
    site: float
    page: float


def build(root: Path) -> Build:
    """Build a site in a process of its own."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(command, cwd=root, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    files = [path for path in (root / "site").rglob("*") if path.is_file()]
    pages = [*root.glob("site/texts/book/*/index.html")] or [root / "site/texts/book/index.html"]
    return Build(
        used.ru_utime + used.ru_stime,
        used.ru_maxrss / 1024,
        sum(path.stat().st_size for path in files) / 1e6,
        median_low(len(gzip.compress(page.read_bytes())) for page in pages) / 1000,
    )


def compare(name: str, text: str, notes: int, most: float) -> bool:
    """Print what a text costs without and with its notes; return whether that is allowed."""
    with TemporaryDirectory() as folder:
        with_them, bare = Path(folder, "with"), Path(folder, "without")
        count = write_project(with_them, text, notes)
        without_notes(with_them, bare)
        plain, full = build(bare), build(with_them)
    ratio = full.seconds / plain.seconds
    print(_row(name, 0, plain))
    print(_row(name, count, full, f"{ratio:.2f}", f"{most:.1f}"), flush=True)
    return ratio <= most


def _row(name: str, notes: int, done: Build, ratio: str = "", most: str = "") -> str:
    figures = (f"{done.seconds:.2f}", f"{done.memory:.0f}", f"{done.site:.1f}", f"{done.page:.1f}")
    return ROW.format(name, notes, *figures, ratio, most)


def texts(book: Path | None) -> Iterator[tuple[str, str, Shape]]:
    """Yield what is built, by its name; a book that was given as it is, last."""
    sentences = sentences_of(book)
    for shape in SHAPES:
        yield str(shape), write_text(shape, sentences), shape
    whole = book.read_text(encoding="utf-8") if book else write_text(BOOK, sentences)
    yield f"book, {len(whole.encode()) / 1e6:.1f} MB", whole, BOOK


def main(book: Path | None) -> int:
    """Print the table; return 1 when a ratio is exceeded."""
    print(ROW.format(*HEAD))
    within = [
        compare(name, text, shape.chapters * shape.notes, shape.most)
        for name, text, shape in texts(book)
    ]
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if sys.argv[1:] else None))
