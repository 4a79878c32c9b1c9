from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring.alignment import distance
from annotated_reader.anchoring.revision.likeness import LONG, MAX_WORDS, likeness, word_pairs
from tests.cases import Case, line_cases

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", line_cases(FIXTURES / "likeness.txt"))
def test_how_like_two_sentences_are(case: Case) -> None:
    one, other, expected, *least = case.parts
    assert round(likeness(one, other, *map(float, least)), 2) == float(expected)


_LONG = " ".join(f"word{number}" for number in range(LONG // 4))


def test_long_sentences_are_compared_word_by_word() -> None:
    words = _LONG.split()
    words[100] = "another"
    assert likeness(_LONG, " ".join(words)) == 1 - 1 / len(words)
    words[::2] = (f"other{word}" for word in words[::2])
    assert likeness(_LONG, " ".join(words)) == 0.0


def test_of_very_long_sentences_what_they_share_is_counted() -> None:
    one = [f"a{number}" for number in range(MAX_WORDS + 10)]
    other = ["first", *one[1:-1], "last"]
    pairs = len(one) - 1
    assert likeness(" ".join(one), " ".join(other)) == (pairs - 2) / pairs


def test_pairs_of_words() -> None:
    assert word_pairs("It rained all") == ["it rained", "rained all"]
    assert word_pairs("雨が") == ["雨 が"]
    assert word_pairs("It") == []


_TEXTS = st.text("ab c", max_size=20)


@given(_TEXTS, _TEXTS, st.sampled_from([0.0, 0.6, 0.9]))
def test_it_is_1_minus_distance_over_length_or_0(one: str, other: str, least: float) -> None:
    alike = likeness(one, other, least)
    longest = max(len(one), len(other))
    full = 1 - distance(one, other) / longest if longest else 1.0
    assert alike in (0.0, full)
    assert likeness(other, one, least) == alike
    if longest and one.split() == other.split():
        assert alike == full or full < least or not one.split()
