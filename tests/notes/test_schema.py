"""The schemas: what the reader takes they take, and what they refuse the reader refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.files import Folder
from annotated_reader.notes.schema import schemas
from annotated_reader.notes.vocabulary import DEFAULT, default_vocabulary
from annotated_reader.notes.yaml_reader import read_yaml

ROOT = Path(__file__).parents[2]
BROKEN = ROOT / "tests/edition/broken"
BASE = ROOT / "tests/edition/base"
SCHEMAS = schemas(default_vocabulary())
SCHEMA_OF = {
    "text.yml": "text.json",
    "sources.yml": "sources.json",
    "verdicts.yml": "verdicts.json",
    "pieces.yml": "pieces.json",
    "chronology.yml": "chronology.json",
}

SEEN = ["R103", "R201", "R202", "R203", "R206", "R207", "R303", "R304", "R401", "R402", "R403"]
"""Codes of which a schema can see something."""
UNSEEN = {
    "R304-date-that-is-none": "a pattern has no calendar",
    "R304-date-of-a-period": "a pattern has no calendar",
    "R203-note-full-of-marks": "a pattern does not count marks of Markdown",
}
"""Cases that are beyond a schema, and why."""


def _faults(path: Path) -> list[str] | None:
    """Return what the schema says of a file, None when the file is no YAML of ours."""
    file, _ = read_yaml(path, Folder(path.parent, "a"))
    if file is None:
        return None
    validator = Draft7Validator(SCHEMAS[SCHEMA_OF.get(path.name, "notes.json")])
    return [error.message for error in validator.iter_errors(file.data)]


def _annotations(root: Path) -> list[Path]:
    return sorted((root / "annotations").rglob("*.yml"))


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_schemas(name: str) -> None:
    Draft7Validator.check_schema(SCHEMAS[name])
    assert json.loads(json.dumps(SCHEMAS[name])) == SCHEMAS[name]


@pytest.mark.parametrize("path", [*_annotations(ROOT), *_annotations(BASE), DEFAULT], ids=str)
def test_they_take_what_is_there(path: Path) -> None:
    assert _faults(path) == []


CASES = [
    path
    for code in SEEN
    for path in sorted(BROKEN.glob(f"{code}-*/annotations/**/*.yml"))
    if path.parts[len(BROKEN.parts)] not in UNSEEN
]


@pytest.mark.parametrize("path", CASES, ids=lambda path: str(path.relative_to(BROKEN)))
def test_they_refuse_what_the_reader_refuses(path: Path) -> None:
    assert _faults(path)


@pytest.mark.parametrize("case", UNSEEN)
def test_what_they_cannot_see(case: str) -> None:
    assert [_faults(path) for path in BROKEN.glob(f"{case}/annotations/**/*.yml")] == [[]]


def test_they_refuse_nothing_that_the_reader_takes() -> None:
    """Files whose only fault is in another place than a schema looks at."""
    others = [
        p
        for p in BROKEN.glob("*/annotations/**/*.yml")
        if p.parts[len(BROKEN.parts)][:4] not in SEEN
    ]
    told = {str(path.relative_to(BROKEN)): faults for path in others if (faults := _faults(path))}
    assert set(told) <= {
        name
        for name in told
        if re.match(r"R01[35]|R017-every-key|R404|R006-filler-in-a-source-id", name)
    }


@pytest.fixture(scope="session")
def edition() -> Edition:
    return build_edition(Project.at(ROOT))[0]


def test_they_know_the_words_of_the_project(edition: Edition) -> None:
    schema = schemas(edition.vocabulary, edition.sources)["notes.json"]
    verdict = schema["definitions"]["NoteRecord"]["properties"]["verdict"]
    assert verdict["enum"] == list(edition.vocabulary.verdicts)
    assert verdict["enumDescriptions"][0] == "Sources support this."
    source = schema["definitions"]["SourceUse"]["properties"]["source"]
    assert source["anyOf"][0]["enum"] == sorted(edition.sources)


@pytest.mark.parametrize(
    "value", [{"locator": 12}, {"locator": "p. 12"}, {"quote": 1994}, {"locator": True}]
)
def test_free_text_may_look_like_a_number(value: dict[str, Any]) -> None:
    use = {"source": "almanac", **value}
    notes = [{"at": "s1", "kind": "citation", "sources": [use]}]
    assert Draft7Validator(SCHEMAS["notes.json"]).is_valid({"notes": notes})


def test_the_year_of_a_source_may_be_a_number() -> None:
    source = {"id": "a", "type": "book", "title": 1984, "issued": 1949}
    assert Draft7Validator(SCHEMAS["sources.json"]).is_valid({"references": [source]})
