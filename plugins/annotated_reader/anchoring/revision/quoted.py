"""The words of a quote in the sentence that stands for its own after an edit."""

from dataclasses import dataclass
from functools import lru_cache

from annotated_reader.anchoring.folding import Folded, fold
from annotated_reader.anchoring.passages import Span, whole_words
from annotated_reader.anchoring.revision.likeness import likeness
from annotated_reader.anchoring.revision.mapping import map_span

SAME_WORDS = 0.5
"""Likeness from which the words that stand for a quote are the quote, edited."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where the words are now, or None; then whether they stand several times, or what instead."""

    span: Span | None
    several: bool = False
    instead: str = ""


def find_words(old: str, new: str, span: Span) -> Found:
    """Return where the words of a span of the old sentence stand in the new one.

    In a sentence that folds to the same, they are as many copies from its beginning
    as they were; in an edited one, the copy that stands where the comparison of both
    says, or the only one.
    """
    quote = fold(old[slice(*span)])
    before, after = _places(old, quote), _places(new, quote)
    if span in before and len(before) == len(after) and _folded(old).text == _folded(new).text:
        return Found(after[before.index(span)])
    mapped = map_span(old, new, span)
    near = [s for s in after if mapped and s[0] < mapped[1] and s[1] > mapped[0]]
    # A copy that stood beside the words before is not the words now.
    same = near or (after if len(before) <= 1 else [])
    if same:
        return Found(same[0]) if len(same) == 1 else Found(None, several=True)
    if mapped is None:
        return Found(None)
    instead = " ".join(new[slice(*mapped)].split())
    if likeness(quote, fold(instead), SAME_WORDS) >= SAME_WORDS:
        return Found(mapped)
    return Found(None, instead=instead)


@lru_cache(maxsize=64)
def _folded(text: str) -> Folded:
    return Folded(text)


def _places(text: str, quote: str) -> list[Span]:
    """Return where a folded quote stands as whole words, as offsets in the text."""
    folded = _folded(text)
    spans = whole_words(folded.text, quote)
    return [(folded.start(start), folded.end(end)) for start, end in spans]
