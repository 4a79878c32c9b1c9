"""Finding words whose sentence nobody wrote down: a quote, what stood around it, an offset.

Two questions are answered apart. "Are these the words?" and "is this the place?":
one weighted score for both cannot tell a sentence that moved from a near-copy of
one that was deleted (with the best score as the only rule, 98 % of the phrases
whose words were deleted land elsewhere without a word).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.anchoring.alignment import distance, most_like
from annotated_reader.anchoring.folding import Folded, fold
from annotated_reader.anchoring.passages import Passages, Span
from annotated_reader.anchoring.target import State

SAME_PLACE = 0.8
"""Likeness of the surroundings on one side from which a place is the place."""

VERY_PLACE = 0.95
"""Likeness of the surroundings, known on both sides, from which the very words need no other
proof, though not all places that have them were looked at."""

LONG = 40
"""Characters from which words found once, in foreign surroundings, have moved there;
shorter ones occur by chance."""

SURE = 24
"""Characters from which a quote that came without surroundings is found by its words alone."""

SAME_WORDS = 0.6
"""Likeness from which words that differ, in the right place, are an edit of the quote."""

LEAD = 0.15
"""How much better than the next place the best must be."""

MAX_LENGTH = 1000
"""Characters of a quote that are compared letter by letter."""

WIDE = 300
"""Characters from which a quote is compared in fewer windows, so that it costs no more."""

_HERE = "the words, in their surroundings"
_NEARLY_HERE = "the words, in surroundings that are not quite the same"


@dataclass(frozen=True, slots=True)
class Clue:
    """What is known of a place; `position` is an offset in the text as it was, or None."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    position: int | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant (offsets in the seed), and how like it is, from 0 to 1."""

    start: int
    end: int
    words: float
    """Likeness of the words."""
    place: float
    """Likeness of the surroundings, both sides together."""
    in_place: bool
    """Whether at least one side of the surroundings says that this is the place."""
    run: int = 0
    """Length of the quote with what adjoins it and is the same, letter by letter; 0 if edited."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where the clue leads: a state, the place when there is one, the reason, all candidates.

    The best candidates come first.
    """

    state: State
    reason: str
    start: int = 0
    end: int = 0
    candidates: tuple[Candidate, ...] = ()


def locate(passages: Passages, clue: Clue) -> Location:
    """Return where a clue leads.

    `exact`: the words, in their surroundings (or long enough, when none are known).
    `moved`: long words, once, elsewhere. `edited`: other words in the right place.
    Everything else is `ambiguous` or `lost`. An offset never decides: it only
    confirms words that stand exactly there.
    """
    quote = fold(clue.quote)
    if not quote:
        return Location(State.LOST, "there are no words to look for")
    spans = passages.find(quote)
    around = fold(clue.prefix), fold(clue.suffix)
    exact = [_weigh(passages, span, *around) for span in spans]
    here = [candidate for candidate in exact if candidate.in_place]
    if here:
        return _choose(here, exact)
    edited = _edited(passages, quote, clue)
    if len(exact) == 1 and len(quote) >= LONG:
        return _elsewhere(exact, quote, clue)
    if edited is not None:
        certain = all(around) and len(quote) <= MAX_LENGTH
        return _in_its_place(edited, exact, certain=certain)
    if not exact:
        return Location(State.LOST, "neither the words nor their surroundings are there")
    return _elsewhere(exact, quote, clue)


def _choose(here: list[Candidate], exact: list[Candidate]) -> Location:
    best = _ranked(here)
    if len(best) > 1 and best[0].place - best[1].place < LEAD:
        reason = f"the words stand in {len(here)} places with like surroundings"
        return Location(State.AMBIGUOUS, reason, candidates=best)
    found = best[0]
    return Location(State.EXACT, _HERE, found.start, found.end, _ranked(exact))


