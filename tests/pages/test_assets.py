"""Script and style: complete, joined in the right order, and small."""

import gzip
import re

from annotated_reader.pages.assets import FOLDER, SCRIPTS, STYLES, assets

STYLE, SCRIPT = (asset.content for asset in assets())
MAX_SCRIPT, MAX_STYLE = 15_000, 6_000
"""Bytes after gzip."""


def _gzip(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


def test_every_file_is_delivered() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(SCRIPTS + STYLES)


def test_budgets() -> None:
    assert _gzip(SCRIPT) <= MAX_SCRIPT
    assert _gzip(STYLE) <= MAX_STYLE


def test_modules_stand_after_what_they_import() -> None:
    for position, name in enumerate(SCRIPTS):
        source = (FOLDER / name).read_text(encoding="utf-8")
        imported = re.findall(r'from "\./([\w.]+)"', source)
        assert {*imported} <= {*SCRIPTS[:position]}


def test_joined_script_has_no_module_words_left() -> None:
    assert not re.search(r"^(import|export)\b", SCRIPT, re.MULTILINE)


def test_names_at_the_top_of_modules_are_unique() -> None:
    names = re.findall(r"^(?:async )?(?:function|const|let|class)\s+(\w+)", SCRIPT, re.MULTILINE)
    assert len(names) == len(set(names))


def test_script_never_makes_html_of_text() -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", SCRIPT)


def test_style_asks_nothing_of_other_hosts() -> None:
    assert not re.search(r"url\(|@import", STYLE)
