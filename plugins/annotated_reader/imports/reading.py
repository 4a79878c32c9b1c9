"""Reading files of other programs: of bounded size and depth, and without a traceback."""

import json
import stat
from pathlib import Path
from typing import Any

from annotated_reader.files import line_and_column
from annotated_reader.problems import Place, Problem

MAX_BYTES = 32_000_000
"""Largest file read, in bytes: some 20,000 annotations."""

MAX_DEPTH = 32
"""Levels of nesting; the deepest thing that the formats have is at level 14."""


def read_json(path: Path) -> tuple[Any, list[Problem]]:
    """Return what a JSON file holds; None with a problem of `read_foreign` or `parse_json`."""
    text, problems = read_foreign(path)
    return (None, problems) if text is None else parse_json(text, Place(path.name))


def read_foreign(path: Path, limit: int = MAX_BYTES) -> tuple[str | None, list[Problem]]:
    """Return the text of a file that may lie anywhere, without a byte order mark.

    Problems: R001 unreadable, R003 not UTF-8, R004 larger than `limit` bytes (it is
    then not read at all).
    """
    place = Place(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [Problem(place, "R001", "is not a regular file.")]
        if status.st_size > limit:
            size = f"{status.st_size:,} bytes; {limit:,} are allowed."
            return None, [Problem(place, "R004", f"is too large: {size}", "Import it in parts.")]
        raw = path.read_bytes()
    except OSError as error:
        return None, [Problem(place, "R001", f"cannot be read: {error.strerror}.")]
    try:
        return raw.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8", "replace")
        place = Place(path.name, *line_and_column(before, len(before)))
        hint = "Save the file with the encoding UTF-8."
        return None, [Problem(place, "R003", "is not UTF-8 text.", hint)]


def parse_json(text: str, place: Place) -> tuple[Any, list[Problem]]:
    """Return what a JSON text holds; None with a problem.

    Problems: R014 nested too deeply, R015 not JSON.
    """
    try:
        data = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        place = Place(place.file, error.lineno, error.colno)
        return None, [Problem(place, "R015", f"is not JSON: {error.msg}.")]
    except RecursionError:
        return None, [_too_deep(place)]
    except ValueError as error:
        # NaN and Infinity, and numbers of more digits than Python converts.
        return None, [Problem(place, "R015", f"is not JSON that can be read: {error}.")]
    return (None, [_too_deep(place)]) if _depth_exceeds(data, MAX_DEPTH) else (data, [])


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _too_deep(place: Place) -> Problem:
    return Problem(place, "R014", f"is nested more than {MAX_DEPTH} levels deep.")


def _depth_exceeds(data: Any, limit: int) -> bool:
    level = [data]
    for _ in range(limit):
        level = [part for item in level for part in _parts(item)]
        if not level:
            return False
    return True


def _parts(item: Any) -> list[Any]:
    if isinstance(item, dict):
        return list(item.values())
    return item if isinstance(item, list) else []
