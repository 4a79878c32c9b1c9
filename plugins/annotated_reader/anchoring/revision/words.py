"""Writing the place of a note so that it is found again: the shortest words that are unique."""

import re
from collections.abc import Iterator
from dataclasses import replace

from annotated_reader.anchoring.anchor import anchor
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.occurrences import MAX_ELIDED, MAX_PARTS
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.scope import WHITE
from annotated_reader.anchoring.target import Selector, State, Target
from annotated_reader.anchoring.word_edges import UNSPACED

MAX_QUOTE = 1000
"""Longest quote written in full, in characters; a longer one is written `first … last`."""

MAX_SENTENCES = 20
"""Sentences that a note may name; words over more of them are looked for in the whole text."""

_ENDS = (8, 16, 32)
"""Words at both ends by which a long passage is named."""

_STEPS = (1, 2, 3, 4, 6, 8, 12)
"""Words of prefix and suffix that are tried."""

_AROUND = 400
"""Characters looked at on both sides for them."""

LIMITS = {
    "quote": MAX_QUOTE,
    "sentences": MAX_SENTENCES,
    "elided": MAX_ELIDED,
    "parts": MAX_PARTS,
    "ends": _ENDS,
    "steps": _STEPS,
    "around": _AROUND,
    "white": WHITE,
}
"""For the script of the composer, which looks for the same words."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")


def selector_for(passages: Passages, target: Target, old: Selector) -> Selector | None:
    """Return a selector that anchors exactly at a quoted target: the old one if it does.

    Else the sentence ids and the words, with as few words of prefix or suffix as
    make them unique in their sentences. None when no words lead there.
    """
    every = _every(passages, target, old)
    return next((selector for selector in every if _leads_to(passages, selector, target)), None)


def selector_of_lost(memory: Passages, target: Target, old: Selector, now: Passages) -> Selector:
    """Return a selector that led to a target in the old text, and leads nowhere in the new one.

    The old one if it does. Else a copy of the words is left there: then with more of
    what stood around them, so that the note does not come to lie on the copy.
    """
    every = _every(memory, target, old)
    lost = (selector for selector in every if anchor(now, selector)[0].state is not State.EXACT)
    return next((selector for selector in lost if _leads_to(memory, selector, target)), old)


def _every(passages: Passages, target: Target, old: Selector) -> Iterator[Selector]:
    yield old
    for bare in _bare(passages, target):
        yield from _ways(passages, target, bare)


def _leads_to(passages: Passages, selector: Selector, target: Target) -> bool:
    found, _ = anchor(passages, selector)
    return found.state is State.EXACT and (found.start, found.end) == (target.start, target.end)


def _bare(passages: Passages, target: Target) -> Iterator[Selector]:
    """Yield the words without prefix and suffix; of long ones, more and more of both ends."""
    ids = target.sentences if len(target.sentences) <= MAX_SENTENCES else ()
    words = " ".join(passages.document.source[target.start : target.end].split())
    if len(words) <= MAX_QUOTE:
        yield Selector(ids, words)
        return
    for number in _ENDS:
        quote = f"{_first(words, number)} … {_last(words, number)}"
        if len(quote) <= MAX_QUOTE:
            yield Selector(ids, quote)


def _ways(passages: Passages, target: Target, bare: Selector) -> Iterator[Selector]:
    """Yield a selector without and with what stands around it."""
    yield bare
    source = passages.document.source
    before = fold(source[max(0, target.start - _AROUND) : target.start])
    after = fold(source[target.end : target.end + _AROUND])
    for number in _STEPS:
        prefix, suffix = _last(before, number), _first(after, number)
        yield replace(bare, prefix=prefix)
        yield replace(bare, suffix=suffix)
        yield replace(bare, prefix=prefix, suffix=suffix)


def _first(text: str, number: int) -> str:
    ends = [found.end() for found in _WORD.finditer(text)][:number]
    return text[: ends[-1]] if ends else ""


def _last(text: str, number: int) -> str:
    starts = [found.start() for found in _WORD.finditer(text)][-number:]
    return text[starts[0] :] if starts else ""
