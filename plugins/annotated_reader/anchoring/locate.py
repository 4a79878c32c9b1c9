"""Finding words whose sentence nobody wrote down: a quote, what stood around it, an offset.

Two questions are answered apart. "Are these the words?" and "is this the place?":
one weighted score for both cannot tell a sentence that moved from a near-copy of
one that was deleted (with the best score as the only rule, 98 % of the phrases
whose words were deleted land elsewhere without a word).
"""

from collections.abc import Iterable

from annotated_reader.anchoring.clues import Candidate, Clue, Location
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.in_place import LEAD, MAX_LENGTH, words_in_place
from annotated_reader.anchoring.passages import MAX_PLACES, Passages
from annotated_reader.anchoring.target import State
from annotated_reader.anchoring.weigh import SAME_PLACE, SURE, Around, Weighed, weigh

CONTEXT = 64
"""Characters of prefix and suffix that are compared, those next to the quote: more tell nothing."""

UNFOLDED = 500
"""Characters of them that are folded for it."""

VERY_PLACE = 0.95
"""Likeness of the surroundings, known on both sides, from which the very words need no other
proof, though not all places that have them were looked at."""

LONG = 40
"""Characters from which words found once, in foreign surroundings, have moved there;
shorter ones occur by chance."""

SAME_WORDS = 0.6
"""Likeness from which words that differ, in the right place, are an edit of the quote."""

_HERE = "the words, in their surroundings"
_NEARLY_HERE = "the words, in surroundings that are not quite the same"


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
    around = _around(clue)
    weighed = weigh(passages, passages.find(quote), around)
    exact = list(weighed.places)
    here = [candidate for candidate in exact if candidate.in_place]
    chosen = _choose(here, weighed) if here else None
    if chosen and chosen.state is State.EXACT and _both_alike(chosen, around):
        return chosen
    edited = words_in_place(passages, quote, around)
    if chosen and len(exact) < MAX_PLACES:
        return _or_ask(chosen, edited)
    if len(exact) == 1 and len(quote) >= LONG:
        return _elsewhere(exact, quote, clue)
    if edited is not None:
        certain = all(around) and len(quote) <= MAX_LENGTH
        return _in_its_place(edited, exact, certain=certain)
    if not exact:
        return Location(State.LOST, "neither the words nor their surroundings are there")
    return _elsewhere(exact, quote, clue)


def _around(clue: Clue) -> Around:
    """Return what is known to stand next to the quote."""
    before, behind = fold(clue.prefix[-UNFOLDED:]), fold(clue.suffix[:UNFOLDED])
    return before[-CONTEXT:].strip(), behind[:CONTEXT].strip()


def _choose(here: list[Candidate], weighed: Weighed) -> Location:
    best = _ranked(here)
    if weighed.unlooked or (len(best) > 1 and best[0].place - best[1].place < LEAD):
        number = len(here) + weighed.unlooked
        reason = f"the words stand in {number} places with like surroundings"
        return Location(State.AMBIGUOUS, reason, candidates=best)
    found = best[0]
    return Location(State.EXACT, _HERE, found.start, found.end, _ranked(weighed.places))


def _both_alike(chosen: Location, around: Around) -> bool:
    """Say whether the words that were chosen need no other proof than what surrounds them."""
    least = VERY_PLACE if len(chosen.candidates) >= MAX_PLACES else SAME_PLACE
    return all(around) and chosen.candidates[0].place >= least


def _or_ask(chosen: Location, edited: Candidate | None) -> Location:
    """Return a place again, unless words like these stand elsewhere in better surroundings."""
    if chosen.state is not State.EXACT or edited is None or edited.words < SAME_WORDS:
        return chosen
    found = chosen.candidates[0]
    apart = edited.end <= found.start or found.end <= edited.start
    if not apart or edited.place <= found.place:
        return chosen
    reason = "the words stand here, and others like them in surroundings that are more like theirs"
    return Location(State.AMBIGUOUS, reason, candidates=_ranked([edited, *chosen.candidates]))


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
