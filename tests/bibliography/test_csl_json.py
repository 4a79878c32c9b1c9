import json
from typing import Any

import jsonschema
import pytest

from annotated_reader.bibliography import csl_item, csl_json
from annotated_reader.notes import csl
from tests.bibliography.conftest import FIXTURES, Sources, read
from tests.cases import Case, line_cases

STRING = {"type": "string"}
NAME_PARTS = "family given dropping-particle non-dropping-particle suffix literal".split()
DATE_PART = {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3}
DATE = {
    "type": "object",
    "properties": {
        "date-parts": {"type": "array", "items": DATE_PART, "minItems": 1, "maxItems": 2},
        "season": {"enum": [1, 2, 3, 4]},
        "circa": {"type": "boolean"},
    },
    "required": ["date-parts"],
    "additionalProperties": False,
}
NAME = {
    "type": "object",
    "properties": {**dict.fromkeys(NAME_PARTS, STRING), "comma-suffix": {"type": "boolean"}},
    "additionalProperties": False,
}
NAMES = {"type": "array", "items": NAME}
SCHEMA: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            **dict.fromkeys(csl.TEXT_FIELDS, STRING),
            **dict.fromkeys(csl.NAME_FIELDS, NAMES),
            **dict.fromkeys(csl.DATE_FIELDS, DATE),
            "id": STRING,
            "type": {"enum": sorted(csl.TYPES)},
            "custom": {"type": "object"},
        },
        "required": ["type", "id"],
        "additionalProperties": False,
    },
}
"""What csl-data.json asks of the fields that we write; stricter where we write one form of many."""


@pytest.mark.parametrize("case", line_cases(FIXTURES / "dates.txt"))
def test_dates(case: Case, sources_of: Sources) -> None:
    written, expected = case.parts
    source = sources_of(f"- {{id: x, type: book, title: T, issued: '{written}'}}\n")["x"]
    assert csl_item(source)["issued"] == json.loads(expected)


def test_the_published_file_fits_the_schema() -> None:
    jsonschema.validate(json.loads(csl_json(read(FIXTURES / "items.yml").values())), SCHEMA)


def test_everything_that_is_written_is_published(sources_of: Sources) -> None:
    source = sources_of(
        "- id: x\n  type: book\n  title: T\n  issued: 2020-11\n  volume: 61\n"
        "  author: [{family: Waal, given: Thomas, non-dropping-particle: de}, {literal: BBC},\n"
        "    {family: King, suffix: Jr., comma-suffix: true}]\n"
        "  custom: {archive-url: 'https://web.archive.org/x', consulted: title page}\n"
    )["x"]
    assert csl_item(source) == {
        "id": "x",
        "type": "book",
        "title": "T",
        "volume": "61",
        "author": [
            {"family": "Waal", "given": "Thomas", "non-dropping-particle": "de"},
            {"literal": "BBC"},
            {"family": "King", "suffix": "Jr.", "comma-suffix": True},
        ],
        "issued": {"date-parts": [[2020, 11]]},
        "custom": {"archive-url": "https://web.archive.org/x", "consulted": "title page"},
    }
