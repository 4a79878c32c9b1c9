"""The order of notes in a text, and their labels."""

from tests.edition.conftest import Copy, weather


def test_notes_are_in_reading_order_whatever_their_files_are_called(project: Copy) -> None:
    notes = [f"- {{at: s{n}, kind: gloss, lead: Words {n}.}}\n" for n in (5, 0, 3)]
    project.notes(notes[0], name="a.yml").notes(notes[1], name="z.yml").notes(notes[2])
    text = weather(project)
    assert [note.label for note in text.notes] == ["0a", "1a", "2a", "3a", "4a", "5a"]


def test_behind_a_sentence_problems_come_first_and_withdrawn_notes_last(project: Copy) -> None:
    claim = "kind: claim, lead: Words., checked: 2026-11-23"
    project.notes(
        "- {id: gone, at: s3, kind: gloss, lead: Words., status: withdrawn}\n"
        "- {id: plain, at: s3, kind: gloss, lead: Words.}\n"
        f"- {{id: open, at: s3, {claim}, verdict: not-checkable}}\n"
        f"- {{id: fine, at: s3, {claim}, verdict: supported, sources: [{{source: almanac}}]}}\n"
        f"- {{id: bad, at: s3, {claim}, verdict: needs-context, sources: [{{source: almanac}}]}}\n"
    )
    notes = weather(project).by_sentence["s3"]
    assert [note.record.id for note in notes] == ["bad", "open", "fine", "plain", "gone"]
    assert [note.label for note in notes] == ["3a", "3b", "3c", "3d", "3e"]


def test_of_equal_notes_the_one_on_the_earlier_and_longer_words_comes_first(
    project: Copy,
) -> None:
    quotes = ["Nobody was", "was", "Nobody was hurt", "hurt"]
    project.notes("".join(f"- {{at: s3, quote: {q}, kind: gloss, lead: {q}.}}\n" for q in quotes))
    notes = weather(project).by_sentence["s3"]
    assert [note.record.quote for note in notes] == [
        "Nobody was hurt",
        "Nobody was",
        "was",
        "hurt",
    ]


def test_labels_after_z(project: Copy) -> None:
    project.notes("- {at: s3, kind: gloss, lead: Words.}\n" * 30)
    labels = [note.label for note in weather(project).by_sentence["s3"]]
    assert labels[24:] == ["3y", "3z", "3aa", "3ab", "3ac", "3ad"]


def test_a_note_over_several_sentences_stands_behind_the_last(project: Copy) -> None:
    project.notes("- {id: both, at: [s2, s3], kind: gloss, lead: Words.}\n")
    text = weather(project)
    assert [note.anchor for note in text.by_sentence["s3"]] == ["note-both"]
    assert "note-both" not in [note.anchor for note in text.by_sentence["s2"]]
