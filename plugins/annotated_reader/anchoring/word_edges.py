"""Where words begin and end, in scripts that put spaces between them and in those that do not."""

import re
from unicodedata import category

# Thai, Lao, Tibetan, Burmese; Khmer; Chinese and Japanese, without their wide space, U+3000.
_UNSPACED = (
    *((0x0E00, 0x109F), (0x1780, 0x17FF), (0x2E80, 0x2FFF), (0x3001, 0x31FF)),
    *((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x10FFFF)),
)
UNSPACED = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSPACED)
"""The characters of scripts that put no spaces between words, for a class of a pattern."""

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+|[^\w\s]")


def is_whole_words(text: str, start: int, end: int) -> bool:
    """Say whether a span neither begins nor ends within a word."""
    return not (
        (start > 0 and _within_word(text[start - 1], text[start]))
        or (end < len(text) and _within_word(text[end - 1], text[end]))
    )


def _within_word(before: str, after: str) -> bool:
    return _is_of_word(before) and _is_of_word(after) and is_spaced(before) and is_spaced(after)


def _is_of_word(character: str) -> bool:
    """Say whether a character is part of a word: a letter, a digit, or a mark on one."""
    return character.isalnum() or category(character).startswith("M")


def is_spaced(character: str) -> bool:
    """Say whether a letter belongs to a script that puts spaces between words."""
    code = ord(character)
    # Most letters are those of European scripts, and asked for often.
    return code < _UNSPACED[0][0] or not any(first <= code <= last for first, last in _UNSPACED)


def word_start(text: str, at: int) -> int:
    """Return where a word begins that holds an offset; the offset itself between words."""
    at = max(0, at)
    while at > 0 and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at


def word_end(text: str, at: int) -> int:
    """Return where a word ends that holds an offset; the offset itself between words."""
    at = min(at, len(text))
    while at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return at


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the spans of words and marks; in a script without spaces every letter is a word."""
    spans: list[tuple[int, int]] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if spans and spans[-1][1] == start and _goes_on(text, start):
            start = spans.pop()[0]
        spans.append((start, end))
    return spans


def _goes_on(text: str, at: int) -> bool:
    """Say whether an accent stands at a place, or the rest of a word behind one."""
    if text[at].isascii() and text[at - 1].isascii():
        return False
    return category(text[at]).startswith("M") or _within_word(text[at - 1], text[at])
