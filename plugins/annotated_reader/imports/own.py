"""Our own notes coming back: what `exports` wrote beside the W3C's keys."""

from typing import Any

import msgspec

from annotated_reader.anchoring import Selector
from annotated_reader.imports.bodies import day_of, names_of
from annotated_reader.imports.identity import annotation_id
from annotated_reader.imports.small_markdown import cleaned, is_faulty
from annotated_reader.imports.web_rules import as_list
from annotated_reader.notes import NoteRecord

NAMESPACE = "https://annotated-reader.github.io/annotated-reader/ns#"


def is_own(context: Any) -> bool:
    """Say whether `ar:` means our namespace in a `@context`."""
    return any(isinstance(part, dict) and part.get("ar") == NAMESPACE for part in as_list(context))


def read_own(annotation: dict[str, Any]) -> NoteRecord | None:
    """Return the note that was exported; None when somebody changed it beyond recognition.

    Then its bodies still say what they say to anybody.
    """
    if "ar:kind" not in annotation:
        return None
    bodies = [body for body in as_list(annotation.get("body")) if isinstance(body, dict)]
    kind = annotation["ar:kind"]
    values = {
        "kind": kind,
        "id": annotation.get("ar:id"),
        "status": annotation.get("ar:status"),
        "term": annotation.get("ar:term"),
        "relation": annotation.get("ar:relation"),
        "see": annotation.get("ar:see"),
        "searched": annotation.get("ar:searched"),
        "allow": [_waiver(waiver) for waiver in as_list(annotation.get("ar:allow"))],
        "history": [_earlier(part) for part in as_list(annotation.get("ar:history"))],
        "lead": _part(bodies, "lead"),
        "note": _part(bodies, "note"),
        "verdict": _part(bodies, "verdict"),
        "reasons": [body.get("value") for body in bodies if body.get("ar:part") == "reason"],
        "sources": [_source(body) for body in bodies if "ar:source" in body],
        "by": names_of(annotation),
        "via": next(filter(None, map(annotation_id, as_list(annotation.get("via")))), ""),
        "checked": day_of(annotation) if kind == "claim" else None,
    }
    try:
        note = msgspec.convert({key: v for key, v in values.items() if v}, NoteRecord)
    except (msgspec.ValidationError, UnicodeEncodeError):
        return None
    return None if _is_unsafe(note) else note


def read_written(target: Any) -> Selector | None:
    """Return the place as the note's author wrote it."""
    if not isinstance(target, dict):
        return None
    at = [part for part in as_list(target.get("ar:at")) if isinstance(part, str)]
    words = [target.get(f"ar:{key}", "") for key in ("quote", "prefix", "suffix")]
    if not all(isinstance(word, str) and cleaned(word) == word for word in words):
        return None
    return Selector(tuple(at), *words) if at or words[0] else None


def read_digest(target: Any) -> str:
    """Return the digest of the text that positions count in, or an empty text."""
    digest = target.get("ar:seed") if isinstance(target, dict) else None
    return digest if isinstance(digest, str) else ""


def _part(bodies: list[dict[str, Any]], part: str) -> Any:
    return next((body.get("value") for body in bodies if body.get("ar:part") == part), None)


def _earlier(part: Any) -> Any:
    if not isinstance(part, dict):
        return part
    return {key: part[f"ar:{key}"] for key in ("verdict", "checked", "why") if f"ar:{key}" in part}


def _source(body: dict[str, Any]) -> dict[str, Any]:
    selector = body.get("selector")
    values = {
        "source": body.get("ar:source"),
        "locator": body.get("ar:locator"),
        "quote": selector.get("exact") if isinstance(selector, dict) else None,
        "relation": body.get("ar:relation"),
    }
    return {key: value for key, value in values.items() if value}


def _waiver(waiver: Any) -> Any:
    if not isinstance(waiver, dict):
        return waiver
    return {"code": waiver.get("ar:code"), "because": waiver.get("ar:because")}


def _is_unsafe(note: NoteRecord) -> bool:
    packed = msgspec.to_builtins(note)
    return is_faulty(note.lead) or is_faulty(note.note) or not _is_clean(packed)


def _is_clean(value: Any) -> bool:
    if isinstance(value, str):
        # Line ends of other systems within a note are no harm, but YAML would not keep them.
        return cleaned(value) == value
    if isinstance(value, dict):
        return all(map(_is_clean, value.values()))
    return not isinstance(value, list) or all(map(_is_clean, value))
