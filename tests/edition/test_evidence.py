"""The quotes of notes, and the kept copies of their sources."""

from annotated_reader.evidence import QuoteState
from tests.edition.conftest import Copy


def test_a_withdrawn_note_may_quote_what_its_source_does_not_say(project: Copy) -> None:
    project.write("annotations/evidence/gazette-2020.txt", "There was snow.\n")
    path = project.root / "annotations/the-weather/notes.yml"
    notes = path.read_text(encoding="utf-8")
    assert [line.split()[1] for line in project.build()[1]] == ["R310"]
    path.write_text(
        notes.replace("  checked: 2026-11-23", "  checked: 2026-11-23\n  status: withdrawn"),
        encoding="utf-8",
    )
    edition, problems = project.build()
    assert problems == []
    assert not any(edition.quotes.values())


def test_the_quotes_of_a_note_without_a_place_are_checked_too(project: Copy) -> None:
    project.write("annotations/evidence/almanac.txt", "A cold year.\n")
    project.notes(
        "- at: s1\n  quote: nowhere in it\n  kind: citation\n"
        "  sources: [{source: almanac, quote: a warm year}]\n"
    )
    assert [line.split()[1] for line in project.build()[1]] == ["R104", "R310"]


def test_marks_of_direction_in_a_saved_page_are_no_fault(project: Copy) -> None:
    page = "<p>There was rain from \u202bmorning\u202c to night.</p>"
    project.write("annotations/evidence/gazette-2020.html", page)
    edition, problems = project.build()
    assert problems == []
    assert edition.quotes[QuoteState.VERIFIED] == 1
