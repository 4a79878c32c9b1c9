"""The timeline: the events of a chronology on an axis for each period, and as rows of a table.

An event stands on the axis of the shortest period that holds it, as its number in the
table; where it does not fit beside the one before, it stands above it.
"""

from dataclasses import dataclass
from datetime import date

from annotated_reader.edition import Event, Period, TextEdition
from annotated_reader.notes.edtf import DatePart

WIDTH = 400
"""Units of an axis."""

MARGIN = 14
"""Units before its beginning and after its end: half an event, so that none is cut."""

SIZE = 22
"""Units of an event, and from one to the next above it."""

SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month in which each season of EDTF begins; winter is drawn in its December only."""


@dataclass(frozen=True, slots=True)
class Row:
    """An event and its number."""

    number: int
    event: Event


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the axis: its middle, and its number."""

    x: float
    y: float
    number: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark under the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Span:
    """A shorter period, which has an axis of its own."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Timeline:
    """The axis of one period, in units of its own."""

    title: str
    height: int
    base: int
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]
    spans: tuple[Span, ...]


def rows(text: TextEdition) -> list[Row]:
    """Return the events of a text in the order of time, numbered from 1."""
    return [Row(number, event) for number, event in enumerate(text.chronology.events, start=1)]


def timelines(text: TextEdition) -> list[Timeline]:
    """Return an axis for each period of a text's chronology that has events of its own."""
    periods = text.chronology.periods
    of_period: dict[Period, list[Row]] = {period: [] for period in periods}
    for row in rows(text):
        holding = [period for period in periods if _holds(period, row.event)]
        if holding:
            of_period[min(holding, key=_length)].append(row)
    return [
        _timeline(period, found, [other for other in periods if _inside(other, period)])
        for period, found in of_period.items()
        if found
    ]


def _timeline(period: Period, found: list[Row], shorter: list[Period]) -> Timeline:
    start, end = _first(period), _last(period)

    def x(day: int) -> float:
        """Return where a day stands on the axis, in its units."""
        return round(MARGIN + (WIDTH - 2 * MARGIN) * (day - start) / max(1, end - start), 1)

    places = _stacked([(x(_begin(row.event.date.start)), row.number) for row in found])
    highest = max(level for _, level, _ in places)
    base = SIZE * (highest + 1) + 6
    spans = [
        Span(x(_first(other)), round(x(_last(other)) - x(_first(other)), 1)) for other in shorter
    ]
    return Timeline(
        period.title,
        base + 22,
        base,
        tuple(Dot(at, base - 6 - SIZE * level - SIZE / 2, number) for at, level, number in places),
        tuple(Tick(x(day), label) for day, label in _ticks(period)),
        tuple(spans),
    )


def _stacked(events: list[tuple[float, int]]) -> list[tuple[float, int, int]]:
    """Return place, level and number of each event: the lowest level where there is room."""
    ends: list[float] = []
    placed = []
    for at, number in events:
        level = next((n for n, end in enumerate(ends) if at >= end), len(ends))
        ends[level : level + 1] = [at + SIZE]
        placed.append((at, level, number))
    return placed


def _ticks(period: Period) -> list[tuple[int, str]]:
    """Return the first days of years, or of months in a period of less than two years."""
    first, last = period.first.start, period.last.end or period.last.start
    if _length(period) < 2 * 365:
        months = [divmod(n, 12) for n in range(_months(first), _months(last) + 1)]
        days = [(_day(year, month + 1, 1), f"{month + 1}/{year}") for year, month in months]
    else:
        step = max(1, -(-(last.year - first.year) // 6))
        days = [(_day(year, 1, 1), str(year)) for year in range(first.year, last.year + 1, step)]
    return [(day, label) for day, label in days if _first(period) <= day <= _last(period)]


def _months(part: DatePart) -> int:
    return part.year * 12 + _month(part) - 1


def _holds(period: Period, event: Event) -> bool:
    return _first(period) <= _begin(event.date.start) <= _last(period)


def _inside(shorter: Period, longer: Period) -> bool:
    within = _first(longer) <= _first(shorter) and _last(shorter) <= _last(longer)
    return within and _length(shorter) < _length(longer)


def _length(period: Period) -> int:
    return _last(period) - _first(period)


def _first(period: Period) -> int:
    return _begin(period.first.start)


def _last(period: Period) -> int:
    return _end(period.last.end or period.last.start)


def _begin(part: DatePart) -> int:
    """Return the day on which a date begins, as a number."""
    return _day(part.year, _month(part), part.day or 1)


def _end(part: DatePart) -> int:
    """Return the last day of a date."""
    if part.day:
        return _begin(part)
    season = 2 if part.month in SEASONS else 0
    month = min(_month(part) + season, 12) if part.month else 12
    year, month = (part.year, month + 1) if month < 12 else (part.year + 1, 1)
    return _day(year, month, 1) - 1


def _month(part: DatePart) -> int:
    return SEASONS.get(part.month, part.month or 1)


def _day(year: int, month: int, day: int) -> int:
    """Return the number of a day, counted as Python does, but also before the year 1."""
    # The calendar repeats itself every 400 years, which are 146,097 days.
    inside = year % 400 + 400
    return date(inside, month, day).toordinal() + (year - inside) // 400 * 146_097
