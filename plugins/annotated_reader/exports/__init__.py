"""From an Edition to files for other systems. A format is one entry of `FORMATS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from annotated_reader.edition import TextEdition
from annotated_reader.exports.claim_review import claim_review_json
from annotated_reader.exports.claims import claims_json
from annotated_reader.exports.claims_csv import claims_csv
from annotated_reader.exports.coins import coins
from annotated_reader.exports.names import Names
from annotated_reader.exports.ris import ris
from annotated_reader.exports.text_citation import text_citation
from annotated_reader.exports.web_annotation import annotations_json, web_annotations

__all__ = [
    "FORMATS",
    "Names",
    "annotations_json",
    "claim_review_json",
    "claims_csv",
    "claims_json",
    "coins",
    "ris",
    "text_citation",
    "web_annotations",
]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of export: what it is called, how its files end, and what writes one text."""

    title: str
    ending: str
    write: Callable[[TextEdition, Names], str]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {"w3c": Format("W3C Web Annotation (JSON-LD)", ".json", annotations_json)}
)
"""Every format by the name that a command knows it by."""
