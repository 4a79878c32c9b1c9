"""Every code has a page, and every example on it is told exactly what the page says.

UPDATE_EXPECTED=1 writes the messages anew; read them.
"""

import os
import re
import shutil
from pathlib import Path

import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.problem_pages import FOLDER, Example, markdown_of, problem_page
from annotated_reader.problems import CODES, Problem
from tests.conftest import ROOT
from tests.edition.conftest import BASE, TODAY
from tests.edition.test_broken_input import CASES, MADE

PACKAGE = ROOT / "plugins" / "annotated_reader"
SHOWN = [code for code in CODES if problem_page(code).before.path]


def _problems(root: Path, example: Example) -> list[Problem]:
    shutil.copytree(BASE, root)
    path = root / example.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.content, encoding="utf-8", newline="\n")
    return build_edition(Project.at(root), TODAY)[1]


def test_every_code_has_a_page() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(CODES)


def test_every_code_in_the_source_is_known() -> None:
    used = {
        code
        for path in PACKAGE.rglob("*.py")
        for code in re.findall(r'"(R[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert used == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_everything(code: str) -> None:
    page = problem_page(code)
    parts = (page.what, page.why, page.mend, page.before.markdown, page.after.markdown)
    assert all(len(part) > 10 for part in parts)
    assert bool(page.before.path) == bool(page.after.path) == bool(page.message)


@pytest.mark.parametrize("code", SHOWN)
def test_the_example_gives_the_message(code: str, tmp_path: Path) -> None:
    page = problem_page(code)
    told = [str(p) for p in _problems(tmp_path / "before", page.before) if p.code == code]
    assert told
    if os.environ.get("UPDATE_EXPECTED"):
        written = re.sub(
            r"(## Message\n\n```text\n).*?(^```)",
            lambda found: f"{found[1]}{told[0]}\n{found[2]}",
            markdown_of(code),
            flags=re.DOTALL | re.MULTILINE,
        )
        (FOLDER / f"{code}.md").write_text(written, encoding="utf-8")
    else:
        assert page.message in told


@pytest.mark.parametrize("code", SHOWN)
def test_the_mended_example_has_no_error(code: str, tmp_path: Path) -> None:
    # A file of sources is shown without those that other notes cite.
    found = {problem.code for problem in _problems(tmp_path / "after", problem_page(code).after)}
    assert found <= {"R301", "R306", "R401", "R508"} - {code}


@pytest.mark.parametrize(
    "code", sorted(code for code in set(CODES) - set(SHOWN) if not code.startswith("R6"))
)
def test_what_cannot_be_shown_is_told_somewhere(code: str) -> None:
    cases = {case for case in CASES if case.startswith(code)}
    removed = {case for case in CASES if (BASE.parent / "broken" / case / "removed.txt").exists()}
    changed = {"R109", "R110", "R111", "R112", "R113"}
    assert code in changed or cases & (set(MADE) | removed)
