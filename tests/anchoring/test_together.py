"""Where many quotes belong that are judged together."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import Clue, Location, Passages, State, locate, locate_all
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.word_edges import is_whole_words
from tests.anchoring.conftest import make_document
from tests.anchoring.strategies import edits, text_of
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "together.yml")
_MARK = re.compile(r"\[(\w)\|([^]]*)\]")
Spans = dict[str, tuple[int, int]]


def _marked(text: str) -> tuple[str, Spans]:
    """Return a text without its brackets, and where their words stand in it, by letter."""
    plain, end = "", 0
    spans: Spans = {}
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        spans[mark[1]] = (len(plain), len(plain) + len(mark[2]))
        plain, end = plain + mark[2], mark.end()
    return plain + text[end:], spans


def _clue(text: str, span: tuple[int, int], around: int = 20) -> Clue:
    start, end = span
    return Clue(
        text[start:end], text[max(0, start - around) : start], text[end : end + around], start
    )


def _clues(case: Mapping[str, Any]) -> list[Clue]:
    text, spans = _marked(case["old"])
    around = int(case.get("around", 20))
    return [_clue(text, span, around) for _, span in sorted(spans.items())]


@pytest.mark.parametrize("case", CASES)
def test_where_quotes_belong(case: Mapping[str, Any]) -> None:
    _, letters = _marked(case["old"])
    text, expected = _marked(case["new"])
    passages, clues = Passages(make_document(text)), _clues(case)
    found = locate_all(passages, clues)
    assert [location.state for location in found] == case["states"]
    places = [(location.start, location.end) for location in found]
    assert places == [expected.get(letter, (0, 0)) for letter in sorted(letters)]
    alone = [locate(passages, clue).state for clue in clues]
    assert alone == case.get("alone", case["states"])


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_clues_does_not_matter(case: Mapping[str, Any]) -> None:
    passages, clues = Passages(make_document(_marked(case["new"])[0])), _clues(case)
    assert locate_all(passages, clues[::-1]) == locate_all(passages, clues)[::-1]


def test_clues_without_a_position_are_judged_alone() -> None:
    text, spans = _marked("It [a|rained all] day in the valley. The [b|old bridge] was closed.")
    clues = [Clue(c.quote, c.prefix, c.suffix) for c in (_clue(text, s) for s in spans.values())]
    passages = Passages(make_document(f"A dog barked at noon. {text}"))
    assert locate_all(passages, clues) == [locate(passages, clue) for clue in clues]


@pytest.mark.parametrize(("length", "state"), [(500, State.EXACT), (700, State.AMBIGUOUS)])
def test_no_more_than_two_sentences_are_inserted_between_neighbours(
    length: int, state: State
) -> None:
    old, spans = _marked(
        "It [a|rained all] day. The [b|old bridge] was closed in the morning. [c|Nobody] came home."
    )
    inserted = "A dog barked. " * (length // 14)
    new = old.replace("The", f"{inserted}The").replace("Nobody", "A cat sat there. Nobody")
    clues = [_clue(old, span) for span in spans.values()]
    assert locate_all(Passages(make_document(new)), clues)[1].state is state


@st.composite
def _known(draw: st.DrawFn) -> tuple[Passages, list[Clue]]:
    """An edited text, and what is known of a few places in it as it was."""
    old, new = draw(edits())
    text = text_of(old)
    clues = []
    for _ in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(text) - 1))
        clues.append(_clue(text, (start, draw(st.integers(start + 1, len(text)))), 15))
    return Passages(make_document(text_of(new))), clues


@given(_known())
def test_judged_together_no_quote_lands_on_other_words(known: tuple[Passages, list[Clue]]) -> None:
    passages, clues = known
    for clue, place in zip(clues, locate_all(passages, clues), strict=True):
        if place.state in (State.EXACT, State.MOVED):
            words = passages.document.source[place.start : place.end]
            assert fold(words) == fold(clue.quote)
        if place.state in (State.AMBIGUOUS, State.LOST):
            assert (place.start, place.end) == (0, 0)


@given(st.data())
def test_in_a_text_that_was_not_edited_nothing_lands_elsewhere(data: st.DataObject) -> None:
    old, _ = data.draw(edits())
    text = text_of(old)
    starts = data.draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=5))
    spans = [(start, data.draw(st.integers(start + 1, len(text)))) for start in starts]
    clues = [_clue(text, span) for span in spans]
    found: list[Location] = locate_all(Passages(make_document(text)), clues)
    for clue, place in zip(clues, found, strict=True):
        assert clue.position is not None
        whole = is_whole_words(text, clue.position, clue.position + len(clue.quote))
        if place.state is State.EXACT and whole and clue.quote.strip() == clue.quote:
            assert place.start == clue.position