def _in_its_place(edited: Candidate, exact: list[Candidate], *, certain: bool) -> Location:
    """Return what to think of the words that stand where the quote stood.

    `certain` says that both sides are known, and the whole quote was compared.
    """
    ranked = _ranked([edited, *exact])
    if edited.words < SAME_WORDS:
        return Location(State.LOST, "other words stand in this place", candidates=ranked)
    # The very words of a quote as common as "of the" are not all looked at one by one: with one
    # side alone, a place that was not looked at may be as good.
    if certain and edited.words == 1 and edited.place >= VERY_PLACE:
        return Location(State.EXACT, _HERE, edited.start, edited.end, ranked)
    reason = _NEARLY_HERE if edited.words == 1 else "the words in this place differ"
    return Location(State.EDITED, reason, edited.start, edited.end, ranked)


def _elsewhere(exact: list[Candidate], quote: str, clue: Clue) -> Location:
    ranked = _ranked(exact)
    if len(exact) > 1:
        reason = f"the words stand in {len(exact)} places, none with their surroundings"
        return Location(State.AMBIGUOUS, reason, candidates=ranked)
    [found] = exact
    if not (clue.prefix or clue.suffix):
        if len(quote) >= SURE or clue.position == found.start:
            reason = "the words stand there once"
            return Location(State.EXACT, reason, found.start, found.end, ranked)
        reason = "the words are few, and their surroundings are not known"
        return Location(State.AMBIGUOUS, reason, candidates=ranked)
    if len(quote) >= LONG:
        reason = "the words stand there once, in other surroundings"
        return Location(State.MOVED, reason, found.start, found.end, ranked)
    reason = "the words are few, and stand in other surroundings"
    return Location(State.AMBIGUOUS, reason, candidates=ranked)


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda c: (-c.place, -c.words, c.start)))


def _weigh(passages: Passages, span: Span, before: str, after: str) -> Candidate:
    """Return a place that has the very words, and how like its surroundings are on the better side."""
    text = passages.folded.text
    there_before = text[max(0, span[0] - len(before) - 1) : span[0]].strip()[-len(before) :]
    there_after = text[span[1] : span[1] + len(after) + 1].strip()[: len(after)]
    run = _alike(before[::-1], there_before[::-1]) + span[1] - span[0]
    run += _alike(after, there_after)
    around = [(before, there_before)] if before else []
    around += [(after, there_after)] if after else []
    alike = any(_may_be_alike(*side) for side in around)
    sides = [_likeness(*side) for side in around] if alike else []
    place = sum(sides) / len(sides) if sides else 0.0
    # One side is enough: the other may lie in a sentence that was inserted or removed.
    in_place = max(sides, default=0.0) >= _enough(before, after)
    return Candidate(*passages.original(span), 1.0, place, in_place, run)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    for number, (mine, theirs) in enumerate(zip(one, other, strict=False)):
        if mine != theirs:
            return number
    return min(len(one), len(other))


def _enough(before: str, after: str) -> float:
    """Return how like one side must be: short surroundings are like each other by chance."""
    return 0.9 if len(before) + len(after) < SURE else SAME_PLACE


def _may_be_alike(one: str, other: str) -> bool:
    """Say whether surroundings can be as like as `SAME_PLACE`, without comparing letters.

    Then one of as many pieces as there may be differences, and one more, is whole in
    the other. "Of the" stands in thousands of places, nearly all of them unlike.
    """
    number = int((1 - SAME_PLACE) * max(len(one), len(other))) + 1
    size = max(1, len(one) // number)
    return any(one[at : at + size] in other for at in range(0, number * size, size))


def _likeness(one: str, other: str) -> float:
    longest = max(len(one), len(other))
    return 1 - distance(one, other) / longest if longest else 1.0


def _edited(passages: Passages, quote: str, clue: Clue) -> Candidate | None:
    """Return the words that now stand between the surroundings of the quote, if both are there."""
    before, after = fold(clue.prefix), fold(clue.suffix)
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
                found.append(Candidate(first, last, _likeness(quote, there), place, True))
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
        found.append((prefix.end, _word_end(text, end), left / known))
    if suffix and right >= SAME_PLACE:
        start = suffix.start - length - 1
        found.append((_word_start(text, start), suffix.start, right / known))
    return found


def _word_end(text: str, at: int) -> int:
    while at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += 1
    return min(at, len(text))


def _word_start(text: str, at: int) -> int:
    at = max(0, at)
    while at > 0 and text[at - 1].isalnum() and text[at].isalnum():
        at -= 1
    return at
