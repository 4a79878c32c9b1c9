"""What an edit of the seed does to notes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.anchoring import Selector, State, anchor
from annotated_reader.anchoring.revision import Carried, Carrier
from tests.anchoring.conftest import make_revision
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "carry.yml")
KEYS = {"at", "quote", "prefix", "suffix", "state", "reason", "words", "write"}


def _selector(note: Mapping[str, Any]) -> Selector:
    at = note.get("at", [])
    return Selector(
        (at,) if isinstance(at, str) else tuple(at),
        *(note.get(key, "") for key in ("quote", "prefix", "suffix")),
    )


def _carried(case: Mapping[str, Any]) -> tuple[Carrier, list[tuple[Mapping[str, Any], Carried]]]:
    carrier = Carrier(make_revision(case))
    return carrier, [(note, carrier.carry(_selector(note))) for note in case["notes"]]


@pytest.mark.parametrize("case", CASES)
def test_what_becomes_of_notes(case: Mapping[str, Any]) -> None:
    for note, carried in _carried(case)[1]:
        assert set(note) <= KEYS
        told = (str(carried.state), carried.after, carried.selector)
        written = _selector(note["write"]) if "write" in note else _selector(note)
        assert told == (note["state"], note.get("words", ""), written)
        assert note.get("reason", "") in carried.reason


@pytest.mark.parametrize("case", CASES)
def test_what_is_written_leads_there_or_nowhere(case: Mapping[str, Any]) -> None:
    carrier, notes = _carried(case)
    for _, carried in notes:
        there, _ = anchor(carrier.passages, carried.selector)
        place = carried.target
        assert (there.start, there.end, there.sentences) == (
            *(place.start, place.end),
            place.sentences,
        )


def test_every_state_has_a_case() -> None:
    states = {carried.state for case in CASES for _, carried in _carried(case.values[0])[1]}
    assert states == set(State)
