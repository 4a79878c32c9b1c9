"""BibTeX and BibLaTeX, through pandoc."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from typing import Any

from annotated_reader.bibliography.pandoc import PandocError
from annotated_reader.files import line_and_column
from annotated_reader.imports.sources.bibtex_crossref import MAX_CHAIN, find_chained
from annotated_reader.imports.sources.bibtex_pandoc import LANGUAGES, MEMORY, Items, by_pandoc
from annotated_reader.imports.sources.bibtex_scan import MAX_FAULTS, BibEntry, Fault, scan_bibtex
from annotated_reader.imports.sources.dates import edtf_of
from annotated_reader.imports.sources.languages import language_tag
from annotated_reader.imports.sources.records import Raw, too_many
from annotated_reader.problems import Place, Problem

UNDERSTOOD = frozenset(
    """abstract addendum address annotation annote author bookauthor booksubtitle booktitle
    booktitleaddon chapter date doi edition editor entrysubtype eventdate eventtitle howpublished institution
    isbn issn issuesubtitle issuetitle journal journalsubtitle journaltitle keywords library
    location mainsubtitle maintitle maintitleaddon month note number organization origdate
    origlocation origpublisher origtitle pages pagetotal part pmcid pmid publisher pubstate school
    series shortjournal shorttitle subtitle title titleaddon translator type url urldate urlyear
    venue version volume volumes year""".split()
)
"""Fields that change what pandoc 3.9 makes of an entry (tried one by one, in 13 types)."""

_ADDRESS = re.compile(r"(?:\\url\s*\{)?(https?://[^\s{}]+)")
_FORMULA = re.compile(r"\$[^$\s][^$]*\$")
_REFERRING = frozenset({"crossref", "xdata", "xref", "ids"})
_CHAINED = f"this entry inherits from others along more than {MAX_CHAIN} steps, or from itself."
_NO_SOURCE = frozenset({"set", "xdata"})
_DATES = {
    "issued": ("date", "year"),
    "accessed": ("urldate", "urlyear"),
    "original-date": ("origdate",),
    "event-date": ("eventdate",),
}
"""The fields of BibTeX that hold the dates of CSL, the better ones first."""


def read_bibtex(text: str, place: Place) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a BibTeX or BibLaTeX file, faulty ones as refused.

    Problems: R004 too many entries, R014 for braces nested too deeply, R015 where it holds
    no entries, or none that pandoc can read, or where too many are faulty.
    """
    entries, faults = scan_bibtex(text)
    if many := too_many(len(entries), place):
        return [], many
    chained = find_chained(text, entries)
    faults += [Fault(entry.start, entry.end, entry.start, _CHAINED) for entry in chained]
    left_out = {fault.start for fault in faults}
    entries = [entry for entry in entries if entry.start not in left_out]
    found: Items = []
    if len(faults) <= MAX_FAULTS:
        try:
            found, refused = by_pandoc(text, entries, faults)
        except PandocError as error:
            return [], [_explained(error, place)]
        faults += refused
    left_out = {fault.start for fault in faults}
    good = [entry for entry in entries if entry.start not in left_out]
    if not good or len(faults) > MAX_FAULTS:
        return [], _problems(text, faults, place)
    raws = _matched(text, good, found) + [_refused(text, fault) for fault in faults]
    return sorted(raws, key=lambda raw: raw.line), []


def _problems(text: str, faults: Sequence[Fault], place: Place) -> list[Problem]:
    if not faults:
        return [Problem(place, "R015", "holds no entries like @book{…}.")]
    hint = "Look at the braces of this entry, and of the one before it."
    return [
        Problem(
            Place(place.file, *line_and_column(text, fault.at)), fault.code, fault.message, hint
        )
        for fault in faults[: MAX_FAULTS + 1]
    ]


def _refused(text: str, fault: Fault) -> Raw:
    return Raw(None, line_and_column(text, fault.at)[0], refused=fault.message.rstrip("."))


def _explained(error: PandocError, place: Place) -> Problem:
    """Return what pandoc says of a file as a whole."""
    said = str(error)
    if "heap exhausted" in said.lower():
        message = f"cannot be read with {MEMORY} megabytes of memory."
        return Problem(place, "R015", message, "Import it in parts.")
    return Problem(place, "R015", f"cannot be read: {said.splitlines()[-1][:300]}.")


def _matched(text: str, entries: list[BibEntry], found: list[dict[str, Any]]) -> list[Raw]:
    """Return what pandoc found together with the entries that it comes from."""
    waiting: defaultdict[str, deque[dict[str, Any]]] = defaultdict(deque)
    for item in found:
        waiting[str(item.get("id", ""))].append(item)
    raws, line, seen = [], 1, 0
    for entry in entries:
        line, seen = line + text.count("\n", seen, entry.start), entry.start
        if entry.kind in _NO_SOURCE:
            continue
        if waiting[entry.key]:
            raws.append(_raw(text, entry, waiting[entry.key].popleft(), line))
        else:
            raws.append(Raw(None, line, refused=f"pandoc makes nothing of @{entry.kind}"))
    return raws


def _raw(text: str, entry: BibEntry, item: dict[str, Any], line: int) -> Raw:
    data = {key: value for key, value in item.items() if key != "language"}
    if "shorttitle" not in entry.fields:
        # Pandoc makes one of a title with a colon, or a subtitle.
        data.pop("title-short", None)
    if language := _value(text, entry, LANGUAGES):
        data["language"] = language_tag(language)
    for name, fields in _DATES.items():
        # Pandoc leaves a date out that it cannot read.
        if (written := _value(text, entry, fields)) and not edtf_of(data.get(name)):
            data[name] = written
    if address := _ADDRESS.fullmatch(_value(text, entry, ("howpublished",))):
        # Pandoc takes it for a publisher.
        publishers = str(data.pop("publisher", "")).split("; ")
        data["publisher"] = "; ".join(name for name in publishers if name != address[1])
        data.setdefault("URL", address[1])
    known = UNDERSTOOD | _REFERRING | set(LANGUAGES)
    unsupported = tuple(name for name in entry.fields if name not in known)
    return Raw(data, line, tuple(_remarks(entry, data)), unsupported)


def _remarks(entry: BibEntry, data: dict[str, Any]) -> Iterator[str]:
    if not data.get("type") and entry.kind != "misc":
        yield f"@{entry.kind} became document"
    if formula := _FORMULA.search(str(data.get("title", ""))):
        yield f"the formula {formula[0][:60]} stays in TeX: write it in words or signs"


def _value(text: str, entry: BibEntry, names: Sequence[str]) -> str:
    """Return the value of the first of some fields that an entry has, without its braces."""
    spans = [entry.fields[name] for name in names if name in entry.fields]
    return text[slice(*spans[0])].strip(' \n\t{}"') if spans else ""
