"""The words that now stand where a quote stood: what is between its surroundings."""

from annotated_reader.anchoring.alignment import most_like
from annotated_reader.anchoring.clues import Candidate
from annotated_reader.anchoring.folding import Folded
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.weigh import SAME_PLACE, Around, likeness
from annotated_reader.anchoring.word_edges import word_end, word_start

LEAD = 0.15
"""How much better than the next place the best must be."""

MAX_LENGTH = 1000
"""Characters of a quote that are compared letter by letter."""

WIDE = 300
"""Characters from which a quote is compared in fewer windows, so that it costs no more."""


def words_in_place(passages: Passages, quote: str, around: Around) -> Candidate | None:
    """Return the words that now stand between the surroundings of the quote, if both are there."""
    before, after = around
    quote = quote[:MAX_LENGTH]
    found = []
    windows = _windows(passages, f"{before} {quote} {after}", len(before) + len(quote) + len(after))
    for offset, window in windows[: 2 if len(quote) > WIDE else None]:
        folded = Folded(window)
        for start, end, place in _gaps(folded.text, before, after, len(quote)):
            there = folded.text[start:end].strip()
            shift = len(folded.text[start:end]) - len(folded.text[start:end].lstrip())
            if there:
                first = offset + folded.start(start + shift)
                last = offset + folded.end(start + shift + len(there))
                found.append(Candidate(first, last, likeness(quote, there), place, True))
    best = sorted(set(found), key=lambda c: (-c.words - c.place, c.start))
    if not best or (len(best) > 1 and _too_close(best[0], best[1])):
        return None
    return best[0]


def _too_close(one: Candidate, other: Candidate) -> bool:
    apart = one.end <= other.start or other.end <= one.start
    return apart and one.words + one.place - other.words - other.place < LEAD


def _windows(passages: Passages, words: str, length: int) -> list[tuple[int, str]]:
    """Return stretches of the seed around the sentences that share rare words with the clue."""
    source = passages.document.source
    stretches = []
    for sentence in passages.votes.candidates(words):
        start = max(0, sentence.start - length - 20)
        stretches.append((start, source[start : sentence.end + length + 20]))
    return stretches


def _gaps(text: str, before: str, after: str, length: int) -> list[tuple[int, int, float]]:
    """Return where a quote could have stood in a window: between its surroundings.

    With both sides alike, whatever is between them; with one, as much as the quote
    was long, to the end of a word. The likeness is that of all sides that are known: where
    both are, one alone is no more than half of it.
    """
    prefix = most_like(before, text) if before else None
    suffix = most_like(after, text) if after else None
    left = 1 - prefix.errors / len(before) if prefix else 0.0
    right = 1 - suffix.errors / len(after) if suffix else 0.0
    known = bool(prefix) + bool(suffix)
    found = []
    both = prefix and suffix and min(left, right) >= SAME_PLACE
    if both and prefix and suffix and 0 <= suffix.start - prefix.end <= 2 * length + 20:
        return [(prefix.end, suffix.start, (left + right) / 2)]
    if prefix and left >= SAME_PLACE:
        end = prefix.end + length + 1
        found.append((prefix.end, word_end(text, end), left / known))
    if suffix and right >= SAME_PLACE:
        start = suffix.start - length - 1
        found.append((word_start(text, start), suffix.start, right / known))
    return found
