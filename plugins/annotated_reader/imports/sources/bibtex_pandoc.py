"""What pandoc makes of the entries of a BibTeX file; those that it cannot read are left out.

Pandoc takes titles for English ones in capitals and writes all but the first letter
small, Cyrillic names, too; an entry in a language that it does not know stays as
typed. So every entry gets such a language.
"""

import json
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from annotated_reader.bibliography.pandoc import PandocError, memory, run_pandoc
from annotated_reader.imports.sources.bibtex_scan import (
    MAX_FAULTS,
    BibEntry,
    Fault,
    missing_comma,
)
from annotated_reader.imports.sources.bibtex_tex import readable

LANGUAGES = ("langid", "hyphenation", "language")
_NO_LANGUAGE = "{x-none}"
MEMORY = 800
"""Megabytes of pandoc's heap: 10,000 entries need 540; `@string` can ask for any amount."""

_TO_JSON = (*memory(MEMORY), "-f", "biblatex", "-t", "csljson")
_PLACE = re.compile(r"\(line ([0-9]+), column ([0-9]+)\):?\s*(.*)", re.DOTALL)
_OPEN = "end of input"
"""What pandoc did not expect where a quotation mark was left open."""

Items = list[dict[str, Any]]


def by_pandoc(
    text: str, entries: Sequence[BibEntry], faults: Sequence[Fault]
) -> tuple[Items, list[Fault]]:
    """Return CSL JSON of all entries that can be read, and why others cannot.

    Of a file with too many faults none is returned; `faults` are those that are known before. Raises PandocError where it is not some
    part of the text that is at fault.
    """
    parts = _parts(text, entries, faults)
    found: list[Fault] = []
    while True:
        try:
            return _run(parts), found
        except PandocError as error:
            place = _PLACE.search(str(error))
            if not place:
                raise
            number, offset = _culprit(parts, place)
            line = parts[number].count("\n", 0, offset)
            found.append(_fault(text, entries, number, line, place[3]))
            if len(faults) + len(found) > MAX_FAULTS:
                return [], found
            parts[number] = "\n" * parts[number].count("\n")


def _run(parts: Sequence[str]) -> Items:
    try:
        items: Items = json.loads(run_pandoc(_TO_JSON, "".join(parts)))
    except ValueError as error:
        raise PandocError("pandoc answered with something else than JSON") from error
    return items


def _parts(text: str, entries: Sequence[BibEntry], faults: Sequence[Fault]) -> list[str]:
    """Return the text cut at the entries, which have the odd numbers, as pandoc is to have it."""
    for fault in faults:
        blank = re.sub(r"[^\n]", " ", text[fault.start : fault.end])
        text = text[: fault.start] + blank + text[fault.end :]
    parts, at = [], 0
    for entry in entries:
        parts += [text[at : entry.start], readable(_without_language(text, entry))]
        at = entry.end
    return [*parts, text[at:]]


def _without_language(text: str, entry: BibEntry) -> str:
    """Return an entry in a language that has no rules for capitals."""
    pieces, at = [], entry.start
    if entry.key and "langid" not in entry.fields:
        pieces = [text[at : entry.inside], f" langid = {_NO_LANGUAGE},"]
        at = entry.inside
    for start, end in sorted(entry.fields[name] for name in LANGUAGES if name in entry.fields):
        pieces += [text[at:start], _NO_LANGUAGE]
        at = end
    return "".join([*pieces, text[at : entry.end]])


def _culprit(parts: Sequence[str], place: re.Match[str]) -> tuple[int, int]:
    """Return the number of the part that pandoc cannot read, and the offset in it."""
    if _OPEN in place[3]:
        # The fault is wherever a quotation mark was left open.
        return _first_unreadable(parts), 0
    lines = "".join(parts).split("\n")
    line, column = int(place[1]), int(place[2])
    # Pandoc counts a tab as several columns.
    at = sum(len(one) + 1 for one in lines[: line - 1]) + min(column - 1, len(lines[line - 1]))
    ends = list(accumulate(map(len, parts)))
    number = next((n for n, end in enumerate(ends) if at < end), len(parts) - 1)
    return number, at - (ends[number] - len(parts[number]))


def _first_unreadable(parts: Sequence[str]) -> int:
    """Return the number of the first part up to which pandoc cannot read."""
    low, high = 0, len(parts) - 1
    while low < high:
        middle = (low + high) // 2
        try:
            _run(parts[: middle + 1])
        except PandocError:
            high = middle
        else:
            low = middle + 1
    return low


def _fault(text: str, entries: Sequence[BibEntry], number: int, line: int, said: str) -> Fault:
    """Return what is wrong in a line (from 0) of a part, at its place in the text as it was."""
    entry = entries[number // 2] if number % 2 else None
    start = entry.start if entry else entries[number // 2 - 1].end if number else 0
    end = entry.end if entry else len(text)
    if entry and (comma := missing_comma(text, entry)):
        return Fault(start, end, comma, "a comma is missing behind this value.")
    if _OPEN in said:
        return Fault(start, end, start, "a quotation mark in this entry is never closed.")
    at = start
    for _ in range(line):
        at = text.index("\n", at) + 1
    first = next(iter(said.lstrip("): \n").splitlines()), "it cannot be read")
    return Fault(start, end, at, f"this is not BibTeX: {first[:200]}.")
