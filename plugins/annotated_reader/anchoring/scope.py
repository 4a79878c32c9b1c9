"""Where a quote is looked for, and what stands next to it there."""

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.passages import Passages, Span, Stretch
from annotated_reader.anchoring.target import Selector
from annotated_reader.text import Sentence

Scope = Passages | Stretch
"""Where a quote is looked for."""

WHITE = 500
"""Characters looked at beyond twice the length of a prefix or suffix: white space folds away."""


def scope_of(passages: Passages, sentences: list[Sentence], selector: Selector) -> Scope:
    """Return where a quote is looked for: in its sentences, or everywhere if none are named."""
    if not sentences:
        return passages
    # Folding shortens: twice the length and some, so that enough of it is left.
    around = [2 * len(side) + WHITE if side else 0 for side in (selector.prefix, selector.suffix)]
    return Stretch(passages.document, sentences[0].start, sentences[-1].end, *around)


def in_seed(passages: Passages, scope: Scope, places: list[Span]) -> list[Span]:
    """Return places as offsets in the seed, without those between sentences: marks of headings."""
    return [span for span in map(scope.original, places) if passages.is_text(span)]


def in_context(scope: Scope, places: list[Span], selector: Selector) -> list[Span]:
    """Return the places that prefix and suffix of a selector stand next to."""
    before, after = fold(selector.prefix), fold(selector.suffix)
    if not before and not after:
        return places
    text = scope.folded.text
    return [p for p in places if preceded(text, p, before) and _followed(text, p, after)]


def preceded(text: str, place: Span, before: str) -> bool:
    """Say whether some folded words stand before a place of a folded text."""
    return not before or _edge(text[max(0, place[0] - len(before) - 2) : place[0]]).endswith(before)


def _followed(text: str, place: Span, after: str) -> bool:
    return not after or _edge(text[place[1] : place[1] + len(after) + 2]).startswith(after)


def _edge(piece: str) -> str:
    """Return a piece of folded text as folding alone would give it: a hyphen at its end is a dash."""
    piece = piece.strip()
    return fold(piece) if piece.startswith("-") or piece.endswith("-") else piece
