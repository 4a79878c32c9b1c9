import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.imports.sources.dates import edtf_of
from annotated_reader.notes.edtf import parse_edtf
from tests.cases import Case, line_cases

CASES = line_cases(Path(__file__).parent / "fixtures" / "dates.txt")


@pytest.mark.parametrize("case", CASES)
def test_a_date_becomes_edtf(case: Case) -> None:
    given, expected = case.parts
    assert (edtf_of(json.loads(given)) or "-") == expected


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=6) | st.sampled_from(["2020"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from("date-parts year month day season circa raw literal".split()), inner
        )
    ),
    max_leaves=8,
)


@given(_ANY)
def test_anything_gives_edtf_or_nothing(value: object) -> None:
    found = edtf_of(value)
    assert not found or parse_edtf(found)
