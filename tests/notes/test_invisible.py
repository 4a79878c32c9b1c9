"""Characters that nobody sees: told where they are not at home, and only there."""

import pytest

from annotated_reader.notes.invisible import unseen_characters


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "می\u200cخواهم",
        "\u200fשלום",
        "क्\u200dष",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f",
        "❤\ufe0f\u200d🔥",
        "1\ufe0f\u20e3",
        "👍🏽\u200d♂\ufe0f",
        "e\u0301",
        "a\u00a0b",
    ],
    ids=ascii,
)
def test_at_home(text: str) -> None:
    assert list(unseen_characters(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u200bb", [("U+200B", 1)]),
        ("a\u200cb", [("U+200C", 1)]),
        ("\u200eabc", [("U+200E", 1)]),
        ("co\u00adop\u00ad", [("U+00AD", 2)]),
        ("a\u2060b\u3164", [("U+2060", 1), ("U+3164", 1)]),
        ("a\ufe01\ufe02", [("U+FE01", 1), ("U+FE02", 1)]),
        ("😀\U000e0101\U000e0102", [("U+E0101", 1), ("U+E0102", 1)]),
    ],
    ids=ascii,
)
def test_astray(text: str, expected: list[tuple[str, int]]) -> None:
    assert list(unseen_characters(text)) == expected
