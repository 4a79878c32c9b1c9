"""A file of annotations that comes a second time, under another name."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli.check import check
from annotated_reader.cli.import_ import import_
from annotated_reader.cli.rebase import rebase
from tests.imports.conftest import quote, row
from tests.small_site import write_site

FOLDER = "annotations/essay"
FIRST, SECOND = f"{FOLDER}/imported-first.yml", f"{FOLDER}/imported-second.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with the notes of a first import."""
    write_site(tmp_path)
    assert _run(tmp_path, "first.json", [row()]).exit_code == 0
    return tmp_path


def _run(root: Path, name: str, rows: list[dict[str, Any]], *arguments: str) -> Result:
    (root / name).write_text(json.dumps({"rows": rows}), encoding="utf-8")
    options = [str(root / name), "--text", "essay", *arguments, "-C", str(root)]
    return CliRunner().invoke(import_, options, catch_exceptions=False)


def _new() -> dict[str, Any]:
    return row(id="new", target=[{"selector": [quote("first sentence", "The ", " is short")]}])


def _contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*.yml")}


def test_nothing_is_written_of_what_is_there(root: Path) -> None:
    before = _contents(root)
    done = _run(root, "second.json", [row()])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"already there abc: {FIRST}:5:3",
        "1 annotations: 1 already there.",
    ]
    assert _contents(root) == before


def test_only_what_is_new_is_written(root: Path) -> None:
    done = _run(root, "second.json", [row(), _new()])
    assert done.exit_code == 0
    assert done.stdout.endswith("2 annotations: 1 placed, 1 already there.\n")
    written = (root / SECOND).read_text(encoding="utf-8")
    assert written.count("- at:") == 1
    assert "via: https://hypothes.is/a/new" in written
    assert CliRunner().invoke(check, ["-C", str(root)]).exit_code == 0


def test_what_was_changed_since_is_told(root: Path) -> None:
    done = _run(root, "second.json", [row(text="Another remark.")])
    assert "note: it does not say what the note there says: compare them" in done.stdout
    assert not (root / SECOND).exists()


def test_a_note_that_was_moved_to_another_file_is_there(root: Path) -> None:
    (root / FIRST).rename(root / FOLDER / "mine.yml")
    assert f"{FOLDER}/mine.yml:5:3" in _run(root, "second.json", [row()]).stdout


def test_the_text_was_edited_in_between(root: Path) -> None:
    seed = root / "seeds/essay.txt"
    changed = seed.read_text(encoding="utf-8").replace("cats & dogs", "many animals")
    seed.write_text(changed, encoding="utf-8")
    for _ in range(2):
        assert f"already there abc: {FIRST}:5:3" in _run(root, "second.json", [row()]).stdout
        CliRunner().invoke(rebase, ["essay", "--write", "-C", str(root)])
    assert not (root / "imported-second.unplaced.yml").exists()


def test_the_same_file_replaces_its_own_notes_as_it_ever_did(root: Path) -> None:
    before = (root / FIRST).read_text(encoding="utf-8")
    (root / FIRST).write_text(before.replace("remark", "word"), encoding="utf-8")
    refused = _run(root, "first.json", [row()])
    assert (refused.exit_code, "--force replaces it" in refused.stderr) == (2, True)
    done = _run(root, "first.json", [row()], "--force")
    assert (done.exit_code, "1 annotations: 1 placed." in done.stdout) == (0, True)
    assert (root / FIRST).read_text(encoding="utf-8") == before


def test_notes_that_cannot_be_read_cannot_be_recognised(root: Path) -> None:
    (root / FIRST).write_text("notes: [\n", encoding="utf-8")
    done = _run(root, "second.json", [row()])
    first, *_, last = done.stderr.splitlines()
    assert first.startswith(f"{FIRST}:2:1: R010 ")
    assert "What is a note there already is not recognised." in done.stderr
    assert last == f"written: {SECOND}"
