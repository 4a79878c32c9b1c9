"""The scripts and styles of the pages: written as small modules, delivered as one file each.

Modules and styles are joined in their order, without comments and indentation; of scripts also
the spaces go that only the eye needs: one statement a line, names as they are. One classic script
also works where a page is opened straight from disk, where browsers refuse ES modules.

What only one page needs is a file of its own. The page itself asks for it
(`View.asset` in its template), so it arrives whatever site generator serves the
page, and also where a theme swaps pages without loading them. The composer is
asked for when somebody wants to write.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).with_name("assets")
EARLY = ("asked.js", "form.js", "early.js")
"""What the head of a page does, before anything is painted."""
SCRIPTS = (
    *("asked.js", "settings.js", "notes.js", "light.js", "theme.js", "place.js", "rove.js"),
    *("card.js", "tools.js", "sections.js", "signs.js", "reading.js", "filter.js", "form.js"),
    *("inline.js", "stack.js", "margin.js", "arrive.js", "steps.js", "compose.js", "intent.js"),
    *("view.js", "start.js"),
)
"""Every module after the ones that it imports."""
STYLES = (
    *("colours.css", "text.css", "notes.css", "strip.css", "tools.css", "forms.css", "card.css"),
    *("reading.css", "sheets.css", "print.css"),
)
COMPOSER = tuple(
    f"composer/{name}.js"
    for name in (
        *("data", "folding", "edges", "places", "selector", "passage", "links", "schema", "yaml"),
        *("dom", "preview", "draft", "record", "form", "place_part", "sources_part", "see_part"),
        *("send", "panel", "open"),
    )
)
"""Every module of the composer after the ones that it imports."""
COMPOSER_STYLES = ("composer/composer.css",)
SINGLE = ("claims.css", "claims.js", "outlines.css", "sources.css", "sources.js")
"""Files that one page asks for, or one block in a hand-written page."""

_SITE_FOLDER = "assets/annotated-reader"
_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const|let|class)\b)", re.MULTILINE)
_INDENT = re.compile(r"^[ \t\n]+", re.MULTILINE)
_STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_COMMENT = r" *(?:/\*[^\0]*?\*/|//[^\n]*)"
# What a regular expression of a script can stand behind; behind anything else a slash divides.
_BEFORE = r"[(,=:!&|?{};>\n]"
_PATTERN = r"/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/"
_LITERAL = (
    r'"(?:\\.|[^"\\\n])*"'
    r"|'(?:\\.|[^'\\\n])*'"
    r"|`(?:\\.|[^`\\])*`"
    rf"|(?:(?<={_BEFORE})|(?<={_BEFORE} )|(?<=return )){_PATTERN}"
)
# Not around plus and minus: `a + +b` is something else than `a ++b`.
_SIGN = r" *([^\w\s$\"'`+-]) *"
CODE = re.compile(rf"{_COMMENT}|({_LITERAL})|{_SIGN}")
"""A comment; a text, a template or a regular expression; a sign, and the spaces around it.

A template must not hold another one."""
# Every statement ends with a semicolon or a brace: where a line ends means nothing.
_WRAPPED = re.compile(r"\n(?=[.?:&|)\]])|(?<=[(\[,=>])\n")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file beside the pages, and where it belongs in the site."""

    path: str
    content: str
    everywhere: bool = False
    """Whether a door must put it on every page: a script or style of all of them."""


def assets() -> tuple[Asset, ...]:
    """Return the style and the script of every page, then what is asked for when it is wanted."""
    return (
        Asset(asset_path("reader.css"), _style(STYLES), everywhere=True),
        Asset(asset_path("reader.js"), _classic(_joined(SCRIPTS)), everywhere=True),
        *(Asset(asset_path(name), _single(name)) for name in SINGLE),
        Asset(asset_path("composer.css"), _style(COMPOSER_STYLES)),
        Asset(asset_path("composer.js"), _classic(_joined(COMPOSER))),
    )


@cache
def early_script() -> str:
    """Return the script that stands in the head of a page with a text."""
    return _classic(_joined(EARLY))


def asset_path(name: str) -> str:
    """Return the path in the site of a script or style."""
    return f"{_SITE_FOLDER}/{name}"


def _single(name: str) -> str:
    return _classic(_joined((name,))) if name.endswith(".js") else _style((name,))


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)


def _style(names: tuple[str, ...]) -> str:
    return _INDENT.sub("", _STYLE_COMMENT.sub("", _joined(names)))


def _classic(modules: str) -> str:
    script = _INDENT.sub("", _EXPORT.sub("", _IMPORT.sub("", modules)))
    tight = CODE.sub(lambda found: found[1] or found[2] or "", script)
    lines = _WRAPPED.sub("", _INDENT.sub("", tight))
    return f'(() => {{\n"use strict";\n{lines}}})();\n'
