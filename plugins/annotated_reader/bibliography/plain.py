"""Sources in words without a style engine: plain author-date forms, in English.

They stand where pandoc is missing, and for citations in styles that put a number or
a footnote into the text, which a note cannot show.
"""

import unicodedata
from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup, escape

from annotated_reader.bibliography.names import family_name, whole_name
from annotated_reader.bibliography.records import Bibliography, FormattedSource
from annotated_reader.bibliography.rich_text import rich_text
from annotated_reader.notes import Source
from annotated_reader.notes.csl import CREATORS
from annotated_reader.notes.edtf import DatePart, EdtfDate
from annotated_reader.notes.format import PersonRecord

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
MANY = 3
"""More authors than this become "et al." in the short form (Chicago Manual of Style, 17.15)."""


_LINK = Markup('<a href="{0}" rel="nofollow noopener noreferrer external">{1}</a>')


def plain_bibliography(sources: Mapping[str, Source]) -> Bibliography:
    """Return all sources in the plain form, in alphabetical order of author, then by year."""
    ordered = sorted(sources.values(), key=_order)
    return Bibliography(
        {s.id: FormattedSource(escape(short_form(s)), full_form(s)) for s in ordered}
    )


def _order(source: Source) -> tuple[str, str, str]:
    title = source.text("title")
    name = creators(source) or source.text("container-title") or title
    return _letters(name), year(source), _letters(title)


def _letters(words: str) -> str:
    """Return words as an alphabet sorts them: without accents, quotation marks and capitals."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()


def full_form(source: Source) -> Markup:
    """Return an entry: creators, title, container or publisher, date, DOI or address."""
    people, doi, url = creators(source), source.text("DOI"), source.text("URL")
    parts = [people, source.text("title"), _where_and_when(source, people)]
    found = Markup(" ").join(rich_text(_ended(part)) for part in parts if part)
    if doi:
        return found + " " + _LINK.format(f"https://doi.org/{quote(doi)}", f"doi:{doi}") + "."
    return found + " " + _LINK.format(url, url) + "." if url else found


def _where_and_when(source: Source, people: str) -> str:
    container, publisher = source.text("container-title"), source.text("publisher")
    volume, issue, page = (source.text(field) for field in ("volume", "issue", "page"))
    if container:
        container += f" {volume}" if volume else ""
        container += f" ({issue})" if issue else ""
        container += f": {page}" if page else ""
    known = [part for part in (container, publisher) if part and part != people]
    return ", ".join([*known, issued(source)])


def _ended(words: str) -> str:
    return f"{words}." if words and not words.endswith((".", "?", "!", "…")) else words


def short_form(source: Source) -> str:
    """Return author and year as they stand in a note: "Miklasová 2020"."""
    people = _creators(source)
    if not people:
        names = (
            source.text("publisher")
            or source.text("container-title")
            or f"“{_short_title(source)}”"
        )
    elif len(people) > MANY:
        names = f"{family_name(people[0])} et al."
    else:
        names = _listed([family_name(person) for person in people])
    return f"{names} {year(source)}"


def year(source: Source) -> str:
    """Return the year of issue, or "n.d."."""
    issued = source.dates.get("issued")
    return _year(issued.start) if issued else "n.d."


def creators(source: Source) -> str:
    """Return the names that a full entry begins with, empty when there are none."""
    people = _creators(source)
    if not people:
        return ""
    first, *others = people
    given = f", {first.given}" if first.given else ""
    return _listed([family_name(first) + given, *(whole_name(person) for person in others)])


def issued(source: Source) -> str:
    """Return the date of issue in words, or "n.d."."""
    date = source.dates.get("issued")
    return in_words(date) if date else "n.d."


def in_words(date: EdtfDate) -> str:
    """Return a date in words: "10 November 2020", "19–20 September 2023", "ca. 1880"."""
    first = "" if date.end is None else f"{_without_repeats(date.start, date.end)}–"
    return ("ca. " if date.circa else "") + first + _part(date.end or date.start)


def _without_repeats(start: DatePart, end: DatePart) -> str:
    """Return the first date of a range without the month and year that the second repeats."""
    alike = (start.month > 0, start.day > 0) == (end.month > 0, end.day > 0)
    if not alike or not start.month or start.year != end.year:
        return _part(start)
    if start.day and start.month == end.month:
        return str(start.day)
    return _day_and_month(start)


def _part(date: DatePart) -> str:
    return " ".join(filter(None, (_day_and_month(date), _year(date))))


def _day_and_month(date: DatePart) -> str:
    month = _SEASONS.get(date.month) or (_MONTHS[date.month - 1] if date.month else "")
    return " ".join(filter(None, (str(date.day or ""), month)))


def _year(date: DatePart) -> str:
    # EDTF has a year 0, which is 1 B.C.E.
    return str(date.year) if date.year > 0 else f"{1 - date.year} B.C.E."


def _creators(source: Source) -> tuple[PersonRecord, ...]:
    return next((source.names[field] for field in CREATORS if source.names.get(field)), ())


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _short_title(source: Source, words: int = 4) -> str:
    title = (source.text("title-short") or source.text("title")).split()
    return " ".join(title[:words]) + (" …" if len(title) > words else "")
