"""The command `rebase` on two projects whose seed was edited."""

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli import main
from tests.small_site import FILES, write_site

TODAY = date.today().isoformat()
SEED, LIST, NOTES = (
    "seeds/essay.txt",
    "annotations/essay/sentences.tsv",
    "annotations/essay/notes.yml",
)
FIXTURES = Path(__file__).parent / "fixtures"


def run(root: Path, *arguments: str, width: int = 80) -> Result:
    environment = {"COLUMNS": str(width), "NO_COLOR": "1"}
    command = [*arguments, "-C", str(root)]
    return CliRunner().invoke(main, command, env=environment, catch_exceptions=False)


def rebase(root: Path, *arguments: str, width: int = 80) -> Result:
    return run(root, "rebase", "essay", *arguments, width=width)


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A project after an edit that leaves notes in every state."""
    changes: dict[str, str | None] = {"annotations/sources.yml": None}
    for name in (SEED, LIST, NOTES):
        file = FIXTURES / "everything" / Path(name).name
        changes[name] = file.read_text(encoding="utf-8")
    return write_site(tmp_path, changes)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A project after an edit over which every note can be carried."""
    return write_site(tmp_path, {SEED: FILES[SEED].replace("cats & dogs", "cats and dogs")})


def contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def check_again(root: Path) -> None:
    notes = (root / NOTES).read_bytes().decode("utf-8").replace("2026-01-02", TODAY)
    (root / NOTES).write_bytes(notes.encode("utf-8"))
