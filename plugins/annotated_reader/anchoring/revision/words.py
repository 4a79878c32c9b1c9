"""Writing the place of a note so that it is found again: the shortest words that are unique."""

from annotated_reader.anchoring.anchor import anchor
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.target import Selector, State, Target

MAX_QUOTE = 1000
"""Longest quote written in full, in characters; a longer one is written `first … last`."""

_STEPS = range(1, 12)
"""Words of prefix or suffix that are tried."""


def selector_for(passages: Passages, target: Target, old: Selector) -> Selector:
    """Return a selector that anchors exactly at a quoted target: the old one if it does.

    Else the sentence ids and the words, with as few words of prefix or suffix as
    make them unique in their sentences.
    """
    if _leads_to(passages, old, target):
        return old
    source = passages.document.source
    words = " ".join(source[target.start : target.end].split())
    if len(words) > MAX_QUOTE:
        parts = words.split()
        words = f"{' '.join(parts[:8])} … {' '.join(parts[-8:])}"
    bare = Selector(target.sentences, words)
    for selector in (bare, *_with_context(passages, target, bare)):
        if _leads_to(passages, selector, target):
            return selector
    return bare


def _leads_to(passages: Passages, selector: Selector, target: Target) -> bool:
    found, _ = anchor(passages, selector)
    return found.state is State.EXACT and (found.start, found.end) == (target.start, target.end)


def _with_context(passages: Passages, target: Target, bare: Selector) -> list[Selector]:
    source = passages.document.source
    before = fold(source[max(0, target.start - 200) : target.start]).split()
    after = fold(source[target.end : target.end + 200]).split()
    selectors = []
    for count in _STEPS:
        prefix, suffix = " ".join(before[-count:]), " ".join(after[:count])
        selectors.append(Selector(bare.sentences, bare.quote, prefix=prefix))
        selectors.append(Selector(bare.sentences, bare.quote, suffix=suffix))
    return selectors
