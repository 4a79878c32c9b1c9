"""Whether two records are of one work."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any
from unicodedata import normalize

from annotated_reader.imports.sources.identifiers import doi_key, url_key
from annotated_reader.notes import TO_FILL_IN, csl
from annotated_reader.notes.edtf import parse_edtf

ALIKE = 0.75
"""Titles with a ratio of matching blocks (difflib) from here on are of one work, where id or
address say so, too."""

LONG_TITLE = 12
"""Characters from which on a title, or its beginning, is not one of many works."""

_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_PARTS = frozenset("chapter entry entry-dictionary entry-encyclopedia paper-conference".split())
"""Types whose address or DOI may be that of the book that they stand in."""

Record = dict[str, Any]


@dataclass(slots=True)
class Works:
    """The sources known so far, to be found by id, DOI and address."""

    by_id: dict[str, Record] = field(default_factory=dict)
    by_key: dict[str, list[str]] = field(default_factory=dict)
    """Ids by DOI or address in one form."""
    by_title: dict[str, list[str]] = field(default_factory=dict)
    by_mention: dict[str, str] = field(default_factory=dict)
    """The first id that names an address beside its own, by that address in one form."""

    def add(self, id_: str, record: Record) -> None:
        """Take up a source."""
        self.by_id[id_] = record
        for key in _keys(record):
            self.by_key.setdefault(key, []).append(id_)
        self.by_title.setdefault(folded(record.get("title")), []).append(id_)
        for key in _mentions(record):
            self.by_mention.setdefault(key, id_)

    def namesake(self, record: Record) -> str:
        """Return the id of a source with the same title, which may be the same work."""
        title = folded(record.get("title"))
        return self.by_title.get(title, [""])[0] if len(title) >= LONG_TITLE else ""

    def mentioning(self, record: Record) -> str:
        """Return the id of a source that names the address of a record in a note or as a copy."""
        return self.by_mention.get(url_key(record), "")

    def find(self, wanted: str, record: Record) -> str:
        """Return the id of the source that is the work of a record, or an empty text.

        It has the same DOI, the same address, the same id, or says the same of title,
        author and date. The same address is not enough for two parts of one book, the
        same id (`wanted`, empty where the record had none) for titles that are unlike.
        """
        found = [id_ for key in _keys(record) for id_ in self.by_key.get(key, ())]
        close = [id_ for id_ in found if not _apart(self.by_id[id_], record)]
        if close:
            return max(close, key=lambda id_: likeness(self.by_id[id_], record))
        other = self.by_id.get(wanted)
        if other and likeness(other, record) >= ALIKE and not _other(doi_key, other, record):
            return wanted
        alike = self.by_title.get(folded(record.get("title")), ())
        return next((id_ for id_ in alike if _same_words(self.by_id[id_], record)), "")


def _keys(record: Record) -> list[str]:
    return [key for key in (doi_key(record), url_key(record)) if key]


def _mentions(record: Record) -> list[str]:
    """Return the addresses that a record names beside its own, in one form."""
    custom = record.get("custom")
    values = [record.get("note"), *(custom.values() if isinstance(custom, dict) else ())]
    found = [found for value in values for found in _ADDRESS.findall(str(value or ""))]
    return [key for address in found if (key := url_key({"URL": address.rstrip(".,;)")}))]


def _apart(one: Record, other: Record) -> bool:
    """Say whether two records with one DOI or address are of different works."""
    dois = {doi_key(one), doi_key(other)} - {""}
    part = one.get("type") in _PARTS or other.get("type") in _PARTS
    return len(dois) > 1 or (part and likeness(one, other) < ALIKE)


def _other(key: Callable[[Record], str], one: Record, other: Record) -> bool:
    """Say whether two records have two different DOIs, or two different addresses."""
    return len({key(one), key(other)} - {""}) > 1


def _same_words(one: Record, other: Record) -> bool:
    """Say whether two records of one title have the same type, date and creators."""
    if _other(doi_key, one, other) or _other(url_key, one, other):
        return False
    names = [name for name in csl.NAME_FIELDS if name in one or name in other]
    if one.get("title") == TO_FILL_IN and not (names and "issued" in one):
        return False
    dates = one.get("issued") == other.get("issued")
    same = all(says_the_same(name, one.get(name), other.get(name)) for name in names)
    return dates and same and one.get("type") == other.get("type")


def likeness(one: Record, other: Record) -> float:
    """Return how alike two titles are, from 0 to 1; one that begins like the other is 1."""
    first, second = folded(one.get("title")), folded(other.get("title"))
    if TO_FILL_IN in (one.get("title"), other.get("title")):
        return 1.0
    shorter, longer = sorted((first, second), key=len)
    if len(shorter) >= LONG_TITLE and longer.startswith(shorter):
        return 1.0
    return SequenceMatcher(None, first[:300], second[:300], autojunk=False).ratio()


def folded(value: Any) -> str:
    """Return a text without case, accents of form, markup and punctuation."""
    text = re.sub(r"<[^<>]{0,60}>", "", value if isinstance(value, str) else "")
    return " ".join(re.findall(r"\w+", normalize("NFKC", text).casefold()))


def says_the_same(name: str, one: Any, other: Any) -> bool:
    """Say whether two values of a field mean the same."""
    if name in csl.DATE_FIELDS and isinstance(one, str) and isinstance(other, str):
        first, second = parse_edtf(one), parse_edtf(other)
        same = first and second and first.start == second.start and first.end == second.end
        return bool(same and first and second and first.circa == second.circa)
    if name in csl.NAME_FIELDS:
        return _names(one) == _names(other)
    if name in ("DOI", "URL"):
        key = doi_key({name: one}) or url_key({name: one})
        return key == (doi_key({name: other}) or url_key({name: other})) and bool(key)
    if name == "type" or not isinstance(one, str) or not isinstance(other, str):
        return bool(one == other)
    return folded(one) == folded(other)


_ORDER = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal")


def _names(value: Any) -> list[str]:
    people = [part for part in value if isinstance(part, dict)] if isinstance(value, list) else []
    return [folded(" ".join(str(name.get(part) or "") for part in _ORDER)) for name in people]
