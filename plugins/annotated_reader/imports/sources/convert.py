"""From a record of CSL, as it came, to one that `sources.yml` takes without a complaint.

Whatever does not fit is left out and told; a record that hides characters is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from math import isfinite
from typing import Any

from annotated_reader.files import refuse_hiding
from annotated_reader.imports.sources.dates import edtf_of
from annotated_reader.imports.sources.ids import fit_id, proposed_id
from annotated_reader.imports.sources.languages import language_tag
from annotated_reader.imports.sources.names import read_names
from annotated_reader.imports.sources.records import Incoming, Raw
from annotated_reader.notes import TO_FILL_IN, csl
from annotated_reader.notes.doi import bare_doi
from annotated_reader.notes.links import refuse_link
from annotated_reader.notes.source_rewriting import Fields
from annotated_reader.notes.yaml_reader import refuse_unwritable

MAX_TEXT = 5000
"""Characters of a text field (`notes.format`)."""

_NO_CASE = re.compile(r'<span class="nocase">(.*?)</span>')
_BY_CASE = {name.casefold(): name for name in csl.FIELDS}
_NO_DATE = "it is not a date like 2020-11-10"
_TYPES = {"preprint": "article", "misc": "document", "": "document"}


def convert(raw: Raw) -> Incoming:
    """Return a record as `sources.yml` can hold it; `refused` says why it cannot."""
    refused = raw.refused or _refusal(raw.data)
    if refused:
        return Incoming(raw.line, remarks=raw.remarks, refused=refused)
    reading = _Reading(list(raw.remarks), list(raw.unsupported))
    fields = reading.fields(raw.data)
    given = reading.text(raw.data, "citation-key") or reading.text(raw.data, "id")
    made = fit_id(given)
    wanted = made or proposed_id(fields)
    if given and given != wanted:
        reading.remarks.insert(0, f"its id “{given[:60]}” became {wanted}")
    return Incoming(
        raw.line,
        fields,
        wanted,
        not made,
        tuple(reading.remarks),
        tuple(dict.fromkeys(reading.unsupported)),
    )


def _refusal(data: Any) -> str:
    if not isinstance(data, dict):
        return "it does not hold keys and values"
    for text in _texts(data):
        if refusal := refuse_hiding(text) or refuse_unwritable(text):
            return refusal[1].rstrip(".")
    return ""


def _texts(data: Any) -> Iterator[str]:
    """Yield every text inside a value; readers have bounded how deep it is."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for key, part in data.items():
            yield str(key)
            yield from _texts(part)
    elif isinstance(data, list):
        for part in data:
            yield from _texts(part)


@dataclass(slots=True)
class _Reading:
    """The reading of one record; collects what is to be told of it."""

    remarks: list[str] = field(default_factory=list)
    unsupported: list[str] = field(default_factory=list)

    def fields(self, data: dict[str, Any]) -> Fields:
        """Return the fields of a source, without its id."""
        found: Fields = {"type": self.type(data.get("type", ""))}
        for key, value in data.items():
            name = key if key in csl.FIELDS else _BY_CASE.get(key.casefold(), "")
            if name in ("id", "type", "citation-key") or value in (None, "", [], {}):
                continue
            if not name:
                self.unsupported.append(key[:60])
            elif name not in found and (read := self.field(name, value)):
                found[name] = read
        if "title" not in found:
            self.remarks.append("it has no title: fill it in")
            found["title"] = TO_FILL_IN
        return found

    def type(self, value: Any) -> str:
        """Return the CSL type; `document` in place of one that does not exist."""
        given = value if isinstance(value, str) else "…"
        found = _TYPES.get(given, given)
        if found in csl.TYPES:
            return found
        self.remarks.append(f'the type "{given[:60]}" became document')
        return "document"

    def field(self, name: str, value: Any) -> Any:
        """Return a value as its field has it, or nothing."""
        if name in csl.NAME_FIELDS:
            names, unsupported = read_names(value)
            self.unsupported += [f"{name}.{key}" for key in unsupported]
            return names or self.left_out(name, value, "it is not a list of names, or too long")
        if name in csl.DATE_FIELDS:
            return edtf_of(value) or self.left_out(name, value, _NO_DATE)
        if name == "custom":
            return self.custom(value)
        if name == "categories":
            good = isinstance(value, list) and all(isinstance(part, str) for part in value)
            return value if good else self.left_out(name, value, "it is not a list of words")
        return self.words(name, value)

    def words(self, name: str, value: Any) -> str:
        """Return the value of a text field; numbers are text, too."""
        text = _as_text(value)
        if not text:
            return self.left_out(name, value, "it is not text")
        if len(text) > MAX_TEXT:
            return self.left_out(name, value, f"it is longer than {MAX_TEXT:,} characters")
        if name == "URL" and (why := refuse_link(text)):
            return self.left_out(name, value, why)
        if name == "DOI":
            return bare_doi(text) or self.left_out(name, value, "it is not a DOI")
        return language_tag(text) if name == "language" else text

    def custom(self, value: Any) -> dict[str, str]:
        """Return the fields that CSL has no words for, as far as they are text."""
        found = {}
        for key, part in value.items() if isinstance(value, dict) else ():
            text = _as_text(part)
            if key.endswith("url") and (why := refuse_link(text)):
                self.left_out(f"custom.{key}"[:60], part, why)
            elif key == csl.ARCHIVED and (day := edtf_of(part)):
                found[key] = day
            elif key == csl.ARCHIVED:
                self.left_out(f"custom.{key}", part, _NO_DATE)
            elif text and key:
                found[key] = text
            else:
                self.unsupported.append(f"custom.{key}"[:60])
        return found if isinstance(value, dict) else {}

    def left_out(self, name: str, value: Any, why: str) -> str:
        """Tell that a field was left out; return nothing."""
        if isinstance(value, dict):
            value = value.get("literal") or value.get("raw")
        shown = f" “{text[:60]}”" if (text := _as_text(value)) else ""
        self.remarks.append(f"left out: {name}{shown}, {why}")
        return ""

    def text(self, data: dict[str, Any], name: str) -> str:
        """Return a value that may be text or a number."""
        return _as_text(data.get(name))


def _as_text(value: Any) -> str:
    """Return a text on one line, a number as text, nothing for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    if isinstance(value, float) and not isfinite(value):
        return ""
    return _NO_CASE.sub(r"\1", " ".join(str(value).split()))
