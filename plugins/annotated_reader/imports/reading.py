"""Reading JSON from strangers: of bounded size and depth, and without a traceback."""

import json
import stat
from pathlib import Path
from typing import Any

from annotated_reader.problems import Place, Problem

MAX_BYTES = 32_000_000
"""Largest file read, in bytes: some 20,000 annotations."""

MAX_DEPTH = 32
"""Levels of nesting; the deepest thing that the formats have is at level 14."""


def read_json(path: Path) -> tuple[Any, list[Problem]]:
    """Return what a JSON file holds; None with a problem.

    Problems: R001 unreadable, R003 not UTF-8, R004 larger than `MAX_BYTES` (it is
    then not read at all), R014 nested too deeply, R015 not JSON.
    """
    place = Place(path.name)
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return None, [Problem(place, "R001", "is not a regular file.")]
        if status.st_size > MAX_BYTES:
            size = f"{status.st_size:,} bytes; {MAX_BYTES:,} are allowed."
            return None, [Problem(place, "R004", f"is too large: {size}", "Import it in parts.")]
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return None, [Problem(place, "R001", f"cannot be read: {error.strerror}.")]
    except UnicodeDecodeError:
        return None, [Problem(place, "R003", "is not UTF-8 text.")]
    return _parse(text, place)


def _parse(text: str, place: Place) -> tuple[Any, list[Problem]]:
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
