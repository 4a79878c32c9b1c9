"""The way of the data is one direction, and the core knows nothing of any site generator."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "plugins" / "annotated_reader"
ROOMS = {
    "problems": set(),
    "files": {"problems"},
    "links_out": {"problems", "files"},
    "writing": set(),
    "problem_pages": {"problems"},
    "text": {"problems", "files"},
    "notes": {"problems", "files"},
    "bibliography": {"problems", "files", "writing", "notes"},
    "anchoring": {"problems", "text"},
    "evidence": {"problems", "files", "text", "notes", "anchoring"},
    "links": {"problems", "files", "notes"},
    "edition": {"problems", "files", "text", "notes", "anchoring", "evidence", "links"},
    "history": {"problems", "files", "edition"},
    "pages": {
        "problems",
        "files",
        "problem_pages",
        "text",
        "notes",
        "bibliography",
        "anchoring",
        "evidence",
        "links",
        "edition",
        "exports",
    },
    "exports": {"problems", "text", "notes", "bibliography", "anchoring", "edition"},
    "imports": {"problems", "files", "text", "notes", "bibliography", "anchoring", "edition"},
    "cli": {
        "problems",
        "writing",
        "problem_pages",
        "files",
        "text",
        "notes",
        "bibliography",
        "anchoring",
        "evidence",
        "links",
        "edition",
        "pages",
        "exports",
        "imports",
        "history",
    },
    "watching": set(),
    "mkdocs_plugin": {"problems", "links_out", "bibliography", "edition", "pages", "watching"},
}
"""What each room may import from: only what comes before it."""

MODULES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def _imports(source: str) -> set[str]:
    """Return what some code imports, by whole names: what comes `from` a module is named in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _imports_of(module: Path) -> set[str]:
    return _imports((PACKAGE / module).read_text(encoding="utf-8"))


def _rooms(names: set[str]) -> set[str]:
    """Return the rooms among imported names; the version of the package belongs to none."""
    inside = {name.split(".")[1] for name in names if name.startswith("annotated_reader.")}
    return inside - {"__version__"}


def _room(module: Path) -> str:
    return module.parts[0].removesuffix(".py")


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_imports_go_with_the_data(module: Path) -> None:
    room = _room(module)
    if room in ("__init__", "__main__"):
        return
    assert _rooms(_imports_of(module)) - {room} <= ROOMS[room]


@pytest.mark.parametrize(
    "source",
    [
        "import annotated_reader.edition",
        "import os, annotated_reader.edition.build as build",
        "from annotated_reader import edition",
        "from annotated_reader import __version__, edition as other",
        "from annotated_reader.edition import Note",
        "def late():\n    from annotated_reader.edition.build import build_edition",
    ],
)
def test_every_way_of_importing_a_room_is_seen(source: str) -> None:
    assert _rooms(_imports(source)) == {"edition"}


@pytest.mark.parametrize("source", ["from . import edition", "from ..edition import Note"])
def test_nobody_imports_relatively(source: str) -> None:
    with pytest.raises(AssertionError, match="relative"):
        _imports(source)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_only_the_plugin_imports_mkdocs(module: Path) -> None:
    if module.name != "mkdocs_plugin.py":
        tops = {name.split(".")[0] for name in _imports_of(module)}
        assert not tops & {"mkdocs", "properdocs", "material"}


def test_everything_but_the_plugin_runs_without_mkdocs() -> None:
    names = [
        ".".join(["annotated_reader", *module.with_suffix("").parts]).removesuffix(".__init__")
        for module in MODULES
        if module.stem not in ("mkdocs_plugin", "__main__")
    ]
    blocked = "import sys; sys.modules['mkdocs'] = None\n"
    code = blocked + "".join(f"import {name}\n" for name in names) + "print('imported')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("imported\n", "")


def test_files_stay_small() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*")
        if path.suffix in (".py", ".js", ".css", ".html")
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}
