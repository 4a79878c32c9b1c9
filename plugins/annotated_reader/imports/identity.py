"""The id by which an annotation is known again, whatever file it comes in."""

import re
from typing import Any

import msgspec

from annotated_reader.imports.small_markdown import cleaned
from annotated_reader.notes.format import AnnotationId

_OF_HYPOTHESIS = re.compile(r"[A-Za-z0-9_-]{1,64}")


def annotation_id(value: Any) -> str:
    """Return an id as `via` of a note keeps it; an empty text for one that names nothing for ever."""
    try:
        id_ = msgspec.convert(value, AnnotationId)
    except (msgspec.ValidationError, UnicodeEncodeError):
        return ""
    return id_ if cleaned(id_) == id_ else ""


def hypothesis_id(value: Any) -> str:
    """Return the id of a row of Hypothesis as its JSON-LD gives it: the address of the annotation."""
    known = isinstance(value, str) and _OF_HYPOTHESIS.fullmatch(value)
    return f"https://hypothes.is/a/{value}" if known else ""
