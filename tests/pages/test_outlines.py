"""The order diagram, the timeline and the glossary, before they are drawn."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from annotated_reader.bibliography import plain_bibliography
from annotated_reader.edition import Edition, Project, TextEdition, build_edition
from annotated_reader.pages.arcs import ArcDiagram, arc_diagram
from annotated_reader.pages.glossary import terms
from annotated_reader.pages.parts import addresses_of
from annotated_reader.pages.pieces import GAP, HEAD, ROW, order_diagram
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.timeline import MARGIN, WIDTH, rows, timelines
from annotated_reader.pages.view import View
from tests.small_site import write_site

Make = Callable[[str, str], Edition]


@pytest.fixture
def with_file(tmp_path: Path) -> Make:
    """The small project with one more file beside its notes."""

    def run(name: str, content: str) -> Edition:
        files: dict[str, str | None] = {f"annotations/essay/{name}.yml": content}
        edition, problems = build_edition(Project.at(write_site(tmp_path, files)))
        assert problems == []
        return edition

    return run


def _view(edition: Edition, settings: Settings) -> View:
    addresses = addresses_of(edition, directory_urls=True)
    return View(edition, addresses, "a.md", settings, plain_bibliography(edition.sources))


def test_each_run_is_a_band_between_its_two_places(with_file: Make) -> None:
    runs = "[{first: s2, last: s2}, {first: s0, last: s0}]"
    edition = with_file("pieces", f"pieces:\n- {{name: A, what: x, runs: {runs}}}\n")
    [text] = edition.texts
    diagram = order_diagram(text, _view(edition, Settings()))
    top = HEAD + GAP
    assert [cell.number for cell in diagram.printed] == ["0", "1", "2"]
    assert [(cell.number, cell.y) for cell in diagram.natural] == [("2", top), ("0", top + ROW)]
    assert [(band.left, band.right, band.tone) for band in diagram.bands] == [
        ((HEAD + 2 * ROW, HEAD + 3 * ROW), (top, top + ROW), 1),
        ((HEAD, HEAD + ROW), (top + ROW, top + 2 * ROW), 1),
    ]
    assert diagram.height > top + 2 * ROW
    assert diagram.natural[0].link == "../texts/essay/#s2"


def _text(with_file: Make, content: str) -> TextEdition:
    return with_file("chronology", content).texts[0]


def _events(*dates: str) -> str:
    return "events:\n" + "".join(f"- {{date: {date}, what: {date}}}\n" for date in dates)


def test_events_are_numbered_in_the_order_of_time(with_file: Make) -> None:
    text = _text(
        with_file, _events("2020-11-10", "2020-11", "-0044-03-15", "2020-11-09/2020-11-12")
    )
    assert [(row.number, row.event.what) for row in rows(text)] == [
        (1, "-0044-03-15"),
        (2, "2020-11"),
        (3, "2020-11-09/2020-11-12"),
        (4, "2020-11-10"),
    ]
    assert timelines(text) == []


def test_an_event_stands_on_the_axis_of_the_shortest_period(with_file: Make) -> None:
    periods = (
        "periods:\n- {title: Long, first: 2001, last: 2010}\n"
        "- {title: Short, first: 2005-01-01, last: 2005-12-31}\n"
        "- {title: Empty, first: 1900, last: 1910}\n"
    )
    text = _text(with_file, periods + _events("2001-01-01", "2005-01-01", "2005-12-31", "1980"))
    long, short = timelines(text)
    assert (long.title, [dot.number for dot in long.dots]) == ("Long", [2])
    assert (short.title, [dot.number for dot in short.dots]) == ("Short", [3, 4])
    assert [dot.x for dot in short.dots] == [MARGIN, WIDTH - MARGIN]
    [span] = long.spans
    assert span.x == pytest.approx(MARGIN + (WIDTH - 2 * MARGIN) * 0.4, abs=0.2)
    assert span.width == pytest.approx((WIDTH - 2 * MARGIN) * 0.1, abs=0.5)
    assert short.spans == ()
    assert [tick.label for tick in long.ticks] == ["2001", "2003", "2005", "2007", "2009"]
    assert [tick.label for tick in short.ticks] == [f"{month}/2005" for month in range(1, 13)]


def test_events_without_room_stand_above_each_other(with_file: Make) -> None:
    periods = "periods:\n- {title: A year, first: 2001, last: 2001}\n"
    text = _text(
        with_file, periods + _events("2001-05-01", "2001-05-02", "2001-05-03", "2001-09-01")
    )
    [line] = timelines(text)
    heights = [dot.y for dot in line.dots]
    assert heights[0] > heights[1] > heights[2] > 0
    assert heights[3] == heights[0]


def test_years_before_christ_have_their_place(with_file: Make) -> None:
    periods = "periods:\n- {title: Rome, first: -0099, last: 0100}\n"
    text = _text(with_file, periods + _events("0000-07-02", "-0099"))
    [line] = timelines(text)
    assert [dot.x for dot in line.dots] == [MARGIN, pytest.approx(WIDTH / 2, abs=1)]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["19–20 September 2023", "ca. November 2020"]),
        ("fr", ["2023-09-19 – 2023-09-20", "2020-11~"]),
    ],
)
def test_dates_are_in_words_in_english_only(
    with_file: Make, language: str, expected: list[str]
) -> None:
    edition = with_file("chronology", _events("2023-09-19/2023-09-20", "2020-11~"))
    view = _view(edition, Settings(language=language))
    dates = [view.date(row.event.date) for row in rows(edition.texts[0])]
    assert dates == expected[::-1]


def _references(count: int, *ends: tuple[int, int, str]) -> dict[str, str | None]:
    sentences = " ".join(f"This is sentence {n}." for n in range(1, count + 1))
    notes = "".join(
        f"- {{at: s{start}, kind: cross-reference, lead: x, see: [s{end}], relation: {relation}}}\n"
        for start, end, relation in ends
    )
    return {
        "seeds/essay.txt": f"An Essay\n\n{sentences}\n",
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": f"notes:\n{notes}",
    }


def _arcs(root: Path, count: int, *ends: tuple[int, int, str]) -> ArcDiagram:
    edition, _ = build_edition(Project.at(write_site(root, _references(count, *ends))))
    [text] = edition.texts
    found = arc_diagram(text, [s.id for s in text.document.sentences], _view(edition, Settings()))
    assert found is not None
    return found


def test_arcs_say_what_their_lines_mean(tmp_path: Path) -> None:
    diagram = _arcs(tmp_path, 5, (1, 2, "contradicts"), (2, 4, "repeats"), (3, 5, "depends-on"))
    assert [arc.look for arc in diagram.arcs] == ["contradicts", "", "depends-on"]
    assert diagram.looks == {
        "": ("repeats",),
        "contradicts": ("contradicts",),
        "depends-on": ("depends on",),
    }


def test_numbers_below_arcs_grow_with_the_diagram_and_never_touch(tmp_path: Path) -> None:
    ends = [(n, n + 1, "repeats") for n in range(1, 200)]
    diagram = _arcs(tmp_path, 200, *ends)
    assert diagram.letters > 60
    places = [tick.x for tick in diagram.ticks]
    assert min(b - a for a, b in pairwise(places)) >= 1.6 * diagram.letters
    assert diagram.ticks[0].number == "1"


def test_terms_are_in_alphabetical_order(with_file: Make) -> None:
    words = ["zebra", "Éclair", "apple", "Zoo", "eclipse"]
    notes = "".join(f"- {{at: s1, kind: gloss, term: {word}, lead: x}}\n" for word in words)
    hidden = "- {at: s1, kind: gloss, term: old, lead: x, status: withdrawn}\n"
    edition = with_file("more", f"notes:\n{notes}{hidden}")
    assert [entry.term for entry in terms(edition.texts)] == [
        *("apple", "Éclair", "eclipse", "zebra", "Zoo"),
    ]
