import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring.alignment import Likeness, most_like


def _distance(one: str, other: str) -> int:
    """The edit distance, by the table that everybody knows."""
    row = list(range(len(other) + 1))
    for number, character in enumerate(one, start=1):
        last, row[0] = row[0], number
        for column, against in enumerate(other, start=1):
            change = last + (character != against)
            last, row[column] = row[column], min(change, row[column] + 1, row[column - 1] + 1)
    return row[-1]


def _smallest(words: str, text: str) -> int:
    """The smallest distance of the words to any stretch of the text, by trying all."""
    return min(
        _distance(words, text[start:end])
        for start in range(len(text) + 1)
        for end in range(start, len(text) + 1)
    )


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("rain", "It may rain today", Likeness(7, 11, 0)),
        ("rein", "It may rain today", Likeness(7, 11, 1)),
        ("beat the presidents", "They beat the president.", Likeness(5, 24, 1)),
        ("abc", "abc abc", Likeness(0, 3, 0)),
        ("xyz", "abc", Likeness(0, 2, 3)),
        ("rains rain", "rain rain. Snow rain", Likeness(0, 9, 1)),
        ("abc", "", Likeness(0, 0, 3)),
        ("é😀", "a é😀 b", Likeness(2, 4, 0)),
    ],
)
def test_the_nearest_stretch(words: str, text: str, expected: Likeness) -> None:
    assert most_like(words, text) == expected


@given(st.text("abc ", min_size=1, max_size=9), st.text("abc ", max_size=12))
def test_no_stretch_is_nearer(words: str, text: str) -> None:
    assert most_like(words, text).errors == _smallest(words, text)


@given(st.text("abcd é", min_size=1, max_size=90), st.text("abcd é", max_size=90))
def test_the_stretch_has_the_distance_that_is_told(words: str, text: str) -> None:
    like = most_like(words, text)
    assert 0 <= like.start <= like.end <= len(text)
    assert like.errors == _distance(words, text[like.start : like.end])


@given(st.text("abc", min_size=1, max_size=200), st.text("abc"), st.text("abc"))
def test_words_that_stand_there_are_found(words: str, before: str, after: str) -> None:
    like = most_like(words, f"{before}{words}{after}")
    assert like.errors == 0
    assert f"{before}{words}{after}"[like.start : like.end] == words
