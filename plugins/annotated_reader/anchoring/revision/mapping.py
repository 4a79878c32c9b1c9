"""From words in an old sentence to the words that stand there now."""

import re
from difflib import SequenceMatcher

_WORD = re.compile(r"\w+|[^\w\s]")
Span = tuple[int, int]


def map_span(old: str, new: str, span: Span) -> Span | None:
    """Return where the words of a span of the old sentence are, or what stands for them, in the new.

    None when the words were removed and nothing stands for them. The two sentences
    are compared word by word (Ratcliff and Obershelp's matching, as in difflib).
    """
    before, after = _tokens(old), _tokens(new)
    touched = [n for n, (start, end) in enumerate(before) if start < span[1] and end > span[0]]
    if not touched:
        return None
    first, last = touched[0], touched[-1] + 1
    matcher = SequenceMatcher(None, _texts(old, before), _texts(new, after), autojunk=False)
    places: list[int] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        start, end = max(first, old_from), min(last, old_to)
        if tag == "equal" and start < end:
            places += [new_from + start - old_from, new_from + end - old_from]
        elif tag == "replace" and start < end:
            places += [new_from, new_to]
    if not places or min(places) == max(places):
        return None
    return after[min(places)][0], after[max(places) - 1][1]


def _tokens(text: str) -> list[Span]:
    return [match.span() for match in _WORD.finditer(text)]


def _texts(text: str, spans: list[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]
