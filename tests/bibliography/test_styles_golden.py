"""Seventeen references that engines get wrong, in three styles, as they were reviewed by eye.

After a change that is meant, run with UPDATE_EXPECTED=1 and read what changed in
`fixtures/styles/`: is every entry as its style manual has it?
"""

import os
from pathlib import Path

import pytest

from annotated_reader.bibliography import format_sources
from tests.bibliography.conftest import FIXTURES, read

STYLES = ["chicago-author-date", "apa", "modern-language-association"]
SOURCES = read(FIXTURES / "items.yml")
REL = ' rel="nofollow noopener noreferrer external"'


@pytest.mark.parametrize("style", STYLES)
def test_style(style: str, tmp_path: Path) -> None:
    bibliography, problems = format_sources(SOURCES, style, "en", tmp_path)
    assert problems == []
    found = "\n".join(
        f"=== {id_}\n{source.short}\n{source.full}\n".replace(REL, "")
        for id_, source in bibliography.formatted.items()
    )
    path = FIXTURES / "styles" / f"{style}.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", STYLES)
def test_no_fault_that_is_known(style: str, tmp_path: Path) -> None:
    """What engines were seen to do wrong with these references (practice.md, A2)."""
    formatted = format_sources(SOURCES, style, "en", tmp_path)[0].formatted
    assert formatted.keys() == SOURCES.keys()
    whole = "\n".join(f"{source.short}\n{source.full}" for source in formatted.values())
    for fault in ("\u202c", "\u200c", "ՀակոբյանԹ", "———", "Pub. L.", "Https://", "..", "?.", "”."):
        assert fault not in whole
    shown = formatted["archived"].full.unescape().replace('href="https', "")
    assert shown.count("https://web.archive.org") == 1
    years = ["2013a", "2013b", "2013c"]
    if style != STYLES[2]:
        found = [formatted[f"same-year-{letter}"] for letter in "abc"]
        assert all(year in s.short and year in s.full for year, s in zip(years, found, strict=True))
