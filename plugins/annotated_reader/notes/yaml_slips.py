"""The commonest slips of people who do not know YAML, told from the lines of a file.

A parser finds them out late, or takes them for something else: a key that is indented too
far is part of the value before it, and `at:s2` is a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import name


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong, and its line and column from 0, as in the marks of PyYAML."""

    line: int
    column: int
    message: str
    hint: str


# White space (Zs) that looks like a space and is none.
_ODD_SPACE = re.compile(r"[ \t]*([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])")
_TAB = re.compile(r" *(?:- *)*(\t)")
_HYPHEN = re.compile(r" *(?:- +)*(-)([A-Za-z][\w-]*):(?:\s|$)")
_COLON = re.compile(r" *(?:- +)*([A-Za-z][\w-]*)(:)(?=[^\s:/])")
_PAIR = re.compile(r" *(?:- +)*(?=[\w-]+:[ \t]+\S)")
_KEY = re.compile(r" +(?=[\w-]+:(?:\s|$))")
_CLOSED = re.compile(r""" *(?:- +)*(?:[\w-]+: +)?(["'\[{])""")
_OPENS_BLOCK = re.compile(r"(?:^|[ :-])[|>][-+0-9]*[ \t]*(?:#.*)?$")
_GOES_ON = ("did not find expected key", "did not find expected '-'", "expected <block end>")


def find_slip(lines: list[str], said: str, line: int, column: int) -> Slip | None:
    """Return the slip behind what a parser said of a place, if it is one of the common ones.

    It is in that line, or in the last one before that says something.
    """
    here = min(line, len(lines) - 1)
    spoken = (n for n in range(here - 1, -1, -1) if lines[n].lstrip()[:1] not in ("", "#"))
    before = next(spoken, here)
    for number in (before, here):
        if not _is_text(lines, number) and (slip := _in_line(lines[number], number)):
            return slip
    if before < here and (slip := _too_far_in(lines[before], lines[here], here)):
        return slip
    if any(part in said for part in _GOES_ON):
        return _goes_on(lines[here], here, column)
    return None


def _in_line(text: str, line: int) -> Slip | None:
    if found := _ODD_SPACE.match(text):
        message = f"a character that only looks like a space ({name(found[1])}) stands here."
        return Slip(line, found.start(1), message, "Indent with ordinary spaces.")
    if found := _TAB.match(text):
        hint = "Indent with spaces, not tabs."
        return Slip(line, found.start(1), "a tab stands here.", hint)
    if found := _HYPHEN.match(text):
        hint = f'Write "- {found[2][:40]}: …".'
        return Slip(line, found.start(1), "a space is missing after this hyphen.", hint)
    if found := _COLON.match(text):
        hint = f'Write "{found[1]}: {text[found.end() :].strip()[:40]}".'
        return Slip(line, found.start(2), "a space is missing after this colon.", hint)
    return None


def _too_far_in(before: str, here: str, line: int) -> Slip | None:
    """Return the slip of a key that stands further in than the complete pair before it."""
    pair, key = _PAIR.match(before), _KEY.match(here)
    if not pair or not key or key.end() <= pair.end():
        return None
    message = "this line is indented further than the key before it."
    hint = "Begin it in the same column; put quotes around a longer value that holds a colon."
    return Slip(line, key.end(), message, hint)


def _goes_on(text: str, line: int, column: int) -> Slip | None:
    """Return the slip of a value of which only the beginning stands in quotes or brackets."""
    found = _CLOSED.match(text)
    if not found or column <= found.start(1):
        return None
    ends = "closing bracket" if found[1] in "[{" else "closing quotation mark"
    hint = 'Put the whole value into double quotes, and write \\" for those within it.'
    return Slip(line, found.start(1), f"the value goes on after its {ends}.", hint)


def _is_text(lines: list[str], number: int) -> bool:
    """Say whether a line belongs to a text of several lines (`|`, `>`) and so may hold anything."""
    depth = _depth(lines[number])
    above = (line for line in reversed(lines[:number]) if line.strip() and _depth(line) < depth)
    return bool(_OPENS_BLOCK.search(next(above, "")))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def slips_in_key(key: str) -> Iterator[Slip]:
    """Yield the slip that made a key begin with what belongs before it."""
    if key[:1] == "-" or _ODD_SPACE.match(key):
        slip = _in_line(f"{key}:", 0)
        yield from [slip] if slip else []


def missing_space(value: str) -> str:
    """Return how to write a value that was meant to be a key and its value, or nothing."""
    slip = _in_line(value, 0) if _COLON.match(value) else None
    return slip.hint if slip else ""
