"""Sources as CSL JSON, the form in which reference managers exchange them.

The schema is `csl-data.json` of CSL 1.0.2; years before Christ count without a year 0.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from annotated_reader.notes import Source
from annotated_reader.notes.edtf import DatePart, EdtfDate
from annotated_reader.notes.format import PersonRecord

Item = dict[str, Any]
"""One source as CSL JSON has it."""

_SPRING = 21
"""Number of spring where EDTF has a month; CSL counts seasons from 1."""


def csl_json(sources: Iterable[Source]) -> str:
    """Return sources as the content of a CSL JSON file."""
    return json.dumps([csl_item(source) for source in sources], ensure_ascii=False, indent=2) + "\n"


def csl_item(source: Source) -> Item:
    """Return a source with everything that is known of it, our own fields under `custom`."""
    item: Item = {"id": source.id, "type": source.type, **source.texts}
    item |= {field: [_name(person) for person in people] for field, people in source.names.items()}
    item |= {field: csl_date(date) for field, date in source.dates.items()}
    return item | ({"custom": dict(source.custom)} if source.custom else {})


def _name(person: PersonRecord) -> dict[str, Any]:
    parts: dict[str, Any] = msgspec.to_builtins(person)
    if person.comma_suffix:
        parts["comma-suffix"] = person.comma_suffix == "true"
    return {key: value for key, value in parts.items() if value not in ("", None)}


def csl_date(date: EdtfDate) -> dict[str, Any]:
    """Return a date as CSL JSON has it."""
    ends = [date.start, *([date.end] if date.end else [])]
    # The schema has one season for a date; both ends of a range say theirs as a month,
    # which pandoc and citeproc-js read.
    season = date.start.month - _SPRING + 1 if len(ends) == 1 else 0
    parts = [list(_numbers(end, month=season < 1)) for end in ends]
    found: dict[str, Any] = {"date-parts": parts}
    return found | ({"season": season} if season > 0 else {}) | _circa(date)


def _circa(date: EdtfDate) -> dict[str, bool]:
    return {"circa": True} if date.circa else {}


def _numbers(part: DatePart, *, month: bool) -> Iterator[int]:
    # EDTF has a year 0, which is 1 B.C.E.
    yield part.year if part.year > 0 else part.year - 1
    if month and part.month:
        yield part.month
        if part.day:
            yield part.day
