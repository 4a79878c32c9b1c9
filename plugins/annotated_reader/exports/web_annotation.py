"""A text's notes as W3C Web Annotations (Recommendation of 23 February 2017), in JSON-LD.

What the W3C's vocabulary has no word for stands in a namespace of our own, so that
a reader who does not know it still gets body and target, and we get our note back.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from annotated_reader.edition import Note, TextEdition
from annotated_reader.exports.bodies import bodies
from annotated_reader.exports.names import Names
from annotated_reader.exports.targets import digest_of, target_of
from annotated_reader.notes.format import HistoryEntry

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "https://annotated-reader.github.io/annotated-reader/ns#"
"""Of the keys that begin with `ar:`. A name, not an address: nothing is fetched from it."""

_LISTS = ("ar:at", "ar:sentences", "ar:see", "ar:searched", "ar:history", "ar:allow")
# JSON-LD takes a JSON array for a set; the order of these has a meaning.
_OWN_CONTEXT: dict[str, Any] = {"ar": NAMESPACE} | {
    name: {"@id": NAMESPACE + name.removeprefix("ar:"), "@container": "@list"} for name in _LISTS
}

MOTIVATIONS = {
    # "to assess the target resource in some way": the claim gets a verdict.
    "claim": "assessing",
    # "to link to a resource related to the Target": the sources of a citation and the
    # sentences of a cross-reference are just that; `ar:kind` tells the two apart.
    "citation": "linking",
    "cross-reference": "linking",
    # "to describe the Target, as opposed to a comment about it".
    "gloss": "describing",
}
"""W3C motivation (Web Annotation Vocabulary, appendix) by kind of note."""


def annotations_json(text: TextEdition, names: Names) -> str:
    """Return the annotations of a text as the content of a JSON-LD file.

    It is compact: 10,000 notes are 10 MB, and indented they would be 17.
    """
    return msgspec.json.encode(web_annotations(text, names)).decode() + "\n"


def web_annotations(text: TextEdition, names: Names) -> dict[str, Any]:
    """Return an AnnotationCollection, its one page embedded, with every note of a text.

    A note that looks for its place is there, too: its target has the words that it
    seeks, and no position.
    """
    notes = (*text.notes, *text.unplaced)
    digest = digest_of(text)
    items = [item for note in notes for item in _annotations(text, note, names, digest)]
    collection = names.collection(text)
    return {
        "@context": [CONTEXT, _OWN_CONTEXT],
        "id": collection,
        "type": "AnnotationCollection",
        "label": text.title,
        "total": len(items),
        "first": {
            "id": f"{collection}-1",
            "type": "AnnotationPage",
            "partOf": collection,
            "startIndex": 0,
            "items": items,
        },
    }


def _annotations(
    text: TextEdition, note: Note, names: Names, digest: str
) -> Iterator[dict[str, Any]]:
    """Yield the annotation of a note, and one for each cross-reference that it makes besides."""
    sentence = note.target.sentences[-1] if note.target.sentences else ""
    name = names.note(text, note.anchor, sentence)
    own = note.record.kind == "cross-reference"
    target = target_of(text, note, names, digest)
    yield {
        "id": name,
        "type": "Annotation",
        "motivation": MOTIVATIONS[note.record.kind],
        **_provenance(note),
        **_body(bodies(text, note, names if own else None)),
        "target": target,
        **_extension(note),
    }
    if not own:
        for number, reference in enumerate(note.references, start=1):
            link = {"body": names.name_of(reference.target), "target": target}
            yield _link(note, f"{name}-see-{number}", link)


def _link(note: Note, name: str, link: dict[str, Any]) -> dict[str, Any]:
    """Return a cross-reference of a note that has another motivation than to link."""
    return {
        "id": name,
        "type": "Annotation",
        "motivation": "linking",
        **_provenance(note),
        **link,
        "ar:partOf": name.rpartition("-see-")[0],
    }


def _body(found: list[dict[str, Any]]) -> dict[str, Any]:
    return {"body": found} if found else {}


def _provenance(note: Note) -> dict[str, Any]:
    """Return who, when, and from which annotation.

    The day of the check is the only date that a note has.
    """
    # Whether a handle is a person or an organisation, we do not know: no `type`.
    people = [{"name": name} for name in note.record.by]
    found: dict[str, Any] = {}
    if people:
        found["creator"] = people[0] if len(people) == 1 else people
    if note.record.checked:
        moment = f"{note.record.checked}T00:00:00Z"
        found |= {"created": moment, "modified": moment}
    if note.record.via:
        found["via"] = note.record.via
    return found


def _earlier(earlier: HistoryEntry) -> dict[str, str]:
    values = {"verdict": earlier.verdict, "checked": earlier.checked, "why": earlier.why}
    return {f"ar:{key}": value for key, value in values.items() if value}


def _extension(note: Note) -> dict[str, Any]:
    record = note.record
    values = {
        "ar:kind": record.kind,
        "ar:id": record.id,
        "ar:status": record.status,
        "ar:term": record.term,
        "ar:relation": record.relation,
        "ar:see": list(record.see),
        "ar:searched": list(record.searched),
        "ar:allow": [{"ar:code": w.code, "ar:because": w.because} for w in record.allow],
        "ar:history": [_earlier(earlier) for earlier in record.history],
    }
    return {key: value for key, value in values.items() if value}
