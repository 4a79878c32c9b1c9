"""How the notes of a text find their place, and what their authors are told of it."""

from collections.abc import Callable, Iterable

from annotated_reader.anchoring import Finding, Passages, Selector, State, Target, anchor
from annotated_reader.anchoring.alignment import same_beginning
from annotated_reader.anchoring.revision import Carrier
from annotated_reader.edition.reading import TextReading
from annotated_reader.notes import NoteEntry
from annotated_reader.problems import Problem

Placing = Callable[[NoteEntry], tuple[Target, list[Problem]]]


def placing(reading: TextReading) -> Placing:
    """Return the way in which each note of a text gets its target, and its problems."""
    return _certainly(_anchoring(reading))


def _certainly(place: Placing) -> Placing:
    """Return a way of finding places that gives none to a note which says its place in a wrong form.

    Of such a note is told only what is certain without what could not be read.
    """

    def placed(entry: NoteEntry) -> tuple[Target, list[Problem]]:
        """Return the target of a note, lost where what says where it belongs is faulty."""
        target, problems = place(entry)
        if not entry.faulty & {"at", "quote", "prefix", "suffix"}:
            return target, problems
        some = "at" in entry.faulty and entry.record.sentences
        certain = {"R101", "R102"} if some else {"R101", "R102", "R104", "R108"}
        return Target(State.LOST), [p for p in problems if p.code in certain]

    return placed


def _anchoring(reading: TextReading) -> Placing:
    """Return how the notes of a text find their place: in the text, or over its edit."""
    if reading.revision:
        carrier = Carrier(reading.revision)
        return lambda entry: _carry(carrier, entry)
    passages = Passages(reading.document)
    return lambda entry: _anchor(passages, entry)


def selector_of(entry: NoteEntry) -> Selector | None:
    """Return what a note says of its place, or None when it says nothing (R103)."""
    note = entry.record
    if not note.sentences and not note.quote:
        return None
    return Selector(note.sentences, note.quote, note.prefix, note.suffix)


def _anchor(passages: Passages, entry: NoteEntry) -> tuple[Target, list[Problem]]:
    selector = selector_of(entry)
    if selector is None:
        return Target(State.LOST), []
    target, findings = anchor(passages, selector)
    return target, _problems(entry, findings)


def _problems(entry: NoteEntry, findings: Iterable[Finding]) -> list[Problem]:
    return [Problem(entry.place(f.key), f.code, f.message, f.hint) for f in findings]


_CODES = {State.MOVED: "R109", State.EDITED: "R110", State.AMBIGUOUS: "R111", State.LOST: "R112"}
OF_AN_EDIT = frozenset(_CODES.values())
"""Codes of what an edit of the seed has done to notes, which is no fault of their file."""


def _carry(carrier: Carrier, entry: NoteEntry) -> tuple[Target, list[Problem]]:
    """Return the place of a note after an edit of the seed, and what happened to it."""
    selector = selector_of(entry)
    if selector is None:
        return Target(State.LOST), []
    carried = carrier.carry(selector)
    if carried.state is State.EXACT or carried.findings:
        return carried.target, _problems(entry, carried.findings)
    message = f"{carried.state}: {carried.reason}."
    same = same_beginning(carried.before, carried.after)
    change = f"Before: “{shorten(carried.before, around=same)}”"
    change += f", now: “{shorten(carried.after, around=same)}”." if carried.after else "."
    if carried.before == carried.after:
        change = "Its words are the same; read the sentence again."
    key = "quote" if entry.record.quote else "at"
    problem = Problem(entry.place(key), _CODES[carried.state], message, change)
    return carried.target, [problem]


def shorten(words: str, length: int = 80, around: int = 0) -> str:
    """Return about as many characters of some words, those around a place, with ellipses."""
    if len(words) <= length:
        return words
    start = min(max(0, around - length // 2), len(words) - length)
    start = words.find(" ", start) + 1 if start else 0
    end = start + length
    return f"{'… ' if start else ''}{words[start:end].rstrip()}{' …' if end < len(words) else ''}"
