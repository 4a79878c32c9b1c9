"""Writing files: all of them or none, each whole, and nowhere but below a folder that is meant."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from secrets import token_hex


def write_files(files: Mapping[Path, str], folder: Path) -> str | None:
    """Write files below a folder as UTF-8; return why none was written, or None when all are.

    What cannot be written is found out before anything is replaced, and whoever reads a
    file meanwhile reads what was there. A file keeps its mode. None is written outside
    the folder, nor through a symbolic link in it; the folder itself may be one.
    """
    for path in files:
        if not _lies_in(path, folder):
            return f"{_name(path, folder)} is a symbolic link, or leads outside its folder."
    ready: dict[Path, Path] = {}
    old: dict[Path, bytes] = {}
    try:
        for path, content in files.items():
            ready[path] = _beside(path, content)
        for path, new in ready.items():
            old |= {path: path.read_bytes()} if path.exists() else {}
            new.replace(path)
    except OSError as error:
        _restore(old, ready)
        return f"{_name(path, folder)} cannot be written: {error.strerror}."
    return None


def _lies_in(path: Path, folder: Path) -> bool:
    try:
        inside = path.absolute().relative_to(folder.absolute())
    except ValueError:
        return False
    steps = [folder.joinpath(*inside.parts[: n + 1]) for n in range(len(inside.parts))]
    return ".." not in inside.parts and not any(step.is_symlink() for step in steps)


def _name(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()


def _beside(path: Path, content: str) -> Path:
    """Write a file beside the one that it is going to replace, of the same mode."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name[:100]}.{token_hex(4)}")
    try:
        # "x" follows no link, and gives the mode that the user's files have.
        with new.open("x", encoding="utf-8", newline="\n") as file:
            file.write(content)
        if path.exists():
            shutil.copymode(path, new)
    except OSError:
        new.unlink(missing_ok=True)
        raise
    return new


def _restore(old: Mapping[Path, bytes], ready: Mapping[Path, Path]) -> None:
    for path, new in ready.items():
        if new.exists():
            new.unlink()
        elif path in old:
            path.write_bytes(old[path])
        else:
            path.unlink()
