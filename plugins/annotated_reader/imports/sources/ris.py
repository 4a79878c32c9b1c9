"""RIS: a line for each thing that is known, tag first.

Pandoc reads it, too, but loses days, dates of access and organisations.
"""

import re
from typing import Any

from annotated_reader.imports.sources.dates import edtf_of
from annotated_reader.imports.sources.records import Raw
from annotated_reader.imports.sources.ris_fields import TYPES, meaning
from annotated_reader.notes import csl
from annotated_reader.problems import Place, Problem

_LINE = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_Tags = list[tuple[str, str]]


def read_ris(text: str, place: Place) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a RIS file.

    Problems: R015 where it holds none, where words stand outside of a record, and
    where a record is not closed.
    """
    raws: list[Raw] = []
    tags: _Tags = []
    begun = 0
    for number, line in enumerate(re.split("\r\n|[\r\n]", text), 1):
        found = _LINE.fullmatch(line.rstrip())
        tag, value = (found[1], (found[2] or "").strip()) if found else ("", line.strip())
        if tag == "TY" and begun:
            return [], [_wrong(place, begun, "this record has no last line `ER  - `.")]
        if tag == "TY":
            begun, tags = number, [(tag, value)]
        elif not begun and (tag or value):
            return [], [_wrong(place, number, "this line is not part of any record.")]
        elif tag == "ER":
            raws.append(Raw(*_record(tags, begun)))
            begun = 0
        elif tag:
            tags.append((tag, value))
        elif value:
            tags[-1] = (tags[-1][0], f"{tags[-1][1]} {value}".strip())
    if begun:
        return [], [_wrong(place, begun, "this record has no last line `ER  - `.")]
    return raws, [] if raws else [_wrong(place, 0, "holds no records.")]


def _wrong(place: Place, line: int, message: str) -> Problem:
    at = Place(place.file, line, 1 if line else 0)
    return Problem(at, "R015", message, "A record begins with `TY  - ` and ends with `ER  - `.")


def _record(tags: _Tags, line: int) -> tuple[Any, int, tuple[str, ...], tuple[str, ...]]:
    """Return data, line, remarks and unsupported tags of a record, as `Raw` has them."""
    given = tags[0][1].upper()
    type_ = TYPES.get(given, "document")
    remarks = () if given in TYPES else (f"the type “{given[:20]}” became document",)
    data: dict[str, Any] = {"type": type_}
    words: list[str] = []
    unsupported = []
    for tag, value in tags[1:]:
        if tag == "KW" and value:
            words.append(value)
        elif tag not in ("EP", "KW") and value and not _take(data, meaning(tag, type_), value):
            unsupported.append(tag)
    _pages(data, next((value for tag, value in tags if tag == "EP" and value), ""))
    data |= {"keyword": ", ".join(words)} if words else {}
    return data, line, remarks, tuple(unsupported)


def _take(data: dict[str, Any], field: str, value: str) -> bool:
    """Put a value into a record; say whether there was room for it."""
    if field in csl.NAME_FIELDS:
        data.setdefault(field, []).append(_name(value))
    elif field in csl.DATE_FIELDS:
        # The year stands in PY, the day, where it is known, in DA.
        exact = edtf_of(value) or value
        if len(exact) > len(data.get(field, "")):
            data[field] = exact
    elif not field or data.get(field, value) != value:
        return False
    else:
        data[field] = value
    return True


def _name(value: str) -> dict[str, str]:
    """Return a name; one without a comma is that of an organisation."""
    family, *rest = (part.strip() for part in value.split(",", 2))
    if not any(rest):
        return {"literal": family}
    parts = {"family": family, "given": rest[0], "suffix": rest[1] if len(rest) > 1 else ""}
    return {key: part for key, part in parts.items() if part}


def _pages(data: dict[str, Any], last: str) -> None:
    first = data.get("page", "")
    if last and last != first and "-" not in first:
        data["page"] = f"{first}-{last}" if first else last
