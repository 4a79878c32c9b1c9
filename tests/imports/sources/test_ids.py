import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.imports.sources.ids import fit_id, free_id, proposed_id, slug
from annotated_reader.notes.format import SourceId
from annotated_reader.notes.forms import fits
from tests.cases import Case, line_cases


@pytest.mark.parametrize("case", line_cases(Path(__file__).parent / "fixtures" / "ids.txt"))
def test_ids(case: Case) -> None:
    given_id, fields, expected = case.parts
    assert (fit_id(given_id) or proposed_id(json.loads(fields))) == expected


@given(st.text(), st.text(max_size=90))
def test_every_id_is_one(given_id: str, family: str) -> None:
    assert fits(fit_id(given_id) or "x", SourceId)
    assert fits(proposed_id({"author": [{"family": family}], "issued": "2020"}), SourceId)


def test_a_taken_id_gets_a_number() -> None:
    long = "a" * 64
    assert free_id("a", {"b"}) == "a"
    assert free_id("a", {"a", "a-2"}) == "a-3"
    assert free_id(long, {long}) == "a" * 62 + "-2"
    assert slug("x" * 80) == "x" * 64
