"""Dates of sources: the part of EDTF that bibliographies use.

A year, month or day, a season (`2020-21` spring … `2020-24` winter), a range with
a slash, `~` or `?` for an uncertain one (pandoc drops a `?`, so both mean circa),
and years before Christ with a minus. Level 0 and part of level 1 of the Library
of Congress's Extended Date/Time Format (2019).
"""

import re
from dataclasses import dataclass
from datetime import date

_DATE = r"(-?[0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?]?)"
PATTERN = rf"^{_DATE}(?:/{_DATE})?$(?!\n)"
"""The form of a date or a range of two; whether its days are in the calendar is not said by it."""
_ONE = re.compile(_DATE)
_WRITTEN = re.compile(
    r"(?:([0-9]{1,2})(?:st|nd|rd|th|\.)? )?([A-Za-z]{3,9})\.? (?:([0-9]{1,2})(?:st|nd|rd|th)?, )?([0-9]{4})"
)
_SEPARATED = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})")
_WITHOUT_ZEROS = re.compile(r"([0-9]{4})-([0-9]{1,2})(?:-([0-9]{1,2}))?")
_TWO_MONTHS = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{2})")
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_CIRCA = re.compile(r"(?:c\.|ca\.?|circa|about)\s*", re.IGNORECASE)
_DECADE = re.compile(r"(?:the )?([0-9]{3})0['’]?s")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class DatePart:
    """One date: year, then month (or season 21 to 24) and day where known, else 0."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date or a range of two, as written and by its parts."""

    text: str
    start: DatePart
    end: DatePart | None
    circa: bool


def parse_edtf(text: str) -> EdtfDate | None:
    """Return the date, or None when the text is not EDTF or not in the calendar."""
    halves = text.split("/")
    parts = [_one(half) for half in halves]
    if len(parts) > 2 or None in parts:
        return None
    start, end = parts[0], parts[1] if len(parts) == 2 else None
    assert start is not None
    if end is not None and _known(end) < _known(start)[: len(_known(end))]:
        return None
    circa = any(half.endswith(("~", "?")) for half in halves)
    return EdtfDate(text, start, end, circa)


def _known(part: DatePart) -> list[int]:
    """Return year, month and day as far as they are known."""
    return [part.year, *([part.month] if part.month else []), *([part.day] if part.day else [])]


def _one(text: str) -> DatePart | None:
    found = _ONE.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part or 0) for part in found.groups()[:3])
    if found[3] is not None:
        # Python's calendar begins in year 1; a leap year 400 n later has the same days.
        return DatePart(year, month, day) if _in_calendar(year % 400 + 400, month, day) else None
    if found[2] is not None and not (1 <= month <= 12 or 21 <= month <= 24):
        return None
    return DatePart(year, month)


def _in_calendar(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def propose_edtf(text: str) -> str | None:
    """Return the EDTF form of a date written otherwise, or None when unsure.

    A date of numbers with the year last ("3/4/2020") gets no proposal unless only
    one reading is in the calendar. For a decade ("1990s") its ten years are proposed.
    """
    text = text.strip()
    about = _CIRCA.match(text)
    if about is None:
        return _one_reading(text)
    rest = text[about.end() :]
    day = rest if parse_edtf(rest) else _one_reading(rest)
    return f"{day}~" if day and "/" not in day and day[-1].isdigit() else None


def _one_reading(text: str) -> str | None:
    valid = [reading for reading in sorted(_readings(text)) if parse_edtf(reading)]
    return valid[0] if len(valid) == 1 else None


def _readings(text: str) -> set[str]:
    """Return what a date may mean, whether or not it is in the calendar."""
    if written := _WRITTEN.fullmatch(text):
        return _in_words(*written.groups())
    if separated := _SEPARATED.fullmatch(text):
        one, two, year = separated.groups()
        return {f"{year}-{int(two):02}-{int(one):02}", f"{year}-{int(one):02}-{int(two):02}"}
    if bare := _WITHOUT_ZEROS.fullmatch(text):
        return {"-".join([bare[1], *(f"{int(part):02}" for part in bare.groups()[1:] if part)])}
    if two_months := _TWO_MONTHS.fullmatch(text):
        return {"{0}-{1}/{0}-{2}".format(*two_months.groups())}
    if decade := _DECADE.fullmatch(text):
        return {f"{decade[1]}0/{decade[1]}9"}
    return set()


def _in_words(day_before: str | None, month: str, day_after: str | None, year: str) -> set[str]:
    name, day = month.lower(), day_before or day_after
    if not day and name in _SEASONS:
        return {f"{year}-{_SEASONS[name]}"}
    if name[:3] not in _MONTHS:
        return set()
    number = _MONTHS.index(name[:3]) + 1
    return {f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")}
