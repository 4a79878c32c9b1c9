"""Reading annotations from Hypothesis: rows of its API, or a file that its client exported."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotated_reader.imports.bodies import MAX_BODY
from annotated_reader.imports.contents import as_note
from annotated_reader.imports.identity import hypothesis_id
from annotated_reader.imports.records import Content, Incoming, Outcome
from annotated_reader.imports.selectors import Reading, read_selectors
from annotated_reader.imports.small_markdown import one_line, to_note
from annotated_reader.notes import Vocabulary

TITLE = "Hypothesis"

_ACCOUNT = re.compile(r"acct:([^@\s]{1,100})@\S+")
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?=T|$)")
_PUBLIC = "group:__world__"


def is_hypothesis(data: Any) -> bool:
    """Say whether data looks like annotations from Hypothesis."""
    if isinstance(data, list):
        return bool(data) and is_hypothesis(data[0])
    if not isinstance(data, dict):
        return False
    return any(isinstance(data.get(key), list) for key in ("rows", "annotations")) or (
        "@context" not in data and {"uri", "user"} <= data.keys()
    )


def read_hypothesis(data: Any, vocabulary: Vocabulary) -> list[Incoming]:
    """Return what a file of Hypothesis holds, in its order."""
    return [_read(at, row, vocabulary) for at, row in _rows(data)]


def _rows(data: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(data, list):
        yield from ((f"/{number}", row) for number, row in enumerate(data))
        return
    lists = [key for key in ("rows", "annotations") if isinstance(data.get(key), list)]
    for key in lists:
        yield from ((f"/{key}/{number}", row) for number, row in enumerate(data[key]))
    if not lists:
        yield "", data


def _read(at: str, row: Any, vocabulary: Vocabulary) -> Incoming:
    if wrong := _fault(row):
        return Incoming(_name(row, at), at, refused=Outcome.INVALID, reason=at + wrong, raw=row)
    name = _name(row, at)
    reading = _place(row)
    note, why = as_note(_content(row), vocabulary, hypothesis_id(row.get("id")))
    reason = _unsupported(row, reading, why)
    remarks = [*reading.remarks, *_remarks(row)] if not reason else []
    return Incoming(
        name,
        at,
        row.get("id") or "",
        note,
        reading.sought,
        refused=Outcome.UNSUPPORTED if reason else None,
        reason=reason,
        remarks=tuple(remarks),
        raw=row,
    )


def _fault(row: Any) -> str:
    if not isinstance(row, dict):
        return " must be an object"
    for key, kind, what in (
        ("id", str, "a text"),
        ("text", str, "a text"),
        ("user", str, "a text"),
        ("created", str, "a text"),
        ("tags", list, "a list"),
        ("references", list, "a list"),
        ("target", list, "a list"),
    ):
        if row.get(key) is not None and not isinstance(row[key], kind):
            return f"/{key} must be {what}"
    return "" if "target" in row or "uri" in row else "/target is missing"


def _name(row: Any, at: str) -> str:
    for key in ("id", "text"):
        value = row.get(key) if isinstance(row, dict) else None
        if isinstance(value, str) and value.strip():
            return one_line(value)
    return f"annotation {at or '/'}"


def _place(row: dict[str, Any]) -> Reading:
    targets = [target for target in row.get("target") or [] if isinstance(target, dict)]
    readings = [read_selectors(t["selector"]) for t in targets if t.get("selector")]
    usable = [reading for reading in readings if reading.sought]
    if not usable or not (sought := usable[0].sought):
        return readings[0] if readings else Reading(None)
    page = row.get("uri")
    sought = replace(sought, page=page if isinstance(page, str) else "")
    return Reading(sought, usable[0].remarks)


def _unsupported(row: dict[str, Any], reading: Reading, why: str) -> str:
    """Return why a row cannot become a note, or an empty text."""
    if row.get("references"):
        return "a reply to another annotation"
    if reading.sought is None:
        return "; ".join(reading.remarks) or "a note on the whole page"
    return why


def _content(row: dict[str, Any]) -> Content:
    account = _ACCOUNT.fullmatch(row.get("user") or "")
    day = _DAY.match(row.get("created") or "")
    tags = [one_line(tag, 100) for tag in row.get("tags") or [] if isinstance(tag, str)]
    return Content(
        text=to_note((row.get("text") or "")[:MAX_BODY], "text/markdown"),
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        by=(account[1] if account else row.get("user") or "",),
        day=day[0] if day else "",
    )


def _remarks(row: dict[str, Any]) -> Iterator[str]:
    if len(row.get("text") or "") > MAX_BODY:
        yield f"of {len(row['text']):,} characters {MAX_BODY:,} were read"
    permissions = row.get("permissions")
    readers = permissions.get("read") if isinstance(permissions, dict) else None
    if isinstance(readers, list) and _PUBLIC not in readers:
        yield "it was not public on Hypothesis: ask its author"
