"""Notes with a fault, or without a place: shown as far as they can be."""

from annotated_reader.anchoring import State
from tests.edition.conftest import Copy


def test_a_note_without_a_place_is_kept(project: Copy) -> None:
    project.notes(
        "- {id: one, at: s3, quote: elephants, kind: gloss, lead: Words.}\n"
        "- {quote: the, kind: gloss, lead: Words.}\n"
        "- {kind: gloss, lead: Words.}\n"
    )
    edition, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R104", "R105", "R103"]
    text = edition.text("the-weather")
    assert [(n.anchor, n.label, n.target.state) for n in text.unplaced] == [
        ("note-one", "", State.LOST),
        ("n-lost-2", "", State.AMBIGUOUS),
        ("n-lost-3", "", State.LOST),
    ]
    assert len(text.notes) == 3


def test_a_note_with_a_fault_is_shown_without_what_is_wrong_in_it(project: Copy) -> None:
    project.notes("- {id: faulty, at: s5, kind: gloss, lead: Words., by: me, see: [s1]}\n")
    edition, problems = project.build()
    assert len(problems) == 1
    note = edition.texts[0].notes[-1]
    assert (note.label, note.record.lead, note.record.by) == ("5a", "Words.", [])
    assert [link.label for link in edition.texts[0].backlinks["s1"]] == ["5a"]


def test_a_note_whose_place_has_the_wrong_form_has_no_place(project: Copy) -> None:
    project.notes("- {id: faulty, at: 5, quote: Nobody, kind: gloss, lead: Words.}\n")
    edition, problems = project.build()
    assert len(problems) == 1
    assert [note.record.id for note in edition.texts[0].unplaced] == ["faulty"]
