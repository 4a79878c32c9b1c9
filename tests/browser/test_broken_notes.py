"""What `check` refuses in a note or a source, the composer refuses as well, and nothing else.

The cases are those of `tests/edition/broken`, as far as a composer could write such a file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from annotated_reader.edition import Project, build_edition
from annotated_reader.files import Folder
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.pages.composer import composer_data
from annotated_reader.pages.settings import Settings
from annotated_reader.problems import CODES, Severity
from tests.edition.conftest import BASE

BROKEN = BASE.parent / "broken"
SLUG = "the-weather"
NAMES = (f"annotations/{SLUG}/more.yml", "annotations/sources.yml")
PROBLEMS = f"""async files => {{
    const {{ problems }} = await import('./record.js');
    return files.map(file => problems(file, '{SLUG}'));
}}"""
GLOSS = {"at": "s1", "kind": "gloss", "lead": "Words."}
NOT_ITS_OWN = {
    *("R101", "R102", "R104", "R105", "R106", "R108"),  # It looks for the place itself.
    *("R204", "R211", "R301", "R302", "R305", "R405"),  # It has no field for these.
    "R310",  # It has not read the kept copies.
}
OTHERS = re.compile(
    # Of more than one note or of another text; keys and values that it has no field for.
    r"R017|R104-note-that-is-p|R109|R11|R201|R203-(?:author-in|note-that-is-a|several)"
    r"|R203-(?:value-m|waiver)|R303-(?:field|unknown-field)"
)
"""Cases that no composer can write, or that are about other files."""
_CODE = re.compile(r":([0-9]+):[0-9]+: (R[0-9]{3}) ")


def _files(case: Path) -> Iterator[tuple[str, dict[str, Any], set[str]]]:
    """Yield each note and source of a case as a file of its own, and what `check` says of it."""
    for name in NAMES:
        if not (case / name).exists():
            continue
        read, _ = read_yaml(case / name, Folder(case, ""))
        for key in ("notes", "references"):
            entries = read.data.get(key) if read else None
            if not read or not isinstance(entries, list):
                continue
            lines = [read.marks.at(key, number).line for number in range(len(entries))]
            for entry, first, last in zip(entries, lines, [*lines[1:], 10**6], strict=True):
                told = _CODE.findall((case / "expected.txt").read_text(encoding="utf-8"))
                codes = {code for line, code in told if first <= int(line) < last}
                file = {"notes": [entry]} if key == "notes" else {"notes": [GLOSS], key: [entry]}
                yield f"{case.name}: {entry}", file, codes


def test_the_composer_refuses_what_check_refuses(page: Page, modules_site: str) -> None:
    folders = (path for path in sorted(BROKEN.iterdir()) if not OTHERS.match(path.name))
    cases = [case for folder in folders for case in _files(folder)]
    page.goto(f"{modules_site}composer/data.js")
    edition, _ = build_edition(Project.at(BASE))
    page.add_script_tag(content=composer_data(edition, Settings()).content)
    told = page.evaluate(PROBLEMS, [file for _, file, _ in cases])
    for (title, _, codes), composed in zip(cases, told, strict=True):
        errors = {code for code in codes - NOT_ITS_OWN if CODES[code][0] is Severity.ERROR}
        assert bool(composed) == bool(errors), (title, composed)
