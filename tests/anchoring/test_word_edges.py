import pytest

from annotated_reader.anchoring.word_edges import is_spaced, is_whole_words, tokens


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("it rains", "rain", False),
        ("it rains", "rains", True),
        ("train", "rain", False),
        ("re-train", "train", True),
        ("(train)", "train", True),
        ("U2", "U", False),
        ("雨が降った", "降", True),
        ("我用Java编程", "Java", True),
        ("भारत", "रत", False),
        ("שָׁלוֹם", "לוֹם", False),
    ],
)
def test_whole_words(text: str, words: str, whole: bool) -> None:
    start = text.index(words)
    assert is_whole_words(text, start, start + len(words)) is whole


@pytest.mark.parametrize("character", "aéЖաא한ñ7")
def test_scripts_with_spaces(character: str) -> None:
    assert is_spaced(character)


@pytest.mark.parametrize("character", "ไລབကខ雨がカ㐀豈𠀀")
def test_scripts_without_spaces(character: str) -> None:
    assert not is_spaced(character)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It’s 3 o'clock.", ["It", "’", "s", "3", "o", "'", "clock", "."]),
        ("雨が降る。", [*"雨が降る。"]),
        ("我用Java编程", ["我", "用", "Java", "编", "程"]),
        ("雨。\u3000風", [*"雨。風"]),
        ("cafe\u0301s", ["cafe\u0301s"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("भारत में", ["भारत", "में"]),
        ("a  b\n", ["a", "b"]),
    ],
)
def test_words_and_marks(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in tokens(text)] == expected
