"""Entries of a BibTeX file that inherit from others, which inherit from others, and so on."""

from collections.abc import Mapping, Sequence

from annotated_reader.imports.sources.bibtex_scan import BibEntry

MAX_CHAIN = 5
"""Steps from an entry to the last one that it inherits from: a chapter, its book, a series.
Pandoc takes half a minute for a thousand, and does not end where one leads back."""


def find_chained(text: str, entries: Sequence[BibEntry]) -> list[BibEntry]:
    """Return the entries from which more steps lead on than are followed."""
    parents = {entry.key: _parents(text, entry) for entry in entries}
    return [entry for entry in entries if _leads_on(entry.key, parents)]


def _parents(text: str, entry: BibEntry) -> list[str]:
    spans = [entry.fields[name] for name in ("crossref", "xdata") if name in entry.fields]
    return [
        key.strip() for start, end in spans for key in text[start:end].strip(' \n\t{}"').split(",")
    ]


def _leads_on(key: str, parents: Mapping[str, list[str]]) -> bool:
    level = {key}
    for _ in range(MAX_CHAIN + 1):
        level = {parent for one in level for parent in parents.get(one, ()) if parent in parents}
    return bool(level)
