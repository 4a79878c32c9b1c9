"""The script and style of the pages: written as small modules, delivered as one file each.

The modules are joined as they are, in the order of their imports. One classic
script also works where a page is opened straight from disk, where browsers
refuse ES modules.
"""

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).with_name("assets")
SCRIPTS = (
    *("settings.js", "notes.js", "place.js", "card.js", "tools.js", "reading.js", "filter.js"),
    *("inline.js", "margin.js", "steps.js", "strip.js", "intent.js", "theme.js", "view.js"),
    *("start.js",),
)
"""Every module after the ones that it imports."""
STYLES = (
    *("colours.css", "text.css", "notes.css", "strip.css", "tools.css", "forms.css", "card.css"),
    *("reading.css", "sheets.css", "outlines.css", "print.css"),
)

_IMPORT = re.compile(r"^import\s[^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function|const|let|class)\b)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that every page of the reader needs, and where it belongs in the site."""

    path: str
    content: str


def assets() -> tuple[Asset, ...]:
    """Return the style and the script."""
    return (
        Asset("assets/annotated-reader/reader.css", _joined(STYLES)),
        Asset("assets/annotated-reader/reader.js", _script()),
    )


def _joined(names: tuple[str, ...]) -> str:
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in names)


def _script() -> str:
    modules = _EXPORT.sub("", _IMPORT.sub("", _joined(SCRIPTS)))
    return f'(() => {{\n"use strict";\n{modules}}})();\n'
