import pytest

from annotated_reader.imports import Outcome
from tests.imports.conftest import Bring, only, quote, row


@pytest.mark.parametrize("wrap", ["alone", "list", "rows", "annotations"])
def test_every_form_of_file_is_read(bring: Bring, wrap: str) -> None:
    data = {"alone": row(), "list": [row()], "rows": {"rows": [row()], "total": 1}}
    done = bring(data.get(wrap, {"annotations": [row()]}))
    note = only(done).note
    assert note is not None
    assert (note.kind, note.at, note.quote) == ("gloss", "s2", "cats & dogs")
    assert (note.lead, note.by) == ("A *remark*.", ["ann"])
    assert note.note == "Tags: weather\n\nWritten on 2024-05-06.\n"
    assert done.system == "Hypothesis"


def test_what_a_note_cannot_be_is_named(bring: Bring) -> None:
    results = bring("hypothesis-export.json").results
    told = [(r.incoming.name, r.outcome, r.reason) for r in results[1:]]
    no = Outcome.UNSUPPORTED
    assert told == [
        ("reply", no, "a reply to another annotation"),
        ("page-note", no, "a note on the whole page"),
        ("range-only", no, "RangeSelector: a range between elements of a page that is not here"),
        ("highlight", no, "it says nothing: words marked without a comment"),
    ]


def test_markdown_with_html_becomes_our_markdown(bring: Bring) -> None:
    note = bring("hypothesis-export.json").results[0].note
    assert note is not None
    assert note.lead == "A **bold** remark."
    assert note.note.startswith("And **more** of it.\n")


def test_an_offset_never_decides(bring: Bring) -> None:
    position = {"type": "TextPositionSelector", "start": 119, "end": 135}
    target = [{"selector": [position, quote("It rained again.")]}]
    assert only(bring(row(target=target))).outcome is Outcome.AMBIGUOUS
    assert only(bring(row(target=[{"selector": [position]}]))).outcome is Outcome.UNSUPPORTED


def test_context_chooses_among_repeats_and_is_kept_only_where_needed(bring: Bring) -> None:
    selector = quote("It rained again.", "old town by the river. ", " It rained again.")
    note = only(bring(row(target=[{"selector": [selector]}]))).note
    assert note is not None
    assert (note.at, note.quote, note.prefix, note.suffix) == ("s4", "It rained again.", "", "")


def test_edited_words_are_placed_only_when_accepted(bring: Bring) -> None:
    selector = quote(
        "rained all night long", "is about cats & dogs. It ", " in the old town by the"
    )
    item = row(target=[{"selector": [selector]}])
    result = only(bring(item))
    assert (result.outcome, result.written) == (Outcome.EDITED, False)
    accepted = only(bring(item, accept_edited=True))
    assert accepted.note is not None
    assert accepted.note.quote == "rained all day long"


def test_what_was_not_public_is_told(bring: Bring) -> None:
    private = row(permissions={"read": ["acct:ann@hypothes.is"]})
    assert "not public" in only(bring(private)).remarks[0]
