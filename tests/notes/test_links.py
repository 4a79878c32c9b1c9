from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.notes.links import MAX_LENGTH, refuse_link
from tests.cases import Case, line_cases

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", line_cases(FIXTURES / "links.txt"))
def test_addresses(case: Case) -> None:
    address, expected = case.parts
    why = refuse_link(address)
    if expected == "yes":
        assert why is None
    else:
        assert why is not None
        assert why.startswith(expected.removeprefix("no: "))


def test_length() -> None:
    assert refuse_link("https://example.org/".ljust(MAX_LENGTH, "a")) is None
    assert refuse_link("https://example.org/".ljust(MAX_LENGTH + 1, "a")) == (
        "it is longer than 2,000 characters"
    )


_PIECES = [
    "https:",
    "http:",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "example.org",
    "evil",
    ".",
    "?",
    "#",
    "[",
    "]",
]
_MORE = [
    "javascript:",
    "data:",
    "mailto:",
    "a@b.org",
    "%00",
    "\t",
    "\n",
    " ",
    "é",
    "\u202e",
    "&#58;",
]


@given(st.one_of(st.lists(st.sampled_from(_PIECES + _MORE), max_size=9).map("".join), st.text()))
def test_what_is_allowed_is_harmless(address: str) -> None:
    if refuse_link(address) is not None:
        return
    assert not set(address) & set(" \t\r\n\0<>\"'`\\{}|^") - {"'"}
    parts = urlsplit(address)
    assert parts.scheme in ("http", "https", "mailto")
    assert parts.scheme == "mailto" or (parts.hostname and "@" not in parts.netloc)
