import time

import pytest
from sentencex import get_sentence_boundaries

from annotated_reader.text.limits import MAX_ENDS, MAX_LINE, MAX_LINES, find_excess
from annotated_reader.text.splitting import split_sentences


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * (MAX_LINES - 1) + "a",
        "a" * (MAX_LINE - 1) + "\n",
        ("Go! " * 1000 + "\n") * (MAX_ENDS // 1000),
        ("One... two — “three”, (four)\n") * (MAX_LINES - 1),
    ],
)
def test_as_much_as_there_may_be(text: str) -> None:
    assert find_excess(text) is None


@pytest.mark.parametrize(
    ("text", "offset", "told"),
    [
        ("a\n" * MAX_LINES + "a", 2 * MAX_LINES, "100,000 lines"),
        ("a\r\n" * MAX_LINES + "a", 3 * MAX_LINES, "100,000 lines"),
        ("a\r" * MAX_LINES + "a", 2 * MAX_LINES, "100,000 lines"),
        ("One.\n" + "a" * (MAX_LINE + 1), 5, "100,000 characters"),
        (("Go! " * 1000 + "\n") * (MAX_ENDS // 1000) + "Go! Go!", 400_098, "ends of sentences"),
    ],
)
def test_too_much_is_told_where_it_begins(text: str, offset: int, told: str) -> None:
    found = find_excess(text)
    assert found
    assert abs(found[0] - offset) < 5
    assert told in found[1]


@pytest.mark.parametrize("language", ["en", "el", "hy", "ja"])
def test_every_end_of_a_sentence_is_counted(language: str) -> None:
    """Whatever sentencex may end a sentence with stands in the list of the limits."""
    ends = [
        mark
        for mark in map(chr, (*range(0x21, 0xD800), *range(0xE000, 0x1E000)))
        if not mark.isalnum() and len(get_sentence_boundaries(language, f"One{mark} Two.")) > 1
    ]
    assert len(ends) > 100
    assert [mark for mark in ends if not find_excess(f"a{mark} \n" * 200_000)] == []


@pytest.mark.parametrize(
    "mark", ["“", "`", "«a", '" ', "a! ", "“. ", 'A!"', "'''a", "(a. ", "```\n"]
)
def test_any_block_is_split_at_once(mark: str) -> None:
    start = time.process_time()
    split_sentences((mark * 99_000)[:99_000], "en")
    assert time.process_time() - start < 1


def test_a_block_full_of_quotation_marks_is_split_like_others() -> None:
    one = "He said “Go home!” She went. ‘Why?’ he asked."
    expected = ["He said “Go home!”", "She went.", "‘Why?’ he asked."]
    for often in (1, 30):
        text = " ".join([one] * often)
        assert [text[slice(*span)] for span in split_sentences(text, "en")] == expected * often
