"""Where the entries of a BibTeX file and their fields stand; what they mean, pandoc finds out."""

import re
from dataclasses import dataclass

from annotated_reader.imports.sources.records import MAX_SOURCES

_START = re.compile(r"@\s*([A-Za-z][\w-]*)\s*\{")
_NEXT = re.compile(r"^[ \t]*(?=@\s*[A-Za-z][\w-]*\s*\{)", re.MULTILINE)
_KEY = re.compile(r"\s*([^\s,{}()\"=]*)\s*(,|(?=\}))")
_BRACE = re.compile(r"[{}]|\\.", re.DOTALL)
_FIELD = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[\w:.+/-]+")
_DELIMITER = re.compile(r"[{},\"]|\\.", re.DOTALL)
_NO_ENTRY = frozenset({"comment", "preamble", "string"})

MAX_DEPTH = 50
"""Braces within braces; pandoc needs minutes for some thousands."""

MAX_ENTRY = 400_000
"""Characters of one entry: 5,000 authors have 100,000."""

MAX_FIELD = 20_000
"""Characters of one field that names nobody; pandoc takes quadratic time for some.
What is longer than 5,000 has no place in `sources.yml` anyway."""

_OF_NAMES = frozenset("author editor editora editorb translator bookauthor".split())

MAX_FAULTS = 20
"""Faulty entries with which a file is still read: each needs another look at the whole of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of the file that cannot be read, where in it the fault is, and what it is."""

    start: int
    end: int
    at: int
    message: str
    code: str = "R015"


@dataclass(frozen=True, slots=True)
class BibEntry:
    """An entry: its type and key in small letters and as typed, and where its fields stand."""

    kind: str
    key: str
    start: int
    end: int
    """Offset behind its last brace."""
    inside: int
    """Offset behind the comma after the key."""
    fields: dict[str, tuple[int, int]]
    """By name, in small letters: where the value stands, with its braces."""


def scan_bibtex(text: str) -> tuple[list[BibEntry], list[Fault]]:
    """Return the entries of a BibTeX file, without `@string` and its like, and what is none.

    Behind more entries or faults than are allowed the rest of the file is not read.
    """
    entries: list[BibEntry] = []
    faults: list[Fault] = []
    at = 0
    while _goes_on(entries, faults) and (found := _START.search(text, at)):
        kind, start = found[1].lower(), found.start()
        closing, depth = _closing(text, found.end() - 1)
        if not closing:
            following = _NEXT.search(text, found.end())
            at = following.start() if following else len(text)
            message = "an entry that begins here is never closed."
            faults.append(Fault(start, at, start, message))
            continue
        at = closing + 1
        if depth > MAX_DEPTH:
            message = f"an entry that begins here has more than {MAX_DEPTH} braces in each other."
            faults.append(Fault(start, at, start, message, "R014"))
        elif kind not in _NO_ENTRY:
            entry = _entry(text, kind, start, found.end(), closing)
            if message := _too_long(entry):
                faults.append(Fault(start, at, start, message))
            else:
                entries.append(entry)
    return entries, faults


def _goes_on(entries: list[BibEntry], faults: list[Fault]) -> bool:
    return len(entries) <= MAX_SOURCES and len(faults) <= MAX_FAULTS


def _too_long(entry: BibEntry) -> str:
    if entry.end - entry.start > MAX_ENTRY:
        return f"an entry that begins here has more than {MAX_ENTRY:,} characters."
    for name, (start, end) in entry.fields.items():
        if end - start > MAX_FIELD and name not in _OF_NAMES:
            return f"the field {name[:60]} of this entry has more than {MAX_FIELD:,} characters."
    return ""


def _closing(text: str, at: int) -> tuple[int, int]:
    """Return the offset of the brace that closes the one at an offset, 0 without one.

    Also returned is how many braces stand in each other at most.
    """
    depth, deepest = 0, 0
    for found in _BRACE.finditer(text, at):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        deepest = max(depth, deepest)
        if not depth:
            return found.start(), deepest
    return 0, deepest


def _entry(text: str, kind: str, start: int, inside: int, end: int) -> BibEntry:
    key = _KEY.match(text, inside, end + 1)
    at = key.end() if key else inside
    fields: dict[str, tuple[int, int]] = {}
    while found := _FIELD.match(text, at, end):
        at = _value_end(text, found.end(), end)
        fields.setdefault(found[1].lower(), (found.end(), at))
    return BibEntry(
        kind, key[1] if key else "", start, end + 1, key.end() if key else inside, fields
    )


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


def missing_comma(text: str, entry: BibEntry) -> int | None:
    """Return the offset behind the first value that runs into the next field, None without one."""
    for start, end in entry.fields.values():
        depth, quoted = 0, False
        bare = _BARE.match(text, start, end)
        if bare and _FIELD.match(text, bare.end(), end):
            return bare.end()
        for found in _DELIMITER.finditer(text, start, end):
            depth += {"{": 1, "}": -1}.get(found[0], 0)
            quoted ^= found[0] == '"' and not depth
            ends = found[0] in '}"' and not depth and not quoted
            if ends and _FIELD.match(text, found.end(), end):
                return found.end()
    return None
