"""Reading W3C Web Annotations: one, several, a page of them, a collection."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from annotated_reader.imports.bodies import read_content
from annotated_reader.imports.contents import as_note
from annotated_reader.imports.identity import annotation_id
from annotated_reader.imports.own import is_own, read_digest, read_own, read_written
from annotated_reader.imports.records import Incoming, Outcome
from annotated_reader.imports.selectors import Reading, read_selectors
from annotated_reader.imports.small_markdown import one_line
from annotated_reader.imports.web_rules import CONTEXT, as_list, faults, types_of
from annotated_reader.notes import NoteRecord, Vocabulary

TITLE = "W3C Web Annotation"

_GROUPS = ("AnnotationCollection", "AnnotationPage")


def is_web_annotation(data: Any) -> bool:
    """Say whether data looks like W3C annotations."""
    first = data[0] if isinstance(data, list) and data else data
    if not isinstance(first, dict):
        return False
    known = {"Annotation", *_GROUPS} & set(types_of(first))
    return bool(known) or CONTEXT in as_list(first.get("@context")) or "bodyValue" in first


def read_web_annotations(data: Any, vocabulary: Vocabulary) -> list[Incoming]:
    """Return what a file of annotations holds, in its order."""
    found: list[Incoming] = []
    for pointer, item, own, alone in _annotations(data, "", False):
        found += _read(pointer, item, vocabulary, own=own, alone=alone)
    return found


def _annotations(data: Any, at: str, own: bool) -> Iterator[tuple[str, Any, bool, bool]]:
    """Yield pointer, annotation, whether `ar:` is ours, and whether it stands alone."""
    if isinstance(data, list):
        for number, item in enumerate(data):
            yield f"{at}/{number}", item, own or _own(item), False
        return
    own = own or _own(data)
    if not set(_GROUPS) & set(types_of(data)):
        yield at, data, own, True
    elif isinstance(items := data.get("items"), list):
        yield from _annotations(items, f"{at}/items", own)
    elif isinstance(first := data.get("first"), dict):
        yield from _annotations(first, f"{at}/first", own)
    elif "items" in data or not any(isinstance(data.get(key), str) for key in ("first", "next")):
        reason = f"{at}/items must be a list"
        broken = Incoming(
            f"page {at or '/'}", f"{at}/items", refused=Outcome.INVALID, reason=reason
        )
        yield f"{at}/items", broken, own, False
    # Pages behind addresses are not fetched: `next` or `first` as a text.
    for key in ("first", "next"):
        if isinstance(where := data.get(key) if isinstance(data, dict) else None, str):
            reason = f"more annotations stand at {one_line(where)}; nothing is fetched"
            yield f"{at}/{key}", Incoming(where[:200], f"{at}/{key}", reason=reason), own, False


def _own(item: Any) -> bool:
    return isinstance(item, dict) and is_own(item.get("@context"))


def _read(
    at: str, item: Any, vocabulary: Vocabulary, *, own: bool, alone: bool
) -> Iterator[Incoming]:
    if isinstance(item, Incoming):
        yield item if item.refused else replace(item, refused=Outcome.UNSUPPORTED)
        return
    name = _name(item, at)
    if wrong := [f"{at}{pointer} {message}" for pointer, message in faults(item, context=alone)]:
        reason = "; ".join(wrong[:3])
        yield Incoming(name, at, refused=Outcome.INVALID, reason=reason, raw=item)
        return
    note = read_own(item) if own else None
    targets = list(_targets(item["target"]))
    for number, target in enumerate(targets, start=1):
        label = f"{name} (target {number} of {len(targets)})" if len(targets) > 1 else name
        base = Incoming(label, at, label, part_of=_part_of(item) if own else "", raw=item)
        yield _with_place(_with_note(base, item, note, vocabulary), target, own=own)


def _name(item: Any, at: str) -> str:
    id_ = item.get("id") if isinstance(item, dict) else None
    return one_line(id_, 200) if isinstance(id_, str) and id_.strip() else f"annotation {at or '/'}"


def _part_of(item: dict[str, Any]) -> str:
    owner = item.get("ar:partOf")
    return owner if isinstance(owner, str) else ""


def _targets(target: Any) -> Iterator[Any]:
    for item in as_list(target):
        if isinstance(item, dict) and isinstance(item.get("items"), list):
            yield from _targets(item["items"])
        else:
            yield item


def _with_note(
    base: Incoming, item: dict[str, Any], note: NoteRecord | None, vocabulary: Vocabulary
) -> Incoming:
    if note is not None:
        return replace(base, note=note)
    content, remarks = read_content(item)
    via = annotation_id(item.get("canonical")) or annotation_id(item["id"])
    made, why = as_note(content, vocabulary, via)
    base = replace(base, note=made, remarks=tuple(remarks))
    return base if made else replace(base, refused=Outcome.UNSUPPORTED, reason=why)


def _with_place(base: Incoming, target: Any, *, own: bool) -> Incoming:
    selector = target.get("selector") if isinstance(target, dict) else None
    reading = read_selectors(selector) if selector is not None else Reading(None)
    sought = reading.sought
    if sought is None:
        why = "; ".join(reading.remarks) or "it is about a whole resource, not about words of it"
        return base if base.refused else replace(base, refused=Outcome.UNSUPPORTED, reason=why)
    sought = replace(sought, page=_page(target))
    if own:
        sought = replace(sought, seed=read_digest(target), written=read_written(target))
    return replace(base, sought=sought, remarks=base.remarks + reading.remarks)


def _page(target: dict[str, Any]) -> str:
    source = target.get("source")
    address = source.get("id") if isinstance(source, dict) else source
    return address if isinstance(address, str) else ""
