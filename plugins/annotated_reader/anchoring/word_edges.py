"""Where words begin and end, in scripts that put spaces between them and in those that do not."""

import re
from unicodedata import category

UNSPACED = "\u0e00-\u109f\u1780-\u17ff\u2e80-\u2fff\u3001-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0010ffff"
"""The characters of scripts without spaces, as `is_spaced` has them, for a pattern.

Without their wide space, U+3000: it is no word."""

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
    """Say whether a letter belongs to a script that puts spaces between words.

    Not so: Thai, Lao, Tibetan, Burmese, Khmer, and Chinese and Japanese characters.
    """
    code = ord(character)
    return not (
        0x0E00 <= code <= 0x109F
        or 0x1780 <= code <= 0x17FF
        or 0x2E80 <= code <= 0x31FF
        or 0x3400 <= code <= 0x9FFF
        or 0xF900 <= code <= 0xFAFF
        or code >= 0x20000
    )


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
