"""RIS: a line for each thing that is known, tag first.

Pandoc reads it, too, but loses days, dates of access and organisations.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from annotated_reader.imports.sources.dates import edtf_of
from annotated_reader.imports.sources.records import MAX_SOURCES, Raw, too_many
from annotated_reader.imports.sources.ris_fields import TYPES, meaning
from annotated_reader.notes import csl
from annotated_reader.problems import Place, Problem, at_most

_TAGGED = re.compile(r"([A-Z][A-Z0-9]) {1,2}-(?: (.*))?")
_Line = tuple[int, str, str]
"""Its number, its tag, which may be empty, and its value."""
_Tags = list[tuple[str, str]]


def read_ris(text: str, place: Place) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a RIS file, faulty ones as refused.

    Data banks write lines of their own before the first record, which are skipped.
    Problems: R004 too many records, R015 where it holds none that can be read.
    """
    blocks = list(islice(_blocks(text), MAX_SOURCES + 2))
    if many := too_many(len(blocks) - 1, place):
        return [], many
    if blocks and not any(tag for _, tag, _ in blocks[0]):
        del blocks[0]
    raws = [_raw(block) for block in blocks]
    good = any(not raw.refused for raw in raws)
    return (raws, []) if good else ([], _problems(raws, place))


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield the lines that belong together: each record, and what stands between records."""
    block: list[_Line] = []
    for number, written in enumerate(re.split("\r\n|[\r\n]", text), 1):
        found = _TAGGED.fullmatch(written.rstrip())
        tag, value = (found[1], (found[2] or "").strip()) if found else ("", written.strip())
        if tag == "TY" and block:
            yield block
            block = []
        block += [(number, tag, value)] if tag or value else []
        if tag == "ER":
            yield block
            block = []
    if block:
        yield block


def _raw(block: list[_Line]) -> Raw:
    """Return a record; a value may run over several lines."""
    begun = block[0][0]
    if block[0][1] != "TY":
        return Raw(None, begun, refused="this line is not part of any record")
    if block[-1][1] != "ER":
        return Raw(None, begun, refused="this record has no last line `ER  - `")
    lines: list[tuple[str, list[str]]] = []
    for _, tag, value in block[:-1]:
        if tag:
            lines.append((tag, [value]))
        else:
            lines[-1][1].append(value)
    return Raw(*_record([(tag, " ".join(values).strip()) for tag, values in lines], begun))


def _problems(raws: list[Raw], place: Place) -> list[Problem]:
    """Return what is wrong with a file of which nothing can be read."""
    hint = "A record begins with `TY  - ` and ends with `ER  - `."
    if not raws:
        return [Problem(place, "R015", "holds no records.", hint)]
    return at_most(
        [Problem(Place(place.file, raw.line, 1), "R015", f"{raw.refused}.", hint) for raw in raws]
    )


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
