"""The places of the annotations of one file, judged together."""

from dataclasses import replace

import msgspec

from annotated_reader.anchoring import Passages
from annotated_reader.imports.place import Placing, digest_of, find_places, place_fields
from annotated_reader.imports.records import Incoming, Outcome, Result


def place_all(incoming: list[Incoming], passages: Passages, *, accept_edited: bool) -> list[Result]:
    """Return each annotation with its place, if it has one that is certain, in their order."""
    first: dict[str, Incoming] = {}
    for item in incoming:
        if item.id and item.refused is not Outcome.INVALID:
            first.setdefault(item.id, item)
    refused = {n: result for n, i in enumerate(incoming) if (result := _refused(i, first))}
    left = {n: i.sought for n, i in enumerate(incoming) if n not in refused and i.sought}
    placings = find_places(passages, list(left.values()), digest_of(passages.document.source))
    found = dict(zip(left, placings, strict=True))
    return [
        refused[number] if number in refused else _placed(item, found[number], accept_edited)
        for number, item in enumerate(incoming)
    ]


def _refused(item: Incoming, first: dict[str, Incoming]) -> Result | None:
    """Return what became of an annotation that needs no place, or can have none."""
    if item.refused is not None:
        return Result(item, item.refused, item.reason, remarks=item.remarks)
    other = first.get(item.id, item)
    if other is not item:
        reason = f"its id stands already at {other.pointer or '/'}"
        return Result(item, Outcome.UNSUPPORTED, reason, remarks=item.remarks)
    if item.part_of in first:
        return Result(item, Outcome.PART, f"it comes with {item.part_of}")
    return None


def _placed(item: Incoming, found: Placing, accept_edited: bool) -> Result:
    assert item.note is not None
    outcome, reason = found.outcome, found.reason
    result = Result(item, outcome, reason, None, found.candidates, item.remarks, found.span)
    if found.selector is None or (found.outcome is Outcome.EDITED and not accept_edited):
        return result
    note = msgspec.structs.replace(item.note, **place_fields(found.selector))
    return replace(result, note=note)
