"""`python -m benchmarks.citations`: what citing sources costs, first and cached.

Each source is cited. "First" is the CPU time of this process and of pandoc for all
forms of the sources; "cached" is the same with nothing changed; "page" is the CPU
time that the sources page and its files add.
"""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from annotated_reader.bibliography import Bibliography, format_sources
from annotated_reader.bibliography.styles import DEFAULT_STYLE
from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.pages import Settings, build_pages, source_files

LIMITS = {50: (1.2, 0.3), 1000: (13.0, 0.3)}
"""Seconds of CPU allowed by number of sources: for the first build, and added when cached."""

STYLES = (DEFAULT_STYLE, "apa", "modern-language-association")
TYPES = ("book", "article-journal", "article-newspaper", "webpage", "report", "chapter", "treaty")


def _source(number: int) -> str:
    people = [
        f"{{family: Family{(number * step) % 397}, given: Given {number % 17}}}"
        for step in (1, 7, 11)[: number % 4]
    ]
    return (
        f"- id: s{number}\n  type: {TYPES[number % len(TYPES)]}\n"
        f"  title: 'The {number}th study of a valley: its rivers and its bridges'\n"
        f"  author: [{', '.join(people)}]\n  container-title: Journal of Valleys {number % 40}\n"
        f"  issued: {1990 + number % 35}-{1 + number % 12:02}\n  volume: {number % 60}\n"
        f"  page: {number}-{number + 12}\n  URL: https://example.org/{number}\n"
    )


def _project(root: Path, count: int) -> Project:
    """Write a project whose notes cite every source once; return it."""
    sentences = [f"Sentence number {n} says something of a bridge." for n in range(count)]
    notes = "".join(
        f"- {{at: s{n + 1}, kind: citation, lead: x, sources: [{{source: s{n}, locator: § 2}}]}}\n"
        for n in range(count)
    )
    files = {
        "seeds/valley.txt": "The valley\n\n" + "\n\n".join(sentences) + "\n",
        "annotations/sources.yml": "references:\n" + "".join(map(_source, range(count))),
        "annotations/valley/notes.yml": f"notes:\n{notes}",
    }
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    return Project.at(root)


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _formatted(edition: Edition, style: str, root: Path) -> tuple[Bibliography, float]:
    before = _cpu()
    bibliography, problems = format_sources(edition.sources, style, "en", root)
    assert not problems, problems
    return bibliography, _cpu() - before


def _pages(edition: Edition, bibliography: Bibliography | None) -> float:
    before = _cpu()
    build_pages(edition, Settings(), bibliography)
    if bibliography:
        source_files(edition, bibliography)
    return _cpu() - before


def main() -> int:
    """Print the table; return 1 when a limit is exceeded."""
    late = 0
    print(f"{'style':<30}{'sources':>8}{'first':>8}{'cached':>8}{'page':>8}   (s of CPU)")
    for count, (most, most_cached) in LIMITS.items():
        for style in STYLES:
            with TemporaryDirectory() as folder:
                edition, _ = build_edition(_project(Path(folder), count))
                assert len(edition.uses) == count
                _, first = _formatted(edition, style, Path(folder))
                bibliography, cached = _formatted(edition, style, Path(folder))
                _pages(edition, None)  # the templates are compiled once
                page = _pages(edition, bibliography) - _pages(edition, None)
            late += first > most or cached > most_cached
            print(f"{style:<30}{count:>8}{first:>8.2f}{cached:>8.2f}{page:>8.2f}")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main())
