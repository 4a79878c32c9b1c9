"""Replacing files of the project: all of them, or none."""

import os
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import click

from annotated_reader.edition import Project


def replace_files(files: Mapping[Path, str], project: Project) -> None:
    """Write all files, or none: what cannot be written is found out before anything is replaced."""
    ready: dict[Path, Path] = {}
    old = {path: path.read_bytes() for path in files if path.exists()}
    try:
        for path, content in files.items():
            ready[path] = _beside(path, content)
        for path, new in ready.items():
            new.replace(path)
    except OSError as error:
        _restore(old, ready)
        name = _name(path, project)
        click.echo(f"{name} cannot be written: {error.strerror}. Nothing was changed.", err=True)
        sys.exit(2)
    for path in files:
        click.echo(f"written: {_name(path, project)}", err=True)


def _name(path: Path, project: Project) -> str:
    """Return a path from the project's root; what lies beside the annotations lies at the root."""
    inside = path.is_relative_to(project.annotations.path)
    return str(project.annotations.place(path)) if inside else path.name


def _beside(path: Path, content: str) -> Path:
    """Write a file beside the one that it is going to replace, of the same mode."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content.encode("utf-8"))
        if path.exists():
            shutil.copymode(path, new)
        else:
            new.chmod(_usual_mode())
    except OSError:
        new.unlink()
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


def _usual_mode() -> int:
    """Return the mode of a file that nothing special was said of; a temporary one is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
