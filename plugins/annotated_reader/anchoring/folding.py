"""The declared normalisation under which words are compared, with a way back to the text.

Folding makes NFC, turns white space of every kind and length into one space,
quotation marks and apostrophes into straight ones, dashes with the spaces around
them into one hyphen and `…` into three full stops, and drops soft hyphens and
zero-width characters. Guillemets stay: « » are other marks, not other shapes.
"""

import re
import unicodedata
from bisect import bisect_right
from functools import cache

_SINGLE_QUOTES = "‘’‚‛′ʼ`´"
_DOUBLE_QUOTES = "“”„‟″"
_DASHES = "‐‑‒–—―−"
_DROPPED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
# Vowel signs and jamo that compose with the letter before them though their combining class is 0.
_COMPOSING = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
    "\u1161-\u1175\u11a8-\u11c2"
)
CLASSES = {
    "space": "".join(chr(code) for code in range(0x3001) if chr(code).isspace()),
    "single": _SINGLE_QUOTES,
    "double": _DOUBLE_QUOTES,
    "dash": _DASHES,
    "dropped": _DROPPED,
    "composing": _COMPOSING,
}
"""The characters of each kind, for a folding in another language: the script of the composer."""

_FOLDED = (
    r"(?P<space> ?[^\S ]\s*|  +\s*)"
    rf"|(?P<dash>[{_DASHES}]+|-(?:[{_DROPPED}]*-)+|(?:(?<=\s)|^)-(?=\s|$))"
    rf"|(?P<single>[{_SINGLE_QUOTES}])|(?P<double>[{_DOUBLE_QUOTES}])"
    rf"|(?P<dots>…)|(?P<dropped>[{_DROPPED}]+)"
)


@cache
def _pattern(*, composed: bool) -> re.Pattern[str]:
    """Return the pattern of what folding changes; for text in NFC already, without letters."""
    if composed:
        return re.compile(_FOLDED)
    marks, others = [], []
    for code in range(0xC0, 0x30000):
        character = chr(code)
        if unicodedata.combining(character):
            marks.append(character)
        elif not unicodedata.is_normalized("NFC", character):
            others.append(character)
    every_mark = "".join(marks) + _COMPOSING
    return re.compile(
        rf"{_FOLDED}|(?P<letters>[{''.join(others)}][{every_mark}]*|\w[{every_mark}]+)"
    )


class Folded:
    """A text after folding, and the offsets of its characters in the text before.

    `text` is the folded text. Offsets into it become offsets of the original by
    `start` (of a first character) and `end` (behind a last one).
    """

    def __init__(self, source: str) -> None:
        self._folded: list[int] = []
        self._original: list[int] = []
        self._width: list[int] = []
        """Per run: where it begins after and before folding, and its length before, 0 if equal."""
        self._parts: list[str] = []
        self._length = 0
        self._fold(source)
        self.text = "".join(self._parts)
        del self._parts

    def start(self, offset: int) -> int:
        """Return the offset in the original of the folded character at an offset."""
        run = bisect_right(self._folded, offset) - 1
        within = 0 if self._width[run] else offset - self._folded[run]
        return self._original[run] + within

    def end(self, offset: int) -> int:
        """Return the offset in the original behind the folded character that ends at an offset."""
        run = bisect_right(self._folded, offset - 1) - 1
        return self._original[run] + (self._width[run] or offset - self._folded[run])

    def _fold(self, source: str) -> None:
        composed = unicodedata.is_normalized("NFC", source)
        at = 0
        for match in _pattern(composed=composed).finditer(source):
            self._copy(source, at, match.start())
            self._replace(match)
            at = match.end()
        self._copy(source, at, len(source))

    def _copy(self, source: str, start: int, end: int) -> None:
        while start < end and source[start] == " " and (self._after_dash() or self._after_space()):
            start += 1
        if start < end:
            self._add(source[start:end], start, 0)

    def _replace(self, match: re.Match[str]) -> None:
        kind, start, width = match.lastgroup, match.start(), match.end() - match.start()
        if kind == "dash":
            self._drop_space()
            if not self._after_dash():
                self._add("-", start, width)
        elif kind == "space":
            if not self._after_dash() and not self._after_space():
                self._add(" ", start, width)
        elif kind == "letters":
            self._add(unicodedata.normalize("NFC", match[0]), start, width)
        elif kind != "dropped":
            self._add({"single": "'", "double": '"', "dots": "..."}[kind or ""], start, width)

    def _add(self, text: str, original: int, width: int) -> None:
        self._folded.append(self._length)
        self._original.append(original)
        self._width.append(width)
        self._parts.append(text)
        self._length += len(text)

    def _after_dash(self) -> bool:
        return bool(self._parts) and self._parts[-1] == "-" and self._width[-1] > 0

    def _after_space(self) -> bool:
        return bool(self._parts) and self._parts[-1].endswith(" ")

    def _drop_space(self) -> None:
        """Take back the space before a dash."""
        if not self._parts or not self._parts[-1].endswith(" "):
            return
        self._length -= 1
        self._parts[-1] = self._parts[-1][:-1]
        if not self._parts[-1]:
            for runs in (self._folded, self._original, self._width, self._parts):
                runs.pop()


def fold(text: str) -> str:
    """Return a text after folding, without white space at its ends."""
    return Folded(text).text.strip() if text else ""
