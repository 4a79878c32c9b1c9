from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.links import FILE_NAME, Link, Links, Outcome, format_links, merge, read_links

A, B, C = "https://a.org/", "https://b.org/é", "https://c.org/"
DAY, NEXT = "2026-11-23", "2026-11-24"
KNOWN = {
    B: Link(status=Outcome.TIMEOUT, checked=DAY, reached="2026-01-01"),
    A: Link(status=200, checked=DAY, reached=DAY, final=C, archive="https://archive.org/a"),
}
WRITTEN = (
    "{\n"
    '"https://a.org/": {"status": 200, "checked": "2026-11-23", "reached": "2026-11-23",'
    ' "final": "https://c.org/", "archive": "https://archive.org/a"},\n'
    '"https://b.org/é": {"status": "no answer in time", "checked": "2026-11-23",'
    ' "reached": "2026-01-01"}\n'
    "}\n"
)


def _read(content: str, tmp_path: Path) -> tuple[Links | None, list[str]]:
    path = tmp_path / FILE_NAME
    path.write_text(content, encoding="utf-8")
    links, problems = read_links(path, Folder(tmp_path, "annotations"))
    return links, [str(problem) for problem in problems]


def test_a_line_for_each_address_in_order() -> None:
    assert format_links(KNOWN) == WRITTEN
    assert format_links(dict(reversed(KNOWN.items()))) == WRITTEN


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    assert _read(WRITTEN, tmp_path) == (KNOWN, [])
    assert _read(format_links({}), tmp_path) == ({}, [])


def test_no_file_is_no_knowledge(tmp_path: Path) -> None:
    assert read_links(tmp_path / FILE_NAME, Folder(tmp_path, "annotations")) == ({}, [])


HINT = " Put the file back as it was, or delete it; then run `annotated-reader links`."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{\n<<<<<<< HEAD\n", ":2:1: R015 is not JSON: Expecting property name …"),
        ("", ":1:1: R015 is not JSON: Expecting value."),
        ("[" * 100_000, ": R015 is nested too deeply."),
        ("[]", ": R015 must hold addresses and what is known of them."),
        (
            WRITTEN.replace('"no answer in time"', '"gone"'),
            ":3:1: R015 Invalid enum value 'gone' …",
        ),
        (WRITTEN.replace("200", "2"), ":2:1: R015 Expected `int` >= 100 - at `$.status`."),
        (WRITTEN.replace("final", "script"), ":2:1: R015 Object contains unknown field `script`."),
        (WRITTEN.replace("2026-01-01", "<b>"), ":3:1: R015 …"),
    ],
)
def test_what_was_not_written_by_us(content: str, told: str, tmp_path: Path) -> None:
    links, (line,) = _read(content, tmp_path)
    assert links is None
    assert line.endswith(HINT)
    start = f"annotations/{FILE_NAME}{told}"
    assert line.startswith(start[:-1].rstrip() if told.endswith("…") else start + HINT)


def test_what_fails_now_keeps_the_day_it_was_last_reached() -> None:
    now = {address: Link(status=404, checked=NEXT) for address in (A, B, C)}
    merged = merge(KNOWN, now, [A, B, C])
    assert {address: link.reached for address, link in merged.items()} == {
        A: DAY,
        B: "2026-01-01",
        C: "",
    }
    assert {link.checked for link in merged.values()} == {NEXT}


def test_what_answers_now_was_reached_now() -> None:
    merged = merge(KNOWN, {B: Link(status=204, checked=NEXT)}, [B])
    assert merged[B].reached == NEXT


def test_what_was_not_asked_stays_and_what_nobody_names_goes() -> None:
    assert merge(KNOWN, {}, [A]) == {A: KNOWN[A]}
