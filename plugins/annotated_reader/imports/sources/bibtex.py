"""BibTeX and BibLaTeX, through pandoc.

Pandoc takes titles for English ones in capitals and writes all but the first letter
small, Cyrillic names, too; an entry in a language that it does not know stays as
typed. So every entry gets such a language, and its own one is read here.
"""

import json
import re
from collections import defaultdict, deque
from typing import Any

from annotated_reader.bibliography.pandoc import PandocError, run_pandoc
from annotated_reader.files import line_and_column
from annotated_reader.imports.sources.bibtex_scan import BibEntry, UnreadableError, scan_bibtex
from annotated_reader.imports.sources.languages import language_tag
from annotated_reader.imports.sources.records import Raw
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

LANGUAGES = ("langid", "hyphenation", "language")
_REFERRING = frozenset({"crossref", "xdata", "xref", "ids"})
_NO_LANGUAGE = "{x-none}"
_NO_SOURCE = frozenset({"set", "xdata"})
MEMORY = 800
"""Megabytes of pandoc's heap: 10,000 entries need 540; `@string` can ask for any amount."""

_TO_JSON = ("+RTS", f"-M{MEMORY}m", "-RTS", "-f", "biblatex", "-t", "csljson")
LETTERS = {
    "DH": "Ð", "DJ": "Đ", "NG": "Ŋ", "TH": "Þ", "dh": "ð", "dj": "đ", "ng": "ŋ",
    "textschwa": "ə", "th": "þ",
}  # fmt: skip
"""Letters by their commands that pandoc 3.9 leaves out without a word."""

_LETTER = re.compile(rf"\\({'|'.join(LETTERS)})(?![A-Za-z])(?:\{{\}}|[ \t]+(?=\S))?")
_DOTLESS = re.compile(r"(\\[`'^\"~=u])\s*(?:\{\s*\\i\s*\}|\\i(?![A-Za-z])(?:\{\})?)")
_PLACE = re.compile(r"\(line ([0-9]+), column ([0-9]+)\):?\s*(.*)")


def read_bibtex(text: str, place: Place) -> tuple[list[Raw], list[Problem]]:
    """Return the records of a BibTeX or BibLaTeX file.

    Problems: R014 for braces nested too deeply, R015 where it holds no entries, or
    pandoc cannot read it.
    """
    try:
        entries = scan_bibtex(text)
        found = _by_pandoc(text, entries)
    except UnreadableError as error:
        at = Place(place.file, *line_and_column(text, error.start))
        hint = "Look at the braces of this entry, and of the one before it."
        return [], [Problem(at, error.code, error.message, hint)]
    except PandocError as error:
        return [], [_explained(error, text, place)]
    if not entries:
        return [], [Problem(place, "R015", "holds no entries like @book{…}.")]
    return _matched(text, entries, found), []


def _by_pandoc(text: str, entries: list[BibEntry]) -> list[dict[str, Any]]:
    """Return CSL JSON; every entry in a language that has no rules for capitals."""
    pieces, at = [], 0
    for entry in entries:
        spans = sorted(entry.fields[name] for name in LANGUAGES if name in entry.fields)
        if entry.key and "langid" not in entry.fields:
            pieces += [text[at : entry.inside], f" langid = {_NO_LANGUAGE},"]
            at = entry.inside
        for start, end in spans:
            pieces += [text[at:start], _NO_LANGUAGE]
            at = end
    whole = _with_letters("".join([*pieces, text[at:]]))
    found: list[dict[str, Any]] = json.loads(run_pandoc(_TO_JSON, whole))
    return found


def _with_letters(text: str) -> str:
    """Return a text with letters in place of the commands that pandoc does not know.

    An accent on a dotless i is one on an i: pandoc would leave the two apart.
    """
    text = _LETTER.sub(lambda found: LETTERS[found[1]], text)
    return _DOTLESS.sub(lambda found: f"{found[1]}{{i}}", text)


def _explained(error: PandocError, text: str, place: Place) -> Problem:
    """Return what pandoc says as a problem, at the line and column of the file as it was."""
    found = _PLACE.search(str(error))
    try:
        if found:
            run_pandoc(_TO_JSON, text)
    except PandocError as same:
        error = same
    said = str(error)
    found = _PLACE.search(said)
    if not found and "heap exhausted" in said.lower():
        message = f"cannot be read with {MEMORY} megabytes of memory."
        return Problem(place, "R015", message, "Import it in parts.")
    if not found:
        return Problem(place, "R015", f"cannot be read: {said.splitlines()[-1][:300]}.")
    at = Place(place.file, int(found[1]), int(found[2]))
    said = next(iter(said[found.end(2) :].lstrip("): \n").splitlines()), "it cannot be read")
    return Problem(at, "R015", f"this is not BibTeX: {said[:200]}.")


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
    spans = [entry.fields[name] for name in LANGUAGES if name in entry.fields]
    if spans:
        data["language"] = language_tag(text[slice(*spans[0])].strip(' \n\t{}"'))
    known = UNDERSTOOD | _REFERRING | set(LANGUAGES)
    unsupported = tuple(name for name in entry.fields if name not in known)
    remarks = (
        () if data.get("type") or entry.kind == "misc" else (f"@{entry.kind} became document",)
    )
    return Raw(data, line, remarks, unsupported)
