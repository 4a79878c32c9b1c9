from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.notes.edtf import DatePart, parse_edtf, propose_edtf
from tests.cases import Case, line_cases

FIXTURES = Path(__file__).parent / "fixtures"


def _shown(part: DatePart) -> str:
    named = [("year", part.year), ("month", part.month), ("day", part.day)]
    return " ".join(f"{name} {number}" for name, number in named if number or name == "year")


def _read(text: str) -> str:
    found = parse_edtf(text)
    if found is None:
        proposal = propose_edtf(text)
        return f"no, {proposal}" if proposal else "no"
    assert found.text == text
    end = f" to {_shown(found.end)}" if found.end else ""
    return f"{'circa ' if found.circa else ''}{_shown(found.start)}{end}"


@pytest.mark.parametrize("case", line_cases(FIXTURES / "edtf.txt"))
def test_dates(case: Case) -> None:
    text, expected = case.parts
    assert _read(text) == expected


@pytest.mark.parametrize("text", ["", " ", "2020\n", "2020 ", "٢٠٢٠", "-", "/"])
def test_what_cannot_stand_in_a_list_of_cases(text: str) -> None:
    assert _read(text) == "no"


@given(st.dates())
def test_every_day_of_the_calendar(day: object) -> None:
    found = parse_edtf(str(day))
    assert found is not None
    assert str(day) == f"{found.start.year:04}-{found.start.month:02}-{found.start.day:02}"


@given(st.one_of(st.text("0123456789-/~? .,", max_size=22), st.text(max_size=30)))
def test_any_text_is_a_date_or_not_and_a_proposal_is_one(text: str) -> None:
    parse_edtf(text)
    proposal = propose_edtf(text)
    assert proposal is None or parse_edtf(proposal) is not None
