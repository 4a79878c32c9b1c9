"""Script and style: complete, joined in the right order, and small."""

import gzip
import re

import pytest

from annotated_reader.pages.assets import FOLDER, SCRIPTS, SINGLE, STYLES, assets

STYLE, SCRIPT = (asset.content for asset in assets() if asset.everywhere)
MAX_SCRIPT, MAX_STYLE = 15_000, 6_000
"""Bytes after gzip."""
MAX_SINGLE = 3_000
"""Bytes after gzip of a file that one page asks for."""
ALL_SCRIPTS = [asset.content for asset in assets() if asset.path.endswith(".js")]
ALL_STYLES = [asset.content for asset in assets() if asset.path.endswith(".css")]


def _gzip(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


def test_every_file_is_delivered() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(SCRIPTS + STYLES + SINGLE)


def test_budgets() -> None:
    assert _gzip(SCRIPT) <= MAX_SCRIPT
    assert _gzip(STYLE) <= MAX_STYLE

    assert [a.path for a in assets() if not a.everywhere and _gzip(a.content) > MAX_SINGLE] == []


def test_modules_stand_after_what_they_import() -> None:
    for position, name in enumerate(SCRIPTS):
        source = (FOLDER / name).read_text(encoding="utf-8")
        imported = re.findall(r'from "\./([\w.]+)"', source)
        assert {*imported} <= {*SCRIPTS[:position]}


@pytest.mark.parametrize("script", ALL_SCRIPTS)
def test_joined_script_has_no_module_words_left(script: str) -> None:
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    assert script.startswith("(() => {")


def test_names_at_the_top_of_modules_are_unique() -> None:
    names = re.findall(r"^(?:async )?(?:function|const|let|class)\s+(\w+)", SCRIPT, re.MULTILINE)
    assert len(names) == len(set(names))


@pytest.mark.parametrize("script", ALL_SCRIPTS)
def test_script_never_makes_html_of_text(script: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


@pytest.mark.parametrize("style", ALL_STYLES)
def test_style_asks_nothing_of_other_hosts(style: str) -> None:
    assert not re.search(r"url\(|@import", style)
