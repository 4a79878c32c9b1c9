"""What becomes of each annotation: its place is found, then it is made to fit the project."""

from dataclasses import replace

import msgspec

from annotated_reader.anchoring import Passages
from annotated_reader.imports.already import recognised
from annotated_reader.imports.fit import Surroundings
from annotated_reader.imports.place_all import place_all
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
    taken = others.ids(others.text)
    known, titles, slug = others.targets(), source_titles(incoming), others.text.slug
    ids = [item.note.id for item in incoming if item.note]
    here = Surroundings(others.edition, targets_with(known, slug, ids), titles)
    found = place_all(incoming, passages, accept_edited=accept_edited)
    found = recognised(found, others.notes(others.text), here, passages)
    placed = [_with_free_id(result, taken) for result in found]
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
