"""Where words begin and end, in scripts that put spaces between them and in those that do not."""

from unicodedata import category


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
