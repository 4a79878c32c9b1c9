"""Which annotations are notes of the text already: from an earlier import, under whatever name."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

import msgspec

from annotated_reader.anchoring import Passages
from annotated_reader.edition import Note
from annotated_reader.imports.fit import Surroundings
from annotated_reader.imports.records import Outcome, Result
from annotated_reader.notes import NoteRecord

_NOT_SAID = ("id", "at", "quote", "prefix", "suffix", "via", "status", "allow")
"""Keys of a note that are not what it says: where it belongs, and how it is kept."""

_CERTAIN = frozenset({Outcome.PLACED, Outcome.MOVED})
_NEVER = frozenset({Outcome.PART, Outcome.INVALID})

Span = tuple[int, int]
Index = dict[Hashable, list[Note]]


@dataclass(frozen=True, slots=True)
class _Arrival:
    """An annotation as it would be written, and where it is or may have been meant."""

    note: NoteRecord
    spans: tuple[Span, ...]
    sentences: tuple[str, ...]
    certain: bool

    def belongs_to(self, note: Note) -> bool:
        """Say whether a note has its place or, where that is not certain, one that touches it."""
        there = note.target.start, note.target.end
        if self.certain:
            return there in self.spans
        return any(start < there[1] and there[0] < end for start, end in self.spans)

    def says(self, note: Note) -> bool:
        """Say whether a note has its words and its author."""
        return _words(self.note) == _words(note.record)


def recognised(
    results: list[Result], notes: list[Note], here: Surroundings, passages: Passages
) -> list[Result]:
    """Return the results; of those that are notes of the text already, which notes they are.

    The id of an annotation (`via`) decides, wherever its note stands now and whatever it says;
    between notes of one annotation, which had several targets, the place. Where one of the
    two has no such id, they are the same if place, words and author are. No note is two
    annotations.
    """
    if not notes:
        return results
    index, taken, found = _index(notes), set[int](), list(results)
    arrivals = {n: made for n, r in enumerate(results) if (made := _arrival(r, here, passages))}
    for way in (_same_annotation_here, _same_annotation, _same_note, _same_words):
        for number, arrival in list(arrivals.items()):
            note = next((note for note in way(arrival, index) if id(note) not in taken), None)
            if note:
                taken.add(id(note))
                found[number] = _present(results[number], arrivals.pop(number), note)
    return found


def _arrival(result: Result, here: Surroundings, passages: Passages) -> _Arrival | None:
    note = result.incoming.note
    if note is None or result.outcome in _NEVER:
        return None
    candidates = ((c.start, c.end) for c in result.candidates)
    spans = (result.span,) if result.span else tuple(candidates)
    touched = (sentence.id for span in spans for sentence in passages.sentences_of(span))
    sentences = tuple(dict.fromkeys(touched))
    return _Arrival(here.fit(note).note or note, spans, sentences, result.outcome in _CERTAIN)


def _present(result: Result, arrival: _Arrival, note: Note) -> Result:
    where, same = str(note.place), _said(arrival.note) == _said(note.record)
    remarks = () if same else ("it does not say what the note there says: compare them",)
    return replace(result, outcome=Outcome.PRESENT, reason=where, note=None, remarks=remarks)


def _same_annotation_here(arrival: _Arrival, index: Index) -> Iterator[Note]:
    return filter(arrival.belongs_to, _same_annotation(arrival, index))


def _same_annotation(arrival: _Arrival, index: Index) -> Iterator[Note]:
    return iter(index.get(("via", arrival.note.via), ()) if arrival.note.via else ())


def _same_note(arrival: _Arrival, index: Index) -> Iterator[Note]:
    """Yield the note of an own id; an author elsewhere may have given it to another one."""
    for note in index.get(("id", arrival.note.id), ()) if arrival.note.id else ():
        if arrival.belongs_to(note) or arrival.says(note):
            yield note


def _same_words(arrival: _Arrival, index: Index) -> Iterator[Note]:
    for sentence in arrival.sentences:
        for note in index.get((sentence, *_words(arrival.note)), ()):
            if arrival.belongs_to(note) and not (arrival.note.via and note.record.via):
                yield note


def _index(notes: Iterable[Note]) -> Index:
    """Return the notes by everything that an annotation may know them by."""
    index: Index = defaultdict(list)
    for note in notes:
        words = _words(note.record)
        keys = [("via", note.record.via), ("id", note.record.id)]
        for key in (*keys, *((sentence, *words) for sentence in note.target.sentences)):
            index[key].append(note)
    return index


def _words(note: NoteRecord) -> tuple[str, ...]:
    """Return what a note says and who says it; all of one that has no words of its own."""
    said = (*note.by, " ".join(f"{note.lead} {note.note}".split()))
    return said if said[-1] else (*said, str(_said(note)))


def _said(note: NoteRecord) -> dict[str, object]:
    values = msgspec.to_builtins(note)
    return {key: value for key, value in values.items() if key not in _NOT_SAID}
