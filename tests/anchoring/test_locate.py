"""Where words belong whose sentence nobody wrote down."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import Clue, Location, Passages, State, locate
from annotated_reader.anchoring.folding import fold
from tests.anchoring.conftest import make_document
from tests.anchoring.strategies import old_texts, text_of
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "locate.yml")


def _clue(case: Mapping[str, str]) -> Clue:
    position = int(case["position"]) if "position" in case else None
    return Clue(case["quote"], case.get("prefix", ""), case.get("suffix", ""), position)


def _placed(location: Location) -> tuple[State, int, int]:
    return location.state, location.start, location.end


@pytest.mark.parametrize("case", CASES)
def test_where_words_belong(case: Mapping[str, str]) -> None:
    passages = Passages(make_document(case["text"]))
    found = locate(passages, _clue(case))
    assert found.state == case["state"], found.reason
    assert case.get("reason", "") in found.reason
    assert passages.document.source[found.start : found.end] == case.get("words", "")
    if "in" in case:
        touched = passages.sentences_of((found.start, found.end))
        assert [sentence.id for sentence in touched] == [case["in"]]


@pytest.mark.parametrize("case", CASES)
def test_an_offset_never_decides(case: Mapping[str, str]) -> None:
    passages = Passages(make_document(case["text"]))
    clue = _clue(case)
    alone = _placed(locate(passages, replace(clue, position=None)))
    others = [
        position
        for position in range(len(case["text"]) + 1)
        if _placed(locate(passages, replace(clue, position=position))) != alone
    ]
    assert others == ([case["text"].index(case["quote"])] if "offset" in case else [])


def test_every_state_has_a_case() -> None:
    assert {case.values[0]["state"] for case in CASES} == set(State)


MANY = "One of the men sang. Two of the men sang. Some dogs barked, and "
COMMON = [
    ("The tall dog said of the red house that it fell.", State.EXACT),
    ("The tall dog said of the blue river at night.", State.EDITED),
    ("The tall dog said of the rad hoose that it felt.", State.EDITED),
    ("The small cat knew of the red house that it fell.", State.EDITED),
]


@pytest.mark.parametrize(("sentence", "state"), COMMON)
def test_of_words_too_common_to_be_looked_at_everywhere_both_sides_decide(
    sentence: str, state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotated_reader.anchoring.passages.MAX_PLACES", 2)
    passages = Passages(make_document(MANY + sentence))
    found = locate(passages, Clue("of the", "The tall dog said ", " red house that it fell."))
    assert found.state is state
    assert passages.document.source[found.start : found.end] == "of the"


def test_of_words_too_common_one_side_that_is_known_does_not_decide(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("annotated_reader.anchoring.passages.MAX_PLACES", 2)
    passages = Passages(make_document(f"{MANY}the tall dog said of the red house."))
    for clue in (Clue("of the", "the tall dog said "), Clue("of the", "", " red house.")):
        found = locate(passages, clue)
        assert (found.state, found.reason) == (
            State.EDITED,
            "the words, in surroundings that are not quite the same",
        )


@given(old_texts(), st.data())
def test_words_that_are_said_to_be_exact_are_the_words(
    text: list[str], data: st.DataObject
) -> None:
    source = text_of(text)
    start = data.draw(st.integers(0, len(source) - 1))
    end = data.draw(st.integers(start + 1, len(source)))
    around = data.draw(st.integers(0, 30))
    clue = Clue(
        source[start:end], source[max(0, start - around) : start], source[end : end + around]
    )
    found = locate(Passages(make_document(source)), clue)
    if found.state in (State.EXACT, State.MOVED):
        assert fold(source[found.start : found.end]) == fold(clue.quote)
    if found.state in (State.AMBIGUOUS, State.LOST):
        assert (found.start, found.end) == (0, 0)


@given(st.text(max_size=30), st.text(max_size=12), st.text(max_size=12), st.integers(-9, 99))
def test_nothing_that_a_clue_may_say_raises(
    quote: str, prefix: str, suffix: str, position: int
) -> None:
    passages = Passages(make_document("It rained “all” day…\n\nIt stopped — at night."))
    found = locate(passages, Clue(quote, prefix, suffix, position))
    assert found.reason
    assert 0 <= found.start <= found.end <= len(passages.document.source)
