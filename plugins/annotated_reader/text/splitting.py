"""Where sentences end.

The splitter is sentencex, one block at a time through `get_sentence_boundaries`
(its `segment` loses blank lines in texts above 10 kB). Three rules mend what it
does not do: it never splits inside quotations, it leaves bare punctuation as a
sentence, and it cuts before a continuation in lower case.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from sentencex import get_sentence_boundaries

Span = tuple[int, int]

_OPENING = "«‹“‘„‚([{"
_QUOTES = '«»‹›“”„‟"()'
_BLANK_QUOTES = str.maketrans(dict.fromkeys(_QUOTES, " "))
_ITEM_LABEL = re.compile(r"\s*(?:\([0-9]{1,3}\)|\([a-zA-Z]\)|[•‣◦–—-])(?=\s)")
_BARE_LABEL = re.compile(r"[(\[]?(?:[0-9]{1,3}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)\]]{1,2}")
_GOES_ON_AFTER = re.compile(r"(?:[?!…]|\.\.\.|[»›”’\"')\]]|\b\w{1,3}\.)$")
MAX_CHUNK = 20_000
"""Characters that are given to sentencex at once: 240,000 backticks and letters took 15 s."""

_LAST_WORDS = 8
"""Characters looked at before a boundary to decide whether the sentence goes on."""


def split_sentences(text: str, language: str) -> list[Span]:
    """Return start and end of each sentence of a block, white space around them left out.

    The spans are in order, do not overlap, and leave out nothing but white space.
    `language` is a BCP 47 tag; unknown ones are split as English.
    """
    primary = language.split("-")[0].lower()
    starts = _starts(text, primary) | _starts_inside_quotations(text, primary)
    edges = sorted(starts | {0, len(text)})
    trimmed = (_trim(text, start, end) for start, end in pairwise(edges))
    return _merge(text, [span for span in trimmed if span[0] < span[1]])


def _trim(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _starts(text: str, language: str) -> set[int]:
    return {
        start + boundary["start_index"]
        for start, end in _chunks(text)
        for boundary in get_sentence_boundaries(language, text[start:end])
    }


def _chunks(text: str) -> Iterator[Span]:
    """Yield a text in pieces that end at spaces: sentencex is quadratic in some paragraphs."""
    start = 0
    while len(text) - start > MAX_CHUNK:
        space = max(
            text.rfind(". ", start, start + MAX_CHUNK), text.rfind(".\n", start, start + MAX_CHUNK)
        )
        end = space + 2 if space > start else start + MAX_CHUNK
        yield start, end
        start = end
    yield start, len(text)


def _starts_inside_quotations(text: str, language: str) -> set[int]:
    """Split a copy of the same length in which quotation marks and item labels are blank."""
    blanked = text.translate(_BLANK_QUOTES)
    if label := _ITEM_LABEL.match(text):
        blanked = " " * label.end() + blanked[label.end() :]
    if blanked == text:
        return set()
    return {_before_opening_marks(text, blanked, start) for start in _starts(blanked, language)}


def _before_opening_marks(text: str, blanked: str, start: int) -> int:
    """Move a start found in the blanked copy back over the opening marks of its sentence."""
    at = len(blanked[:start].rstrip())
    while at < start and not _opens(text, at):
        at += 1
    return at


def _opens(text: str, at: int) -> bool:
    mark = text[at]
    if mark.isspace():
        return False
    space_before = at == 0 or text[at - 1].isspace()
    space_after = at + 1 == len(text) or text[at + 1].isspace()
    if space_before == space_after:
        return mark in _OPENING
    return space_before


def _merge(text: str, spans: list[Span]) -> list[Span]:
    """Join pieces that are no sentences of their own."""
    merged: list[Span] = []
    for start, end in spans:
        if merged and _belongs_together(text, merged[-1], (start, end)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _belongs_together(text: str, before: Span, after: Span) -> bool:
    first, second = text[slice(*before)], text[slice(*after)]
    if not any(map(str.isalnum, second)) or not any(map(str.isalnum, first)):
        return True
    if _BARE_LABEL.fullmatch(first):
        return True
    goes_on = second.lstrip(_OPENING)[:1].islower()
    return goes_on and bool(_GOES_ON_AFTER.search(first[-_LAST_WORDS:]))
