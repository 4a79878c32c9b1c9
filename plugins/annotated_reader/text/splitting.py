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
_MARKS = "`«»‹›‘“„"
_BLANK_MARKS = str.maketrans(dict.fromkeys(f"{_MARKS}'", " "))
_BARE_LABEL_LENGTH = 10

MAX_CHUNK = 10_000
"""Characters that are given to sentencex at once: 240,000 backticks and letters took 15 s."""

FEW_MARKS, SHARE_OF_MARKS = 50, 200
"""Quotation marks of a block that sentencex is shown, and one more for so many characters: it
looks from each to the end, 0.1 s for 20,000 in a row."""

_LOOK_BACK = 100
"""Characters looked at before a start for the marks that open its sentence."""

_LAST_WORDS = 8
"""Characters looked at before a boundary to decide whether the sentence goes on."""


def split_sentences(text: str, language: str) -> list[Span]:
    """Return start and end of each sentence of a block, white space around them left out.

    The spans are in order, do not overlap, and leave out nothing but white space.
    `language` is a BCP 47 tag; unknown ones are split as English.
    """
    primary = language.split("-")[0].lower()
    shown = text.translate(_BLANK_MARKS) if _is_full_of_marks(text) else text
    starts = _starts(shown, primary)
    if shown is not text:
        starts = {_before_opening_marks(text, shown, start) for start in starts}
    starts |= _starts_inside_quotations(text, shown, primary)
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


def _is_full_of_marks(text: str) -> bool:
    marks = sum(map(text.count, (*_MARKS, "''")))
    return marks > FEW_MARKS + len(text) // SHARE_OF_MARKS


def _starts_inside_quotations(text: str, shown: str, language: str) -> set[int]:
    """Split a copy of the same length in which quotation marks and item labels are blank."""
    blanked = shown.translate(_BLANK_QUOTES)
    if label := _ITEM_LABEL.match(text):
        blanked = " " * label.end() + blanked[label.end() :]
    if blanked == shown:
        return set()
    return {_before_opening_marks(text, blanked, start) for start in _starts(blanked, language)}


def _before_opening_marks(text: str, blanked: str, start: int) -> int:
    """Move a start found in the blanked copy back over the opening marks of its sentence."""
    before = blanked[max(0, start - _LOOK_BACK) : start]
    at = start - len(before) + len(before.rstrip())
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
    """Join pieces that are no sentences of their own.

    What is joined may grow long, so it is never read again.
    """
    merged: list[Span] = []
    has_words = False
    for start, end in spans:
        adds_words = any(map(str.isalnum, text[start:end]))
        if merged and not (
            has_words and adds_words and _is_another(text, merged[-1], (start, end))
        ):
            merged[-1] = (merged[-1][0], end)
            has_words |= adds_words
        else:
            merged.append((start, end))
            has_words = adds_words
    return merged


def _is_another(text: str, before: Span, after: Span) -> bool:
    """Say whether a piece with words is another sentence than the one before it."""
    start, end = before
    if end - start <= _BARE_LABEL_LENGTH and _BARE_LABEL.fullmatch(text, start, end):
        return False
    goes_on = text[slice(*after)].lstrip(_OPENING)[:1].islower()
    return not (goes_on and _GOES_ON_AFTER.search(text[max(start, end - _LAST_WORDS) : end]))
