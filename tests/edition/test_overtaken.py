"""Verdicts that are older than the words that they judge."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cases import yaml_cases
from tests.edition.conftest import Copy

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "overtaken.yml")


@pytest.mark.parametrize("case", CASES)
def test_since_when_the_words_are_others(case: Mapping[str, str], project: Copy) -> None:
    edition, problems = project.notes(f"- {case['note']}\n").build()
    (note,) = (note for note in edition.texts[0].notes if note.record.id == "a")
    assert note.edited == case.get("edited", "")
    assert [" R406 " in line for line in problems] == [True] * ("edited" in case)


def test_a_claim_that_looks_for_its_place_is_told_of_that_only(project: Copy) -> None:
    note = "{at: s6, kind: claim, verdict: not-checkable, lead: L, checked: 2020-01-01}"
    edition, problems = project.notes(f"- {note}\n").build()
    assert [line.split()[1] for line in problems] == ["R102"]
    assert [note.edited for note in edition.texts[0].unplaced] == [""]
