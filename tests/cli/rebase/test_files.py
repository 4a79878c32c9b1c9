"""The files that `rebase` needs and writes: what is missing or faulty, and all of it or nothing."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cli.rebase.conftest import LIST, NOTES, SEED, check_again, contents, rebase, run


def test_an_unknown_text(good: Path) -> None:
    done = run(good, "rebase", "esay")
    assert done.exit_code == 2
    assert 'There is no text "esay". Did you mean "essay"?' in done.stderr


def test_a_seed_that_is_missing(good: Path) -> None:
    (good / SEED).rename(good / "seeds/other.txt")
    done = rebase(good)
    assert done.exit_code == 2
    assert 'annotations/essay: R506 there is no seed "essay".' in done.stderr


def test_a_list_that_is_missing(good: Path) -> None:
    (good / LIST).unlink()
    done = rebase(good, "--write")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{LIST} is not there, so nobody knows how the sentences read")
    assert not (good / LIST).exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (NOTES, "notes:\n- {at: s1, kind: gloss, lead: [}\n", f"{NOTES}:2:"),
        (NOTES, "notes:\n- {at: s1, kind: gloss, led: L}\n", f"{NOTES}:2:25: R201"),
        (LIST, "s1 The first sentence is short.\n", f"{LIST}:1:1: R501"),
        (SEED, " \n", f"{SEED}: R505"),
        (
            "annotations/essay/text.yml",
            "language: English\n",
            "annotations/essay/text.yml:1:11: R203",
        ),
    ],
)
def test_a_faulty_file_stops_everything(name: str, content: str, told: str, good: Path) -> None:
    (good / name).write_text(content, encoding="utf-8")
    before = contents(good)
    done = rebase(good, "--write")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert contents(good) == before


@pytest.mark.parametrize("name", [LIST, NOTES, SEED])
def test_nothing_is_written_through_a_link(name: str, good: Path) -> None:
    elsewhere = good / "elsewhere"
    (good / name).rename(elsewhere)
    (good / name).symlink_to(elsewhere)
    before = contents(good)
    done = rebase(good, "--write")
    assert done.exit_code == 1
    assert f"{name}: R002 is a symbolic link" in done.stderr
    assert contents(good) == before


@pytest.mark.parametrize("fails", [1, 2])
@pytest.mark.parametrize("step", ["replace", "copymode"])
def test_all_is_written_or_nothing(
    step: str, fails: int, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(good)
    owner: Any = {"replace": Path, "copymode": shutil}[step]
    done_before, calls = getattr(owner, step), []

    def failing(*arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) == fails:
            raise OSError(28, "No space left on device")
        return done_before(*arguments)

    monkeypatch.setattr(owner, step, failing)
    done = rebase(good, "--write")
    assert done.exit_code == 2
    name = [LIST, NOTES][fails - 1]
    assert (
        done.stderr == f"{name} cannot be written: No space left on device. Nothing was changed.\n"
    )
    assert len(calls) == fails
    assert contents(good) == before


def test_files_keep_their_mode(good: Path) -> None:
    (good / NOTES).chmod(0o640)
    rebase(good, "--write")
    assert (good / NOTES).stat().st_mode & 0o777 == 0o640


def test_line_ends_stay(good: Path) -> None:
    for name in (SEED, LIST, NOTES):
        content = (good / name).read_bytes().replace(b"\n", b"\r\n")
        (good / name).write_bytes(content)
    assert rebase(good, "--write").exit_code == 0
    for name in (LIST, NOTES):
        content = (good / name).read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n") > 1
    check_again(good)
    assert run(good, "check").stderr == ""
