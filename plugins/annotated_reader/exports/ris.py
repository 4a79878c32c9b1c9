"""Sources as RIS, which every reference manager reads.

Tags and types as Zotero writes them (its translator RIS.js), which follows the
specification of Research Information Systems (2001 and 2011).
"""

from collections.abc import Iterable, Iterator

from annotated_reader.bibliography.names import family_name
from annotated_reader.notes import Source
from annotated_reader.notes.edtf import DatePart, EdtfDate
from annotated_reader.notes.format import PersonRecord

_TYPES = {
    "article": "UNPB",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "broadcast": "MPCT",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry": "ENCYC",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "figure": "ART",
    "graphic": "ART",
    "hearing": "HEAR",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "map": "MAP",
    "motion_picture": "MPCT",
    "musical_score": "MUSIC",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post": "ICOMM",
    "post-weblog": "BLOG",
    "regulation": "STAT",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "SLIDE",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}
"""RIS type by CSL type; any other is GEN."""

_NAMES = {"author": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
_TEXTS = {
    "title": "TI",
    "title-short": "ST",
    "container-title": "T2",
    "collection-title": "T3",
    "container-title-short": "J2",
    "publisher": "PB",
    "publisher-place": "CY",
    "volume": "VL",
    "issue": "IS",
    "edition": "ET",
    "number": "M1",
    "genre": "M3",
    "DOI": "DO",
    "URL": "UR",
    "language": "LA",
    "abstract": "AB",
    "keyword": "KW",
    "archive": "DB",
    "call-number": "CN",
    "note": "N1",
}


def ris(sources: Iterable[Source]) -> str:
    """Return sources as the content of a RIS file; lines end with CR and LF, as its standard says."""
    return "".join(f"{line}\r\n" for source in sources for line in _record(source))


def _record(source: Source) -> Iterator[str]:
    yield f"TY  - {_TYPES.get(source.type, 'GEN')}"
    yield f"ID  - {source.id}"
    for field, tag in _NAMES.items():
        for person in source.names.get(field, ()):
            yield f"{tag}  - {_name(person)}"
    for field, tag in _TEXTS.items():
        if value := source.text(field):
            yield f"{tag}  - {value}"
    if isn := source.text("ISBN") or source.text("ISSN"):
        yield f"SN  - {isn}"
    yield from _pages(source.text("page"))
    if issued := source.dates.get("issued"):
        yield f"PY  - {_year(issued.start)}"
        yield f"DA  - {_date(issued)}"
    if accessed := source.dates.get("accessed"):
        yield f"Y2  - {_date(accessed)}"
    yield "ER  - "


def _name(person: PersonRecord) -> str:
    if person.literal:
        return person.literal
    given = " ".join(filter(None, (person.given, person.dropping_particle)))
    return ", ".join(filter(None, (family_name(person), given, person.suffix)))


def _pages(page: str) -> Iterator[str]:
    first, _, last = page.replace("–", "-").partition("-")
    if first:
        yield f"SP  - {first.strip()}"
    if last:
        yield f"EP  - {last.strip()}"


def _year(part: DatePart) -> str:
    return f"{part.year:04}"


def _date(date: EdtfDate) -> str:
    """Return `YYYY/MM/DD/other`, in which the slashes always stand."""
    start = date.start
    month = f"{start.month:02}" if 0 < start.month <= 12 else ""
    other = "" if date.text == _plain(start) else date.text
    return f"{_year(start)}/{month}/{f'{start.day:02}' if start.day else ''}/{other}"


def _plain(part: DatePart) -> str:
    numbers = [_year(part), *(f"{n:02}" for n in (part.month, part.day) if n)]
    # A season stands where EDTF has a month; RIS has no number for it.
    return "" if part.month > 12 else "-".join(numbers)
