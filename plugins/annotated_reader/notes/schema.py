"""JSON Schema of the annotation files, made from the one definition of the format.

For editors that complete and check while one types (draft 7, which they all know), and for
the composer on the page. A schema cannot look into other files: `check` still has the last word.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from annotated_reader.notes import csl
from annotated_reader.notes.doi import PATTERN as DOI
from annotated_reader.notes.edtf import PATTERN as EDTF
from annotated_reader.notes.format import (
    EventRecord,
    NoteRecord,
    PeriodRecord,
    PersonRecord,
    PieceRecord,
    Prose,
    ReasonRecord,
    SourceId,
    SourceUse,
    TextRecord,
    VerdictRecord,
)
from annotated_reader.notes.schema_rules import note_rules
from annotated_reader.notes.sources import REFERENCES
from annotated_reader.notes.vocabulary import Vocabulary

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
_REF = "#/definitions/{name}"
_DATE: Schema = {
    "description": "a date (EDTF) like 2020, 2020-11 or 2020-11-10",
    "type": ["string", "integer"],
    "pattern": EDTF,
    "format": "edtf",
}


def schemas(vocabulary: Vocabulary, sources: Iterable[str] = ()) -> dict[str, Schema]:
    """Return the schemas of all annotation files by the name of their own.

    Verdicts and reasons are those of the vocabulary; ids of known sources are proposed,
    others allowed, since a file may bring its own.
    """
    return {
        "notes.json": _notes(vocabulary, sorted(sources)),
        "text.json": _file("A text as a whole: text.yml", **_members(TextRecord)),
        "sources.json": _listing("The bibliography: sources.yml", {REFERENCES: _sources()}),
        "verdicts.json": _listing(
            "The vocabulary of flagged claims: verdicts.yml",
            {"verdicts": _list_of("VerdictRecord"), "reasons": _list_of("ReasonRecord")},
            VerdictRecord,
            ReasonRecord,
        ),
        "pieces.json": _listing(
            "The order of the pieces of a text: pieces.yml",
            {"pieces": _list_of("PieceRecord")},
            PieceRecord,
        ),
        "chronology.json": _chronology(),
    }


def _notes(vocabulary: Vocabulary, sources: list[str]) -> Schema:
    lists = {"notes": _list_of("NoteRecord"), REFERENCES: _sources()}
    schema = _listing("Notes on a text", lists, NoteRecord, SourceUse)
    note = schema["definitions"]["NoteRecord"]
    keys = note["properties"]
    for record in ("NoteRecord", "HistoryEntry"):
        of_claim = schema["definitions"][record]["properties"]
        of_claim["verdict"] = _choice({id_: v.meaning for id_, v in vocabulary.verdicts.items()})
        if "reasons" in of_claim:
            of_claim["reasons"]["items"] = _choice(
                {id_: reason.meaning for id_, reason in vocabulary.reasons.items()}
            )
    note["allOf"] = list(note_rules(vocabulary))
    source = schema["definitions"]["SourceUse"]["properties"]["source"]
    if sources:
        schema["definitions"]["SourceUse"]["properties"]["source"] = {
            "description": "a source of sources.yml, or of this file",
            "anyOf": [{"enum": sources}, source],
        }
    keys["checked"]["format"] = "edtf"
    for key in ("lead", "note"):
        keys[key]["format"] = "markdown"
    one, several = keys["at"]["anyOf"]
    # The record takes any text here, and the reader looks at its form: see `notes.format`.
    one |= several["items"]
    return schema


def _chronology() -> Schema:
    lists = {"events": _list_of("EventRecord"), "periods": _list_of("PeriodRecord")}
    title = "The chronology of a text: chronology.yml"
    schema = _listing(title, lists, EventRecord, PeriodRecord)
    for record, keys in (("EventRecord", ("date",)), ("PeriodRecord", ("first", "last"))):
        schema["definitions"][record]["properties"] |= dict.fromkeys(keys, _DATE)
    return schema


def _choice(meanings: Mapping[str, str]) -> Schema:
    return {"enum": list(meanings), "enumDescriptions": list(meanings.values())}


def _listing(title: str, lists: Schema, *records: type[msgspec.Struct]) -> Schema:
    """Return the schema of a file that holds lists of records."""
    return _file(title, properties=lists, definitions=_definitions(*records, PersonRecord))


def _file(title: str, **parts: Any) -> Schema:
    schema = {"$schema": DRAFT, "title": title, "type": "object", **parts}
    schema["additionalProperties"] = False
    return schema


def _definitions(*records: type[msgspec.Struct]) -> Schema:
    _, found = msgspec.json.schema_components(records, ref_template=_REF)
    if person := found.get(PersonRecord.__name__):
        # Text for our reader of YAML, no text for others.
        person["properties"]["comma-suffix"] = {"enum": [True, False, "true", "false"]}
    return {name: _lenient(part) for name, part in found.items()}


def _members(record: type[msgspec.Struct]) -> Schema:
    found = _definitions(record)
    whole = found.pop(record.__name__)
    return {"properties": whole["properties"], "definitions": found}


def _lenient(part: Any) -> Any:
    """Return a schema without empty defaults, in which free text may look like a number.

    Our reader takes `locator: 12` for text, other readers of YAML for a number.
    """
    if isinstance(part, list):
        return [_lenient(item) for item in part]
    if not isinstance(part, dict):
        return part
    shown = {
        key: _lenient(value)
        for key, value in part.items()
        if key != "default" or (isinstance(value, str) and value)
    }
    if shown.get("type") == "string" and "minLength" in shown:
        shown["type"] = ["string", "number", "boolean"]
    return shown


def _list_of(name: str) -> Schema:
    return {"type": ["array", "null"], "items": {"$ref": _REF.format(name=name)}}


def _sources() -> Schema:
    item = {
        "type": "object",
        "properties": dict(_source_fields()),
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    }
    return {"type": ["array", "null"], "items": item}


def _source_fields() -> Iterator[tuple[str, Schema]]:
    (id_, text), _ = msgspec.json.schema_components([SourceId, Prose])
    text = _lenient(text)
    yield "id", id_
    yield "type", {"enum": sorted(csl.TYPES)}
    people = {"type": "array", "items": {"$ref": _REF.format(name="PersonRecord")}}
    yield "categories", {}
    known = {csl.ARCHIVED: _DATE, csl.ARCHIVE_URL: {**text, "type": "string", "format": "uri"}}
    yield "custom", {"type": "object", "properties": known, "additionalProperties": text}
    yield from ((name, people) for name in sorted(csl.NAME_FIELDS))
    yield from ((name, _DATE) for name in sorted(csl.DATE_FIELDS))
    yield from ((name, text) for name in sorted(csl.TEXT_FIELDS - {"URL", "DOI"}))
    yield "DOI", {**text, "type": "string", "pattern": DOI}
    yield "URL", {**text, "type": "string", "format": "uri"}
