"""What becomes of each annotation: its place is found, then it is made to fit the project."""

from dataclasses import dataclass, field, replace

import msgspec

from annotated_reader.anchoring import Passages
from annotated_reader.imports.fit import Surroundings
from annotated_reader.imports.place import digest_of, find_place, place_fields
from annotated_reader.imports.records import Incoming, Outcome, Result
from annotated_reader.imports.surroundings import (
    Others,
    free_id,
    source_titles,
    targets_with,
)

_ROUNDS = 5
"""Times that notes are fitted again because one that they point at did not fit."""


def settle(
    incoming: list[Incoming], others: Others, passages: Passages, *, accept_edited: bool
) -> list[Result]:
    """Return what became of each annotation, in their order.

    Words that differ from those annotated get a place only where `accept_edited` says so.
    """
    settler = _Settler(incoming, passages, accept_edited)
    taken = others.ids(others.text)
    placed = [_with_free_id(settler.place(item), taken) for item in incoming]
    known, titles, slug = others.targets(), source_titles(incoming), others.text.slug
    alive = placed
    for _ in range(_ROUNDS):
        ids = [result.note.id for result in alive if result.note]
        here = Surroundings(others.edition, targets_with(known, slug, ids), titles)
        fitted = [_fit(result, here) for result in placed]
        if _count(fitted) == _count(alive):
            return fitted
        alive = fitted
    here = Surroundings(others.edition, frozenset(known), titles)
    return [_fit(result, here) for result in placed]


def _count(results: list[Result]) -> int:
    return sum(result.note is not None for result in results)


@dataclass(slots=True)
class _Settler:
    """Finds the places of the annotations of one file."""

    incoming: list[Incoming]
    passages: Passages
    accept_edited: bool
    digest: str = ""
    first: dict[str, Incoming] = field(default_factory=dict)
    """The first annotation with each id."""

    def __post_init__(self) -> None:
        self.digest = digest_of(self.passages.document.source)
        for item in self.incoming:
            if item.id and item.refused is not Outcome.INVALID:
                self.first.setdefault(item.id, item)

    def place(self, item: Incoming) -> Result:
        """Return an annotation with its place, if it has one that is certain."""
        if item.refused is not None:
            return Result(item, item.refused, item.reason, remarks=item.remarks)
        first = self.first.get(item.id, item)
        if first is not item:
            reason = f"its id stands already at {first.pointer or '/'}"
            return Result(item, Outcome.UNSUPPORTED, reason, remarks=item.remarks)
        if item.part_of in self.first:
            return Result(item, Outcome.PART, f"it comes with {item.part_of}")
        return self._placed(item)

    def _placed(self, item: Incoming) -> Result:
        assert item.sought is not None
        assert item.note is not None
        found = find_place(self.passages, item.sought, self.digest)
        result = Result(
            item, found.outcome, found.reason, None, found.candidates, remarks=item.remarks
        )
        if found.selector is None:
            return result
        if found.outcome is Outcome.EDITED and not self.accept_edited:
            return result
        return replace(
            result, note=msgspec.structs.replace(item.note, **place_fields(found.selector))
        )


def _with_free_id(result: Result, taken: set[str]) -> Result:
    if result.note is None or not result.note.id:
        return result
    id_ = free_id(result.note.id, taken)
    taken.add(id_)
    if id_ == result.note.id:
        return result
    remark = f"the text has a note {result.note.id} already; this one became {id_}"
    note = msgspec.structs.replace(result.note, id=id_)
    return replace(result, note=note, remarks=(*result.remarks, remark))


def _fit(result: Result, here: Surroundings) -> Result:
    if result.note is None:
        return result
    fitted = here.fit(result.note)
    remarks = (*result.remarks, *fitted.remarks)
    if fitted.note is None:
        return replace(
            result, outcome=Outcome.UNSUPPORTED, reason=fitted.why, note=None, remarks=remarks
        )
    return replace(result, note=fitted.note, remarks=remarks)
