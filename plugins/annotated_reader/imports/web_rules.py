"""What an annotation must be: the MUST rules of the W3C Web Annotation Data Model.

Each rule yields a JSON pointer inside the annotation and what must be there. One thing
is not asked: that an id has a scheme; several clients write `#…`.
"""

import re
from collections.abc import Iterator
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

Fault = tuple[str, str]
"""JSON pointer and message."""

_IRI = re.compile(r"[^\s<>\"{}|\\^`]+")
_MOMENT = re.compile(
    r"-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
    r"T([01]\d|2[0-4]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
)
_SETS = ("Choice", "Composite", "List", "Independents")
_DIRECTIONS = ("ltr", "rtl", "auto")
_VALUED = ("FragmentSelector", "CssSelector", "XPathSelector")


def types_of(item: Any) -> list[str]:
    """Return the values of `type`, none to many."""
    found = item.get("type") if isinstance(item, dict) else None
    return [kind for kind in as_list(found) if isinstance(kind, str)]


def as_list(value: Any) -> list[Any]:
    """Return a JSON-LD value as a list: nothing, one thing, or several."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def is_iri(value: Any) -> bool:
    """Say whether a value is one IRI, absolute or relative."""
    return isinstance(value, str) and _IRI.fullmatch(value) is not None


def faults(annotation: Any, *, context: bool) -> Iterator[Fault]:
    """Yield what is wrong with an annotation; `context`: whether it must have its `@context`."""
    if not isinstance(annotation, dict):
        yield "", "an annotation must be an object"
        return
    given = as_list(annotation.get("@context"))
    if CONTEXT not in given and (context or "@context" in annotation):
        yield "/@context", f"must be, or hold, {CONTEXT}"
    if not is_iri(annotation.get("id")):
        yield "/id", "must be one IRI"
    if "Annotation" not in types_of(annotation):
        yield "/type", "must be Annotation"
    yield from _provenance(annotation, "")
    yield from _body_rules(annotation)
    if not as_list(annotation.get("target")):
        yield "/target", "is missing"
    for pointer, target in _numbered(annotation, "target"):
        yield from _resource(target, pointer)


def _body_rules(annotation: dict[str, Any]) -> Iterator[Fault]:
    if "bodyValue" in annotation:
        if not isinstance(annotation["bodyValue"], str):
            yield "/bodyValue", "must be one text"
        if "body" in annotation:
            yield "/bodyValue", "cannot stand beside body"
    for pointer, body in _numbered(annotation, "body"):
        yield from _resource(body, pointer)


def _numbered(item: dict[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    value = item.get(key)
    if isinstance(value, list):
        yield from ((f"/{key}/{number}", part) for number, part in enumerate(value))
    elif value is not None:
        yield f"/{key}", value


def _provenance(item: dict[str, Any], at: str) -> Iterator[Fault]:
    for key in ("created", "modified", "generated"):
        value = item.get(key)
        if value is not None and not (isinstance(value, str) and _MOMENT.fullmatch(value)):
            yield f"{at}/{key}", "must be one moment like 2026-11-23T12:00:00Z"
    for key in ("creator", "generator"):
        if not all(isinstance(agent, dict) or is_iri(agent) for agent in as_list(item.get(key))):
            yield f"{at}/{key}", "must be an IRI or an object"
    for key in ("rights", "via"):
        if not all(map(is_iri, as_list(item.get(key)))):
            yield f"{at}/{key}", "must be an IRI"
    if item.get("canonical") is not None and not is_iri(item["canonical"]):
        yield f"{at}/canonical", "must be one IRI"


def _resource(item: Any, at: str) -> Iterator[Fault]:
    """Yield the faults of a body or a target."""
    if not isinstance(item, dict):
        if not is_iri(item):
            yield at, "must be an IRI or an object"
        return
    yield from _provenance(item, at)
    yield from _description(item, at)
    kinds = types_of(item)
    if "items" in item or set(kinds) & set(_SETS):
        yield from _set(item, kinds, at)
    elif "TextualBody" in kinds or "value" in item:
        if not isinstance(item.get("value"), str):
            yield f"{at}/value", "must be one text"
    elif "SpecificResource" in kinds or "source" in item:
        yield from _specific(item, at)
    elif item.get("id") is None:
        yield f"{at}/id", "must be one IRI, or there must be a source"


def _set(item: dict[str, Any], kinds: list[str], at: str) -> Iterator[Fault]:
    if len([kind for kind in kinds if kind in _SETS]) != 1:
        yield f"{at}/type", f"must be one of {', '.join(_SETS)}, for there are items"
    if not isinstance(item.get("items"), list):
        yield f"{at}/items", "must be a list"
    for pointer, part in _numbered(item, "items"):
        yield from _resource(part, at + pointer)


def _description(item: dict[str, Any], at: str) -> Iterator[Fault]:
    if item.get("id") is not None and not is_iri(item["id"]):
        yield f"{at}/id", "must be one IRI"
    for key in ("format", "language"):
        if not all(isinstance(part, str) for part in as_list(item.get(key))):
            yield f"{at}/{key}", "must be a text"
    if not isinstance(item.get("processingLanguage", ""), str):
        yield f"{at}/processingLanguage", "must be one text"
    if item.get("textDirection") is not None and item["textDirection"] not in _DIRECTIONS:
        yield f"{at}/textDirection", f"must be one of {', '.join(_DIRECTIONS)}"


def _specific(item: dict[str, Any], at: str) -> Iterator[Fault]:
    source = item.get("source")
    if isinstance(source, dict):
        yield from _resource(source, f"{at}/source")
    elif not is_iri(source):
        yield f"{at}/source", "must be an IRI or an object"
    for pointer, selector in _numbered(item, "selector"):
        yield from _selector(selector, at + pointer)


def _selector(selector: Any, at: str) -> Iterator[Fault]:
    if not isinstance(selector, dict):
        if not is_iri(selector):
            yield at, "must be an IRI or an object"
        return
    kinds = types_of(selector)
    if len(kinds) != 1:
        yield f"{at}/type", "must be one type of selector"
    for kind in kinds:
        yield from ((f"{at}/{key}", message) for key, message in _values(selector, kind))
    for pointer, part in _numbered(selector, "refinedBy"):
        yield from _selector(part, at + pointer)


def _values(selector: dict[str, Any], kind: str) -> Iterator[Fault]:
    """Yield the keys of a selector that do not have what its type asks for."""
    if kind == "TextQuoteSelector":
        words = {"exact": selector.get("exact")}
        words |= {key: selector[key] for key in ("prefix", "suffix") if key in selector}
    else:
        words = {"value": selector.get("value")} if kind in _VALUED else {}
    yield from ((key, "must be one text") for key, v in words.items() if not isinstance(v, str))
    if kind in ("TextPositionSelector", "DataPositionSelector"):
        for key in ("start", "end"):
            value = selector.get(key)
            if not isinstance(value, int) or isinstance(value, bool) or value < 0:
                yield key, "must be a number from 0"
