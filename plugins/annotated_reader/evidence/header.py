"""The front lines of a kept copy: the day on which it was saved, and from where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from annotated_reader.notes.edtf import propose_edtf
from annotated_reader.notes.links import refuse_link
from annotated_reader.problems import MAX_FAULTS, Place, Problem, did_you_mean

KEYS = ("saved", "url")
_LINE = re.compile(r"[ \t]*([A-Za-z-]{1,20})[ \t]*:[ \t]*(\S[^\n]*)")
_COMMENT = re.compile(r"\s*<!--(.*?)-->", re.DOTALL)
# A day or an address alone behind the name: a front line, though its name is wrong.
_MEANT = re.compile(r"[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}|https?://\S+")


@dataclass(frozen=True, slots=True)
class Header:
    """What the front lines say; empty where they say nothing."""

    saved: str = ""
    """A day like 2026-11-23."""
    url: str = ""


def read_header(content: str, place: Place, *, html: bool) -> tuple[Header, str, list[Problem]]:
    """Return the front lines of a copy, and what follows them.

    They are `saved: 2026-11-23` and `url: https://…`, in a page within a comment
    before everything else. Problems: R201 an unknown key, R203 what is no day, R209
    an address that is not allowed.
    """
    content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    comment = _COMMENT.match(content) if html else None
    if html and comment is None:
        return Header(), content, []
    front = _front_lines(comment[1] if comment else content, in_comment=html)
    lines = list(islice(front, MAX_FAULTS))
    values: dict[str, str] = {}
    problems = []
    for number, key, value in lines:
        here = Place(place.file, number, 1)
        if problem := _problem(key, value, here):
            problems.append(problem)
        else:
            values[key] = value
    end = comment.end() if comment else _behind(content, len(lines))
    return Header(**values), content[end:], problems


def _front_lines(content: str, *, in_comment: bool) -> Iterator[tuple[int, str, str]]:
    """Yield number, key and value of each front line; a copy may have none."""
    for number, line in enumerate(content.split("\n"), start=1):
        found = _LINE.fullmatch(line)
        if in_comment and not line.strip():
            continue
        if not found:
            return
        key, value = found[1].lower(), found[2].strip()
        if key not in KEYS and not _MEANT.fullmatch(value):
            return
        yield number, key, value


def _behind(content: str, lines: int) -> int:
    """Return the offset behind the first lines of a text."""
    return len("".join(content.splitlines(keepends=True)[:lines]))


def _problem(key: str, value: str, place: Place) -> Problem | None:
    if key not in KEYS:
        return Problem(place, "R201", f'unknown key "{key}".', did_you_mean(key, KEYS))
    if key == "url" and (why := refuse_link(value)):
        return Problem(place, "R209", f'"{value[:60]}" is not allowed: {why}.')
    if key == "saved" and not _is_day(value):
        proposal = propose_edtf(value)
        hint = f'Did you mean "{proposal}"?' if proposal else ""
        message = f'"saved" must be a day like 2026-11-23, not "{value[:60]}".'
        return Problem(place, "R203", message, hint)
    return None


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
