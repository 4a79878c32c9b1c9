"""Reading files that strangers wrote: inside their folder, of bounded size, as UTF-8."""

import os
import re
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath

from annotated_reader.problems import Place, Problem

MAX_BYTES = 4_000_000
"""Largest file read, in bytes: three long books, or 8,000 sources, in one file."""

# Bidirectional overrides and isolates (CVE-2021-42574), byte order marks inside a
# text, tag characters, and control characters other than white space.
_HIDING = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\U000e0000-\U000e007f]"
)

HIDING = _HIDING.pattern
"""The same for the script of the composer."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of the project and the name by which problems speak of it (empty: none)."""

    path: Path
    name: str

    def place(self, path: Path, line: int = 0, column: int = 0) -> Place:
        """Return a place in a file of this folder, named from the project's root."""
        return Place(_name_of(path, self), line, column)


@lru_cache(maxsize=1024)
def _name_of(path: Path, folder: Folder) -> str:
    inside = path.relative_to(folder.path).as_posix()
    return PurePosixPath(folder.name, inside).as_posix()


def is_there(path: Path) -> bool:
    """Say whether there is something at a path, be it a link to nothing, which reading refuses."""
    return os.path.lexists(path)


def read_text(
    path: Path, folder: Folder, most: int = MAX_BYTES
) -> tuple[str | None, list[Problem]]:
    """Return the text of a file, line ends and byte order mark untouched.

    Problems: R001 unreadable, R002 symbolic link or outside the folder, R003 not
    UTF-8, R004 of more than `most` bytes. With a problem the text is None.
    """
    place = folder.place(path)
    if refusal := _refusal(path, folder, most):
        return None, [refusal]
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(place, "R001", f"cannot be read: {error.strerror}.")]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        found = folder.place(path, *line_and_column(before, len(before)))
        return None, [
            Problem(found, "R003", "is not UTF-8 text.", "Save the file with the encoding UTF-8.")
        ]


def refuse_link_to(place: Place) -> Problem:
    """Return the R002 of a path: what a link leads to might not be meant for readers."""
    message = "is a symbolic link, or leads outside its folder."
    return Problem(place, "R002", message, "Put the file itself here.")


def _refusal(path: Path, folder: Folder, most: int) -> Problem | None:
    place = folder.place(path)
    inside = path.relative_to(folder.path)
    steps = [folder.path.joinpath(*inside.parts[: n + 1]) for n in range(len(inside.parts))]
    try:
        if ".." in inside.parts or any(step.is_symlink() for step in steps):
            return refuse_link_to(place)
        status = path.stat()
    except OSError as error:
        return Problem(place, "R001", f"cannot be read: {error.strerror}.")
    except ValueError:
        return Problem(place, "R001", "cannot be read: no file can have this name.")
    if not stat.S_ISREG(status.st_mode):
        return Problem(place, "R001", "is not a regular file.")
    if status.st_size > most:
        size = f"{status.st_size:,} bytes; {most:,} are allowed."
        return Problem(place, "R004", f"is too large: {size}", "Split it into several files.")
    return None


def find_hiding_character(text: str) -> tuple[int, str] | None:
    """Return offset and name (`U+202E`) of the first character that hides or reorders text."""
    found = _HIDING.search(text)
    return (found.start(), f"U+{ord(found[0]):04X}") if found else None


def refuse_hiding(text: str) -> tuple[int, str] | None:
    """Return the offset of the first such character, and what is told of it; None without one."""
    found = find_hiding_character(text)
    return (found[0], f"the character {found[1]} hides or reorders text.") if found else None


def without_hiding_characters(text: str) -> str:
    """Return a text without the characters that `find_hiding_character` finds."""
    return _HIDING.sub("", text)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return line and column, both from 1, of a character offset; LF, CRLF and CR end lines."""
    before = text[:offset].replace("\r\n", "\n").replace("\r", "\n")
    return before.count("\n") + 1, len(before) - before.rfind("\n")
