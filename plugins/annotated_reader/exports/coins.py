"""COinS: a source as an OpenURL in an empty element, which Zotero finds in a page.

Keys as Zotero reads and writes them (zotero/utilities, openurl.js), after the
Key/Encoded-Value formats of ANSI/NISO Z39.88-2004.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

from annotated_reader.bibliography.names import family_name, whole_name
from annotated_reader.notes import Source
from annotated_reader.notes.edtf import DatePart

_JOURNAL = frozenset(
    "article-journal article-magazine article-newspaper review review-book".split()
)
_BOOK = {
    "book": "book",
    "chapter": "bookitem",
    "paper-conference": "proceeding",
    "report": "report",
    "document": "document",
}
"""Genre in the format for books by CSL type."""

_DUBLIN_CORE = {
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "map": "map",
    "post-weblog": "blogPost",
}
"""Zotero's name of a type that OpenURL has no format for; any other is a web page."""


def coins(source: Source) -> str:
    """Return the title attribute of the element, percent-encoded but not yet escaped for HTML."""
    return urlencode([pair for pair in _pairs(source) if pair[1]])


def _pairs(source: Source) -> Iterator[tuple[str, str]]:
    yield "ctx_ver", "Z39.88-2004"
    if source.type in _JOURNAL:
        yield from _journal(source)
    elif source.type in _BOOK:
        yield from _book(source)
    else:
        yield from _dublin_core(source)
        return
    for field in ("volume", "issue", "edition", "place", "publisher", "ISBN", "ISSN", "language"):
        name = "publisher-place" if field == "place" else field
        yield f"rft.{field.lower()}", source.text(name)
    first, _, last = source.text("page").replace("–", "-").partition("-")
    yield "rft.pages", source.text("page")
    yield "rft.spage", first
    yield "rft.epage", last
    yield from _people(source)
    yield from _addresses(source)


def _journal(source: Source) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:journal"
    yield "rft.genre", "article"
    yield "rft.atitle", source.text("title")
    yield "rft.jtitle", source.text("container-title")
    yield "rft.date", _date(source)


def _book(source: Source) -> Iterator[tuple[str, str]]:
    genre = _BOOK[source.type]
    part = genre in ("bookitem", "proceeding")
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:book"
    yield "rft.genre", genre
    yield "rft.atitle" if part else "rft.btitle", source.text("title")
    yield "rft.btitle" if part else "rft.series", source.text("container-title")
    yield "rft.date", _date(source)


def _dublin_core(source: Source) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"
    yield "rft.type", _DUBLIN_CORE.get(source.type, "webpage")
    yield "rft.title", source.text("title")
    yield "rft.source", source.text("container-title")
    yield "rft.publisher", source.text("publisher")
    for person in source.names.get("author", ()):
        yield "rft.creator", whole_name(person)
    yield "rft.date", _date(source)
    yield "rft.identifier", source.address
    yield "rft.language", source.text("language")


def _people(source: Source) -> Iterator[tuple[str, str]]:
    people = source.names.get("author", ())
    if people and not people[0].literal:
        yield "rft.aulast", family_name(people[0])
        yield "rft.aufirst", people[0].given
    for person in people:
        yield "rft.au", whole_name(person)


def _addresses(source: Source) -> Iterator[tuple[str, str]]:
    doi = source.text("DOI")
    yield "rft_id", f"info:doi/{doi}" if doi else ""
    yield "rft_id", source.text("URL")


def _date(source: Source) -> str:
    issued = source.dates.get("issued")
    return _iso(issued.start) if issued else ""


def _iso(part: DatePart) -> str:
    month = part.month if part.month <= 12 else 0
    return "-".join([f"{part.year:04}", *(f"{n:02}" for n in (month, part.day) if n)])
