"""The bodies of an annotation: what a note says, its verdict, its sources, where it points."""

from collections.abc import Iterator
from typing import Any

from annotated_reader.edition import Citation, Note, TextEdition
from annotated_reader.exports.names import Names, source_name

_PURPOSES = {
    "claim": "assessing",
    "citation": "commenting",
    "cross-reference": "commenting",
    "gloss": "describing",
}
"""W3C purpose of the words of a note by its kind; where the note links, they comment on the link."""


def bodies(text: TextEdition, note: Note, names: Names | None) -> list[dict[str, Any]]:
    """Return the bodies of a note; with `names`, also those that its cross-references point at."""
    found = [*_words(text, note), *_tags(note), *map(_source, note.citations)]
    if names:
        found += [_link(names.name_of(reference.target)) for reference in note.references]
    return found


def _words(text: TextEdition, note: Note) -> Iterator[dict[str, Any]]:
    for part, value in (("lead", note.record.lead), ("note", note.record.note)):
        if value:
            yield {
                "type": "TextualBody",
                "value": value,
                "format": "text/markdown",
                "language": text.record.language,
                "purpose": _PURPOSES[note.record.kind],
                "ar:part": part,
            }


def _tags(note: Note) -> Iterator[dict[str, Any]]:
    """Yield verdict and reasons by their ids, which stay what they are when labels change."""
    parts = [("verdict", note.record.verdict), *(("reason", id_) for id_ in note.record.reasons)]
    for part, value in parts:
        if value:
            yield {
                "type": "TextualBody",
                "value": value,
                "format": "text/plain",
                "purpose": "tagging",
                "ar:part": part,
            }


def _source(citation: Citation) -> dict[str, Any]:
    """Return a source as the resource linked to; its quote selects the words that carry it."""
    source = citation.source
    body: dict[str, Any] = {
        "type": "SpecificResource",
        "source": source_name(source),
        "purpose": "linking",
    }
    if citation.quote:
        body["selector"] = {"type": "TextQuoteSelector", "exact": citation.quote}
    body |= {"ar:source": source.id, "ar:title": source.text("title")}
    if citation.locator:
        body["ar:locator"] = citation.locator
    return body | {"ar:relation": citation.relation}


def _link(address: str) -> dict[str, Any]:
    return {"type": "SpecificResource", "source": address, "purpose": "linking"}
