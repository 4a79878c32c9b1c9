"""Dates in the forms in which bibliographies hold them, as EDTF.

Read are EDTF itself, dates with a time, dates written in English, `2020/11/10/` of RIS,
`{date-parts: [[2020, 11, 10]]}`, `{year: 2020, month: 11}`, lists of these for ranges,
`{raw: …}` and `{literal: …}`. CSL has no year 0; EDTF has one, which is 1 B.C.E.
"""

import re
from typing import Any

from annotated_reader.notes.edtf import parse_edtf, propose_edtf

_NUMBER = re.compile(r"-?[0-9]{1,4}")
_TIME = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9:.]+(?:Z|[+-][0-9:]+)?")
_SLASHES = re.compile(r"([0-9]{4})/([0-9]{0,2})/([0-9]{0,2})(?:/(.*))?")
_SEASONS = ("spring", "summer", "autumn", "winter")
_YES = (True, 1, "1", "true", "True")
_NO_MONTHS = 12


def edtf_of(value: Any) -> str:
    """Return a date as EDTF, or an empty text for one that EDTF does not know."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        found = _written(value.strip())
    elif isinstance(value, dict):
        found = _structured(value)
    else:
        found = _listed(value, []) if isinstance(value, list) else ""
    return found if parse_edtf(found) else ""


def _written(text: str) -> str:
    if parse_edtf(text):
        return text
    if timed := _TIME.fullmatch(text):
        return timed[1]
    if slashes := _SLASHES.fullmatch(text):
        year, month, day, season = slashes.groups()
        return _part([year, month or _season(season), day])
    # Ten years are not some day in them: the record is told of a decade instead.
    return "" if text.endswith("s") else propose_edtf(text) or ""


def _structured(value: dict[str, Any]) -> str:
    for key in ("raw", "literal"):
        if isinstance(text := value.get(key), str):
            return _written(text.strip())
    parts = value.get("date-parts", [value] if "year" in value else [])
    found = _listed(parts, value.get("season")) if isinstance(parts, list) else ""
    return _with_tilde(found) if value.get("circa") in _YES else found


def _listed(parts: list[Any], season: Any) -> str:
    """Return one date or a range of two; parts of one date may stand without brackets."""
    if parts and not isinstance(parts[0], list | dict):
        parts = [parts]
    if len(parts) == 1 and isinstance(parts[0], dict) and not {"year"} & parts[0].keys():
        return _structured(parts[0]) if "date-parts" not in parts[0] else ""
    found = [_part(_numbers(part, season)) for part in parts]
    circa = any(isinstance(part, dict) and part.get("circa") in _YES for part in parts)
    both = "/".join(found) if all(found) and len(found) <= 2 else ""
    return _with_tilde(both) if circa else both


def _numbers(part: Any, season: Any) -> list[Any]:
    """Return year, month (or season) and day, as far as they are given."""
    if isinstance(part, dict):
        month = part.get("month") or _season(part.get("season"))
        return [part.get("year"), month, part.get("day")]
    numbers = list(part) if isinstance(part, list) else []
    return [numbers[0], _season(season)] if len(numbers) == 1 and season else numbers


def _season(value: Any) -> int:
    """Return the number that EDTF has for a season, 0 when there is none."""
    text = str(value or "").strip().lower().replace("fall", "autumn")
    if text in _SEASONS:
        return _SEASONS.index(text) + 21
    number = int(text) if _NUMBER.fullmatch(text) else 0
    return number + 20 if 1 <= number <= 4 else number if 21 <= number <= 24 else 0


def _part(values: list[Any]) -> str:
    """Return one date from its numbers, or an empty text."""
    texts = [str(value).strip() for value in values if value not in (None, "", 0, "0")][:3]
    if not texts or not all(_NUMBER.fullmatch(text) for text in texts):
        return ""
    year, *rest = map(int, texts)
    if rest and _NO_MONTHS < rest[0] <= _NO_MONTHS + 4:
        # Seasons as citeproc-js numbers them.
        rest[0] += 8
    shown = f"{year:04}" if year > 0 else f"{'-' if year < -1 else ''}{-1 - year:04}"
    return "-".join([shown, *(f"{number:02}" for number in rest)])


def _with_tilde(text: str) -> str:
    first, slash, second = text.partition("/")
    return f"{first.rstrip('~?')}~{slash}{second}" if first else ""
