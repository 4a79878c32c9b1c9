"""Where the entries of a BibTeX file and their fields stand; what they mean, pandoc finds out."""

import re
from dataclasses import dataclass

_START = re.compile(r"@\s*([A-Za-z][\w-]*)\s*\{")
_KEY = re.compile(r"\s*([^\s,{}()\"=]*)\s*(,|(?=\}))")
_BRACE = re.compile(r"[{}]|\\.", re.DOTALL)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_DELIMITER = re.compile(r"[{},\"]|\\.", re.DOTALL)
_NO_ENTRY = frozenset({"comment", "preamble", "string"})


MAX_DEPTH = 50
"""Braces within braces; pandoc needs minutes for some thousands."""


class UnreadableError(Exception):
    """An entry cannot be read: where it begins, and which code and message tell why."""

    def __init__(self, start: int, code: str, message: str) -> None:
        super().__init__(message)
        self.start, self.code, self.message = start, code, message


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: its type and key in small letters and as typed, and where its fields stand."""

    kind: str
    key: str
    start: int
    inside: int
    """Offset behind the comma after the key."""
    fields: dict[str, tuple[int, int]]
    """By name, in small letters: where the value stands, with its braces."""


def scan_bibtex(text: str) -> list[BibEntry]:
    """Return the entries of a BibTeX file, without `@string` and its like.

    Raises UnreadableError.
    """
    entries: list[BibEntry] = []
    at = 0
    while found := _START.search(text, at):
        kind = found[1].lower()
        end = _closing(text, found.end() - 1, found.start())
        if kind not in _NO_ENTRY:
            entries.append(_entry(text, kind, found.start(), found.end(), end))
        at = end + 1
    return entries


def _closing(text: str, at: int, start: int) -> int:
    """Return the offset of the brace that closes the one at an offset."""
    depth = 0
    for found in _BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if depth > MAX_DEPTH:
            message = f"an entry that begins here has more than {MAX_DEPTH} braces in each other."
            raise UnreadableError(start, "R014", message)
        if not depth:
            return found.start()
    raise UnreadableError(start, "R015", "an entry that begins here is never closed.")


def _entry(text: str, kind: str, start: int, inside: int, end: int) -> BibEntry:
    key = _KEY.match(text, inside, end + 1)
    at = key.end() if key else inside
    fields: dict[str, tuple[int, int]] = {}
    while found := _FIELD.match(text, at, end):
        at = _value_end(text, found.end(), end)
        fields.setdefault(found[1].lower(), (found.end(), at))
    return BibEntry(kind, key[1] if key else "", start, key.end() if key else inside, fields)


def _value_end(text: str, at: int, end: int) -> int:
    """Return where a value ends: at a comma outside braces and quotation marks."""
    depth, quoted = 0, False
    for found in _DELIMITER.finditer(text, at, end):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if found[0] == '"' and not depth:
            quoted = not quoted
        elif found[0] == "," and not depth and not quoted:
            return found.start()
    return end
