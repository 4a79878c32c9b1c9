"""What a YAML parser complains of, in words for somebody who does not know YAML."""

import re

import yaml

from annotated_reader.notes.yaml_slips import Slip, find_slip

# What libyaml says (a part of it), and the same for somebody who does not know YAML.
_SYNTAX = (
    (
        "cannot start any token",
        "a value cannot begin with this character.",
        'Put quotes around the value: "…".',
    ),
    (
        "mapping values are not allowed",
        "a colon stands where no key can be.",
        'Put quotes around a value that holds a colon: "like: this".',
    ),
    (
        "could not find expected ':'",
        "this line is not `key: value`.",
        "Indent a value that goes on over several lines further than its key.",
    ),
    (
        "unexpected end of stream",
        "a quotation mark that opens here is never closed.",
        "Close it.",
    ),
    (
        "expected ',' or",
        "a comma or a closing bracket is missing here.",
        'Put quotes around a value that holds a colon or a bracket: "like: this".',
    ),
    (
        "alphabetic or numeric character",
        "a value cannot begin with this character.",
        'Put quotes around the value: "…".',
    ),
    (
        "did not find expected key",
        "this line does not fit the lines before it.",
        "Look at the indentation and the quotes of this line and the one before.",
    ),
)


_FOUND_OUT_LATE = (
    "found unexpected end of stream",
    "did not find expected alphabetic or numeric character",
)
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""YAML 1.1, section 5.4."""


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[yaml.Mark | Slip | None, str, str]:
    """Return the mark of what is wrong, a message and a hint.

    The mark is where it began: a quotation mark that stays open is found out at the end.
    """
    said, begun, at = error.problem or "", error.context_mark, error.problem_mark
    if begun and at and "flow" in (error.context or "") and begun.line != at.line:
        return begun, "a bracket that opens here is not closed.", "Close it."
    if begun and said in _FOUND_OUT_LATE:
        at = begun
    if at and (slip := find_slip(_LINE_END.split(text), said, at.line, at.column)):
        return slip, slip.message, slip.hint
    for part, message, hint in _SYNTAX:
        if part in said:
            return at, message, hint
    hint = "Look at the indentation and the quotes of this line and the one before."
    return at, f"{said or 'this cannot be parsed'}.", hint
