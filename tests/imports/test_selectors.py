from typing import Any

import pytest

from annotated_reader.anchoring import Clue
from annotated_reader.imports.selectors import read_selectors
from tests.imports.conftest import quote


def _position(start: Any = 3, end: Any = 9, **more: Any) -> dict[str, Any]:
    return {"type": "TextPositionSelector", "start": start, "end": end, **more}


def test_words_and_offset_stand_beside_each_other() -> None:
    reading = read_selectors([_position(), quote("a b", "c ", " d")])
    assert reading.sought is not None
    assert reading.sought.clue == Clue("a b", "c ", " d", 3)
    assert reading.sought.end == 9
    assert reading.remarks == ()


def test_words_that_refine_a_quote_are_its_words() -> None:
    outer = quote("many words here", "How ", " now") | {"refinedBy": quote("words")}
    reading = read_selectors(_position(refinedBy=outer))
    assert reading.sought is not None
    assert reading.sought.clue == Clue("words", "How many ", " here now")
    assert reading.remarks == ("not used: TextPositionSelector",)


@pytest.mark.parametrize(
    ("inner", "clue"),
    [
        (_position(5, 10), Clue("words", "many ", " and words")),
        (quote("words", "and "), Clue("words", "many words and ")),
        (quote("words", "many "), Clue("words", "many ", " and words")),
        (quote("words"), None),
        (quote("other words"), None),
        (_position(20, 30), None),
    ],
    ids=str,
)
def test_what_refines_a_quote_is_looked_for_in_its_words_only(
    inner: dict[str, Any], clue: Clue | None
) -> None:
    reading = read_selectors(quote("many words and words") | {"refinedBy": inner})
    assert (reading.sought and reading.sought.clue) == clue
    assert reading.sought or "refined by words that do not stand in it" in reading.remarks[0]


def test_quotes_side_by_side_are_all_known() -> None:
    reading = read_selectors([quote("a b", "c "), quote("a b", "c "), quote("d e")])
    assert reading.sought is not None
    assert (reading.sought.clue, reading.sought.others) == (Clue("a b", "c "), (Clue("d e"),))


@pytest.mark.parametrize("start", [-1, 1.5, "3", None, True, 10**400, [], {}], ids=repr)
def test_an_offset_that_is_none_is_not_used(start: Any) -> None:
    reading = read_selectors([_position(start), quote("a b")])
    assert reading.sought is not None
    assert reading.sought.clue.position is None


@pytest.mark.parametrize(
    ("selector", "reason"),
    [
        ("http://example.org/s", "the selector is an address; nothing is fetched"),
        ({"type": "XPathSelector", "value": "/p"}, "XPathSelector: an element of a page"),
        ({"type": "CssSelector", "value": "p"}, "CssSelector: an element of a page"),
        ({"type": "FragmentSelector", "value": "p"}, "FragmentSelector: a fragment"),
        ({"type": "DataPositionSelector"}, "DataPositionSelector: positions in bytes"),
        ({"type": "RangeSelector"}, "RangeSelector: a range between elements"),
        ({"type": "RangeSelector", "startSelector": quote("a")}, "RangeSelector: from one place"),
        (_position(), "TextPositionSelector: positions without the words"),
        (quote(" "), "a TextQuoteSelector without words"),
        ({"type": "Own"}, "Own: not known here"),
        ({}, "a selector without a type: not known here"),
        (5, "a selector without a type: not known here"),
    ],
    ids=str,
)
def test_what_cannot_be_used_is_named(selector: Any, reason: str) -> None:
    reading = read_selectors(selector)
    assert reading.sought is None
    assert reading.remarks[0].startswith(reason)
