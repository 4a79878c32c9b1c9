import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotated_reader.writing import write_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


@pytest.fixture
def mask() -> Iterator[None]:
    before = os.umask(0o077)
    yield
    os.umask(before)


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_are_written_with_the_folders_that_they_need(folder: Path) -> None:
    assert write_files({folder / "a/b.txt": "one\r\ntwo\n", folder / "c.txt": "é"}, folder) is None
    assert (folder / "a/b.txt").read_bytes() == b"one\r\ntwo\n"
    assert (folder / "c.txt").read_text(encoding="utf-8") == "é"
    assert _names(folder) == ["a", "a/b.txt", "c.txt"]


@pytest.mark.usefixtures("mask")
def test_a_new_file_has_the_mode_that_its_user_wants(folder: Path) -> None:
    write_files({folder / "a.txt": ""}, folder)
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o600


def test_a_file_keeps_its_mode(folder: Path) -> None:
    (folder / "a.txt").write_text("old")
    (folder / "a.txt").chmod(0o640)
    write_files({folder / "a.txt": "new"}, folder)
    assert (folder / "a.txt").read_text() == "new"
    assert (folder / "a.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("path", ["link/a.txt", "link/deeper/a.txt", "file.txt", "../a.txt"])
def test_nothing_is_written_outside_the_folder(folder: Path, path: str) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "file.txt").write_text("theirs")
    (folder / "link").symlink_to(outside)
    (folder / "file.txt").symlink_to(outside / "file.txt")
    why = write_files({folder / "fine.txt": "", folder / path: "ours"}, folder)
    assert why == f"{path} is a symbolic link, or leads outside its folder."
    assert (outside / "file.txt").read_text() == "theirs"
    assert _names(outside) == ["file.txt"]
    assert not (folder / "fine.txt").exists()


def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    assert write_files({link / "a.txt": "a"}, link) is None
    assert _names(folder) == ["a.txt"]


@pytest.mark.parametrize("path", ["taken", "file.txt/a.txt"])
def test_what_cannot_be_written_changes_nothing(folder: Path, path: str) -> None:
    (folder / "taken").mkdir()
    (folder / "file.txt").write_text("old")
    why = write_files({folder / "file.txt": "new", folder / "b.txt": "", folder / path: ""}, folder)
    assert why is not None
    assert why.startswith(f"{path} cannot be written: ")
    assert (folder / "file.txt").read_text() == "old"
    assert _names(folder) == ["file.txt", "taken"]
