"""The place of one note: what is found, what is refused, and what its author is told."""

from pathlib import Path
from typing import Any

import pytest

from annotated_reader.anchoring import Passages, Selector, State, Target, anchor
from tests.anchoring.conftest import make_document
from tests.cases import yaml_cases

FIXTURES = Path(__file__).parent / "fixtures"


def _selector(case: dict[str, Any]) -> Selector:
    at = case.get("at", [])
    return Selector(
        sentences=(at,) if isinstance(at, str) else tuple(at),
        quote=case.get("quote", ""),
        prefix=case.get("prefix", ""),
        suffix=case.get("suffix", ""),
    )


def _passages(case: dict[str, Any]) -> Passages:
    return Passages(
        make_document(
            case["text"],
            language=case.get("language", "en"),
            markdown=case.get("markdown") == "yes",
            sentences=case.get("sentences", ""),
        )
    )


@pytest.mark.parametrize("case", yaml_cases(FIXTURES / "anchor.yml"))
def test_places(case: dict[str, Any]) -> None:
    passages = _passages(case)
    target, findings = anchor(passages, _selector(case))
    state = {"R105": "ambiguous"}.get(case.get("code", ""), "lost")
    assert target.state == case.get("state", state)
    if target.state is State.EXACT:
        words = passages.document.source[target.start : target.end]
        assert " ".join(words.split()) == " ".join(case.get("words", words).split())
        assert list(target.sentences) == case.get("in", list(target.sentences))
        assert target.quoted == ("quote" in case)
    else:
        assert target == Target(target.state)
    codes = case.get("codes") or ([case["code"]] if "code" in case else [])
    assert [finding.code for finding in findings] == codes
    for finding in findings:
        assert case.get("message", "") in finding.message
        assert case.get("hint", "") in finding.hint


@pytest.mark.parametrize(
    ("selector", "key"),
    [
        (Selector(("s99",)), "at"),
        (Selector(quote="nothing like it"), "quote"),
        (Selector(quote="It"), "quote"),
        (Selector(quote="all day", prefix="x"), "prefix"),
        (Selector(quote="all day", suffix="x"), "suffix"),
        (Selector(quote="rained", prefix="It", suffix="x"), "suffix"),
    ],
)
def test_the_key_at_fault(weather: Passages, selector: Selector, key: str) -> None:
    _, findings = anchor(weather, selector)
    assert [finding.key for finding in findings] == [key]


@pytest.mark.parametrize("quote", ["art", "as such", "a part of the art of"])
def test_the_hundredth_place_is_not_the_last(quote: str) -> None:
    half = f"x{quote}" if " " not in quote else f"{quote}x"
    passages = Passages(make_document(f"{half} " * 150 + f"{quote}."))
    target, _ = anchor(passages, Selector(quote=quote))
    assert target.state is State.EXACT
    assert target.end == len(passages.document.source) - 1


@pytest.mark.parametrize("quote", ["art", "a part of the art of"])
def test_a_second_place_after_a_hundred_half_words_makes_it_ambiguous(quote: str) -> None:
    half = f"{quote}x " * 150
    passages = Passages(make_document(f"{quote}. {half}{quote}."))
    target, (finding,) = anchor(passages, Selector(quote=quote))
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")


def test_a_prefix_is_looked_for_at_every_place() -> None:
    passages = Passages(make_document("The whale came. " * 150 + "A white whale came."))
    target, findings = anchor(passages, Selector(quote="whale came", prefix="white"))
    assert (target.state, findings) == (State.EXACT, [])
    assert target.end == len(passages.document.source) - 1


def test_a_prefix_that_stands_twice_far_apart_is_ambiguous() -> None:
    source = "A white whale came. " + "The whale came. " * 150 + "A white whale came."
    target, (finding,) = anchor(
        Passages(make_document(source)), Selector(quote="whale came", prefix="white")
    )
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")


def test_first_and_last_words_may_be_five_thousand_characters_apart_and_no_more() -> None:
    for length, state in ((4900, State.EXACT), (5100, State.LOST)):
        passages = Passages(make_document(f"First words {'x ' * (length // 2)}last words."))
        target, _ = anchor(passages, Selector(quote="First words … last words"))
        assert target.state is state


def test_many_first_and_last_words_cost_little() -> None:
    passages = Passages(make_document("some first words and some last words " * 2000))
    target, (finding,) = anchor(passages, Selector(quote="some first words … some last words"))
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")
    assert len(finding.message) < 500
    assert len(finding.hint) < 500
