"""Dates of sources in English words."""

from annotated_reader.notes import Source
from annotated_reader.notes.edtf import DatePart, EdtfDate

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


def year(source: Source) -> str:
    """Return the year of issue, or "n.d."."""
    issued = source.dates.get("issued")
    return _year(issued.start) if issued else "n.d."


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
