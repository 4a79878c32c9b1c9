"""Script and style: complete, joined in the right order, and small."""

import gzip
import re

import pytest

from annotated_reader.pages.assets import (
    CODE,
    COMPOSER,
    COMPOSER_STYLES,
    EARLY,
    FOLDER,
    SCRIPTS,
    SINGLE,
    STYLES,
    assets,
)

CONTENT = {asset.path.rpartition("/")[2]: asset.content for asset in assets()}
STYLE, SCRIPT = CONTENT["reader.css"], CONTENT["reader.js"]
MAX_SCRIPT, MAX_STYLE, MAX_COMPOSER = 15_000, 6_000, 12_000
"""Bytes after gzip."""
MAX_SINGLE = 3_000
"""Bytes after gzip of a file that one page asks for."""
ALL_SCRIPTS = [asset.content for asset in assets() if asset.path.endswith(".js")]
ALL_STYLES = [asset.content for asset in assets() if asset.path.endswith(".css")]


def _gzip(text: str) -> int:
    return len(gzip.compress(text.encode(), mtime=0))


def test_every_file_is_delivered() -> None:
    there = (path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.*"))
    assert sorted(there) == sorted(
        {*EARLY, *SCRIPTS, *STYLES, *SINGLE, *COMPOSER, *COMPOSER_STYLES}
    )


def test_only_the_reader_is_on_every_page() -> None:
    everywhere = [asset.path.rpartition("/")[2] for asset in assets() if asset.everywhere]
    assert everywhere == ["reader.css", "reader.js"]


def test_budgets() -> None:
    assert _gzip(SCRIPT) <= MAX_SCRIPT
    assert _gzip(STYLE) <= MAX_STYLE
    assert _gzip(CONTENT["composer.js"]) <= MAX_COMPOSER

    assert [name for name in SINGLE if _gzip(CONTENT[name]) > MAX_SINGLE] == []


@pytest.mark.parametrize("modules", [EARLY, SCRIPTS, COMPOSER])
def test_modules_stand_after_what_they_import(modules: tuple[str, ...]) -> None:
    names = [name.rpartition("/")[2] for name in modules]
    for position, name in enumerate(modules):
        source = (FOLDER / name).read_text(encoding="utf-8")
        imported = re.findall(r'from "\./([\w.]+)"', source)
        assert {*imported} <= {*names[:position]}


@pytest.mark.parametrize("script", ALL_SCRIPTS)
def test_joined_script_has_no_module_words_left(script: str) -> None:
    assert not re.search(r"^(import|export)\b", script, re.MULTILINE)
    assert script.startswith("(() => {")


@pytest.mark.parametrize("modules", [EARLY, SCRIPTS, COMPOSER])
def test_names_at_the_top_of_modules_are_unique(modules: tuple[str, ...]) -> None:
    source = "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in modules)
    declared = r"^(?:export )?(?:async )?(?:function\*?|const|let|class)\s+"
    names = re.findall(rf"{declared}(\w+)", source, re.MULTILINE)
    for inside in re.findall(rf"{declared}\{{([^}}]*)\}} =", source, re.MULTILINE):
        names += [part.rpartition(":")[2].strip() for part in inside.split(",")]
    assert [name for name in names if names.count(name) > 1] == []


@pytest.mark.parametrize("modules", [SCRIPTS, COMPOSER])
def test_joining_takes_nothing_from_texts_and_patterns(modules: tuple[str, ...]) -> None:
    script = SCRIPT if modules is SCRIPTS else CONTENT["composer.js"]
    for name in modules:
        source = (FOLDER / name).read_text(encoding="utf-8")
        flush = re.sub(r"^ +", "", source, flags=re.MULTILINE)
        literals = [found[1] for found in CODE.finditer(flush) if found[1]]
        assert [
            literal for literal in literals if literal not in script and "./" not in literal
        ] == []
        # A template in a template would end it for the pattern of literals.
        assert [
            text for text in literals if text[0] == "`" and text.count("{") != text.count("}")
        ] == []


@pytest.mark.parametrize("script", ALL_SCRIPTS)
def test_script_never_makes_html_of_text(script: str) -> None:
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script)


@pytest.mark.parametrize("style", ALL_STYLES)
def test_style_asks_nothing_of_other_hosts(style: str) -> None:
    assert not re.search(r"url\(|@import", style)


@pytest.mark.parametrize("style", ALL_STYLES)
def test_styles_are_delivered_without_comments(style: str) -> None:
    assert "/*" not in style
    assert style.count("{") == style.count("}") > 1
