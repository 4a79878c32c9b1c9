"""From words in an old sentence to the words that stand there now."""

from difflib import SequenceMatcher
from functools import lru_cache

from annotated_reader.anchoring.alignment import same_beginning
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.word_edges import tokens

MAX_WORDS = 3000
"""Words between the first and the last difference that are compared; more count as replaced."""

Span = tuple[int, int]
Step = tuple[str, int, int, int, int]
"""Same words, other words, words inserted or removed: as in difflib, from and to in both."""


def map_span(old: str, new: str, span: Span) -> Span | None:
    """Return where the words of a span of the old sentence are, or what stands for them, in the new.

    None when the words were removed and nothing stands for them. The two sentences
    are compared word by word (Ratcliff and Obershelp's matching, as in difflib).
    """
    before, after, steps = _compared(old, new)
    touched = [n for n, (start, end) in enumerate(before) if start < span[1] and end > span[0]]
    if not touched:
        return None
    first, last = touched[0], touched[-1] + 1
    places: list[int] = []
    for tag, old_from, old_to, new_from, new_to in steps:
        start, end = max(first, old_from), min(last, old_to)
        if tag == "equal" and start < end:
            places += [new_from + start - old_from, new_from + end - old_from]
        elif tag == "replace" and start < end:
            places += [new_from, new_to]
    if not places or min(places) == max(places):
        return None
    return after[min(places)][0], after[max(places) - 1][1]


@lru_cache(maxsize=64)
def _compared(old: str, new: str) -> tuple[list[Span], list[Span], list[Step]]:
    """Return the words of both sentences, and the steps from one to the other."""
    before, after = tokens(old), tokens(new)
    return before, after, _steps(_texts(old, before), _texts(new, after))


def _texts(text: str, spans: list[Span]) -> list[str]:
    words = (text[start:end] for start, end in spans)
    return [word if word.isascii() else fold(word) for word in words]


def _steps(old: list[str], new: list[str]) -> list[Step]:
    """Compare what lies between the same words at both ends; most edits are small."""
    start = same_beginning(old, new)
    end = same_beginning(old[start:][::-1], new[start:][::-1])
    old_end, new_end = len(old) - end, len(new) - end
    middle = _compare(old[start:old_end], new[start:new_end])
    steps: list[Step] = [("equal", 0, start, 0, start)]
    steps += [(tag, a + start, b + start, c + start, d + start) for tag, a, b, c, d in middle]
    return [*steps, ("equal", old_end, len(old), new_end, len(new))]


def _compare(old: list[str], new: list[str]) -> list[Step]:
    if max(len(old), len(new)) > MAX_WORDS:
        return [("replace", 0, len(old), 0, len(new))]
    return [*SequenceMatcher(None, old, new, autojunk=False).get_opcodes()]
