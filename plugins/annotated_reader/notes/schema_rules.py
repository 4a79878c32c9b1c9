"""The rules of notes as conditions of JSON Schema.

Each condition carries in `$comment` the code of the problem that `check` reports, and after
a colon what it is about: by it the composer finds its words. `errorMessage` is what editors show.
"""

from collections.abc import Iterator
from typing import Any

from annotated_reader.notes.requirements import EVIDENCE, NEEDED, OPPOSED, OWNERS, SAYING
from annotated_reader.notes.vocabulary import Vocabulary

Schema = dict[str, Any]

_PLACE = {"anyOf": [{"required": ["at"]}, {"required": ["quote"]}]}
_SAYS = {"anyOf": [{"required": ["lead"]}, {"required": ["note"]}]}


def note_rules(vocabulary: Vocabulary) -> Iterator[Schema]:
    """Yield what `check_note` asks of a note, as far as a schema can say it."""
    yield _rule("R103", "Add `at: s12`, or `quote:` with words of the text.", **_PLACE)
    for key in ("prefix", "suffix"):
        yield _when(
            "R206:quote", f'"{key}" belongs to a quote.', {"required": [key]}, _given("quote")
        )
    for key, owner in OWNERS.items():
        message = f'"{key}" belongs to the kind {owner}.'
        yield _when(f"R206:{key}", message, _given(key), _has("kind", owner))
    for kind, keys in NEEDED.items():
        for key in keys:
            message = f'a {kind} needs the key "{key}".'
            yield _when(f"R202:{key}", message, _has("kind", kind), _given(key))
    for kind in SAYING:
        message = f"the {kind} says nothing: add `lead:` or `note:`."
        yield _when("R207", message, _has("kind", kind), _SAYS)
    for id_, verdict in vocabulary.verdicts.items():
        claim = _both(_has("kind", "claim"), _has("verdict", id_))
        for need, what in EVIDENCE.items():
            if getattr(verdict.needs, need):
                message = f'"{id_}" needs {what}'
                yield _when(f"R403:{need}", message, claim, _EVIDENCE[need])


def _rule(code: str, message: str, **condition: Any) -> Schema:
    return {"$comment": code, "errorMessage": message, **condition}


def _when(code: str, message: str, condition: Schema, consequence: Schema) -> Schema:
    marks = {"$comment": code, "errorMessage": message}
    return {"if": condition, "then": {**consequence, **marks}}


def _has(key: str, value: str) -> Schema:
    return {"properties": {key: {"const": value}}, "required": [key]}


def _given(key: str) -> Schema:
    """Return that a key is there, and not an empty list."""
    return {"properties": {key: {"not": {"const": []}}}, "required": [key]}


def _both(one: Schema, other: Schema) -> Schema:
    return {"allOf": [one, other]}


def _any_source(**condition: Any) -> Schema:
    return {"properties": {"sources": {"contains": condition}}, "required": ["sources"]}


_EVIDENCE: dict[str, Schema] = {
    "source": _given("sources"),
    "quote": _any_source(required=["quote"]),
    "disagreement": {"allOf": [_any_source(**_has("relation", way)) for way in OPPOSED]},
    "searched": _given("searched"),
}
"""What a verdict may need, by the names of `requirements.EVIDENCE`."""
