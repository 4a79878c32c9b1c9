"""Annotations that are notes of the text already, whatever file they come in."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.exports import Names, annotations_json
from annotated_reader.imports import Import, Outcome, Result, import_data
from tests.cases import yaml_cases
from tests.conftest import ROOT
from tests.imports.conftest import FIXTURES, annotation, quote, row

NOTES = "annotations/essay/notes.yml"


def _again(project: Path, data: Any, notes: str = "", **options: Any) -> Import:
    """Import data into a project whose notes are these."""
    (project / NOTES).write_text(f"notes:\n{notes}" if notes else "notes: []\n", encoding="utf-8")
    edition, _ = build_edition(Project.at(project))
    done, problems = import_data(data, "f.json", edition, edition.text("essay"), **options)
    assert done is not None, problems
    return done


def _told(result: Result) -> str:
    if result.outcome is not Outcome.PRESENT:
        return str(result.outcome)
    more = ", which says something else" if result.remarks else ""
    return f"{result.outcome} {result.reason.removeprefix('annotations/essay/')}{more}"


def _row(case: dict[str, str]) -> dict[str, Any]:
    item = row(id=case.get("id"), text="A remark.", tags=[], created=None)
    if "quote" not in case:
        return item
    selector = quote(case["quote"], case.get("prefix", ""), case.get("suffix", ""))
    return item | {"target": [{"selector": [selector]}]}


@pytest.mark.parametrize("case", yaml_cases(FIXTURES / "already.yml"))
def test_what_is_there(project: Path, case: dict[str, Any]) -> None:
    done = _again(project, [_row(each) for each in case["rows"]], case["notes"])
    assert [_told(result) for result in done.results] == case["told"]
    assert len(done.notes) == case["told"].count("placed")
    assert done.complete == ("ambiguous" not in case["told"])


@pytest.mark.parametrize("data", [row(), annotation()], ids=["hypothesis", "w3c"])
def test_what_was_imported_is_there(project: Path, data: dict[str, Any]) -> None:
    first = _again(project, data)
    notes = first.notes_file().partition("notes:\n")[2]
    second = _again(project, data, notes)
    assert [_told(result) for result in second.results] == ["already there notes.yml:3:3"]
    assert (second.notes, second.settled, second.complete) == ([], True, True)
    forced = _again(project, data, notes, replaces=NOTES)
    assert (forced.notes_file(), forced.report()) == (first.notes_file(), first.report())


def test_two_targets_of_one_annotation_are_two_notes(project: Path) -> None:
    targets = [
        {"source": "http://a", "selector": quote(words, before, behind)}
        for words, before, behind in (
            ("cats & dogs", "second is about ", "."),
            ("all day long", "It rained ", " in the old town"),
        )
    ]
    via = "kind: gloss, lead: A remark., via: 'http://example.org/a1'"
    second = f"- {{at: s3, quote: all day long, {via}}}\n"
    told = [_told(result) for result in _again(project, annotation(target=targets), second).results]
    assert told == ["placed", "already there notes.yml:2:3"]


@pytest.mark.parametrize("id_", ["#1", "a1", "_:b0", "urn:x:" + 400 * "y"])
def test_an_id_that_names_nothing_for_ever_is_not_kept(project: Path, id_: str) -> None:
    (note,) = _again(project, annotation(id=id_)).notes
    assert note.via == ""


def test_the_canonical_id_is_the_one_that_is_kept(project: Path) -> None:
    (note,) = _again(project, annotation(canonical="urn:uuid:1")).notes
    assert note.via == "urn:uuid:1"


def test_what_was_not_placed_keeps_its_id_for_the_day_it_is(project: Path) -> None:
    lost = row(target=[{"selector": [quote("no such words")]}])
    assert "    via: https://hypothes.is/a/abc\n" in _again(project, lost).unplaced_file()


def test_the_real_edition_is_there_when_it_comes_back() -> None:
    edition, _ = build_edition(Project.at(ROOT))
    text = edition.texts[0]
    data = json.loads(annotations_json(text, Names()))
    done, _ = import_data(data, "f.json", edition, text)
    assert done is not None
    found = [result for result in done.results if result.outcome is not Outcome.PART]
    assert [(r.outcome, r.reason, r.remarks) for r in found] == [
        (Outcome.PRESENT, str(note.place), ()) for note in text.notes
    ]
    assert done.notes == []


OWN = {"at": "s2", "quote": "cats & dogs", "kind": "gloss", "lead": "Of pets."}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "already there notes.yml:2:3"),
        ({"lead": "Of beasts."}, "already there notes.yml:2:3, which says something else"),
        ({"quote": "dogs"}, "already there notes.yml:2:3"),
        ({"quote": "dogs", "lead": "Of beasts."}, "placed"),
    ],
    ids=str,
)
def test_an_own_id_is_known_with_the_place_or_the_words(
    project: Path, changes: dict[str, str], told: str
) -> None:
    note = "".join(f"  {key}: {value}\n" for key, value in OWN.items())
    (project / NOTES).write_text(f"notes:\n- id: pets\n{note}", encoding="utf-8")
    edition, _ = build_edition(Project.at(project))
    data = json.loads(annotations_json(edition.texts[0], Names()))
    there = "".join(f"  {key}: {value}\n" for key, value in (OWN | changes).items())
    (result,) = _again(project, data, f"- id: pets\n{there}").results
    assert _told(result) == told
    if told == "placed":
        assert result.remarks == ("the text has a note pets already; this one became pets-2",)
