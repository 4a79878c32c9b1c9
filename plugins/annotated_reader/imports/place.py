"""From a clue to a place in the text, and to a selector that finds exactly this place again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from annotated_reader.anchoring import (
    Candidate,
    Location,
    Passages,
    Selector,
    State,
    anchor,
    locate,
    locate_all,
)
from annotated_reader.anchoring.folding import fold
from annotated_reader.imports.records import Outcome, Sought

MAX_QUOTE = 1000
"""Characters that `quote`, `prefix` and `suffix` may have (`notes.format`)."""

MAX_SENTENCES = 20
"""Sentences that `at` may name."""

FEWEST = 5
"""Annotations of a page from which their offsets are held against each other."""

MAX_CANDIDATES = 10
"""Places that are remembered of each annotation; three are told."""

_WORDS_AROUND = (1, 2, 4, 8, 12)
"""Words of prefix and suffix, tried until the place is the only one."""

_OUTCOMES = {
    State.EXACT: Outcome.PLACED,
    State.MOVED: Outcome.MOVED,
    State.EDITED: Outcome.EDITED,
    State.AMBIGUOUS: Outcome.AMBIGUOUS,
    State.LOST: Outcome.LOST,
}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Placing:
    """Where an annotation belongs; `selector` is None where it has no place."""

    outcome: Outcome
    reason: str
    selector: Selector | None = None
    candidates: tuple[Candidate, ...] = ()
    span: Span | None = None
    """Where that is in the seed."""


def digest_of(source: str) -> str:
    """Return the digest under which an export names the seed that its positions count in."""
    return f"sha256:{sha256(source.encode()).hexdigest()}"


def find_places(passages: Passages, sought: Sequence[Sought], digest: str) -> list[Placing]:
    """Return the place of each annotation, as certain as it is.

    Words at an offset of the very same text (`digest` agrees) are there: nothing has
    changed. In every other case offsets are hints, and `anchoring.locate_all` judges,
    those together that are about one page: it is in that that the offsets count.
    """
    placings: dict[int, Placing] = {}
    pages: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(sought):
        if one.seed == digest and (span := _same_text(passages, one)):
            placings[index] = _placing(passages, span, one, State.EXACT, "the text is the same")
        else:
            pages[one.page].append(index)
    for indexes in pages.values():
        clues = [sought[index].clue for index in indexes]
        # Of a few notes nothing can be said together: a page may have a head of its own.
        alone = len(clues) < FEWEST
        found = [locate(passages, c) for c in clues] if alone else locate_all(passages, clues)
        for index, location in zip(indexes, found, strict=True):
            placings[index] = _located(passages, sought[index], location, digest)
    return [placings[index] for index in range(len(sought))]


def _located(passages: Passages, sought: Sought, found: Location, digest: str) -> Placing:
    candidates = found.candidates[:MAX_CANDIDATES]
    if sought.seed == digest and sought.clue.position is None:
        # An author's words that this very text was searched for, in vain.
        return Placing(Outcome.LOST, "it had no place where it comes from", None, candidates)
    if found.state in (State.AMBIGUOUS, State.LOST):
        return Placing(_OUTCOMES[found.state], found.reason, candidates=candidates)
    span = found.start, found.end
    for other in (locate(passages, clue) for clue in sought.others):
        if other.end and (other.end <= span[0] or span[1] <= other.start):
            both = (*found.candidates[:1], *other.candidates[:1])
            reason = "its quotes lead to different places"
            return Placing(Outcome.AMBIGUOUS, reason, candidates=both)
    placing = _placing(passages, span, sought, found.state, found.reason)
    return replace(placing, candidates=candidates)


def place_fields(selector: Selector) -> dict[str, object]:
    """Return the fields of a note that say where it belongs."""
    at = list(selector.sentences)
    return {
        "at": at[0] if len(at) == 1 else at,
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def _same_text(passages: Passages, sought: Sought) -> Span | None:
    start, end = sought.clue.position, sought.end
    if start is None or end is None:
        return None
    there = passages.document.source[start:end]
    return (start, end) if there and fold(there) == fold(sought.clue.quote) else None


def _placing(passages: Passages, span: Span, sought: Sought, state: State, reason: str) -> Placing:
    for selector in _selectors(passages, span, sought.written):
        target, findings = anchor(passages, selector)
        certain = not any(finding.code != "R107" for finding in findings)
        if certain and (target.start, target.end) == span:
            return Placing(_OUTCOMES[state], reason, selector, span=span)
    return Placing(Outcome.UNSUPPORTED, "no quote of 1,000 characters finds exactly this place")


def _selectors(passages: Passages, span: Span, written: Selector | None) -> Iterator[Selector]:
    """Yield ways to name a place, the best first: as it was written, then with little context."""
    if written:
        yield written
    source = passages.document.source
    sentences = passages.sentences_of(span)
    ids = tuple(s.id for s in sentences) if len(sentences) <= MAX_SENTENCES else ()
    before, after = source[: span[0]][-400:].split(), source[span[1] :][:400].split()
    for quote in _quotes(source[slice(*span)]):
        yield Selector(ids, quote)
        for number in _WORDS_AROUND:
            prefix, suffix = " ".join(before[-number:]), " ".join(after[:number])
            yield Selector(ids, quote, prefix)
            yield Selector(ids, quote, "", suffix)
            yield Selector(ids, quote, prefix, suffix)
    if ids and (sentences[0].start, sentences[-1].end) == span:
        yield Selector(ids)


def _quotes(words: str) -> Iterator[str]:
    """Yield the words, their white space made single spaces; long ones by their ends."""
    parts = words.split()
    plain = " ".join(parts)
    if len(plain) > MAX_QUOTE:
        yield from (
            elided
            for n in (8, 16, 32)
            if 2 * n < len(parts)
            and len(elided := f"{' '.join(parts[:n])} … {' '.join(parts[-n:])}") <= MAX_QUOTE
        )
    elif plain:
        yield plain
        if words != plain:
            yield words
