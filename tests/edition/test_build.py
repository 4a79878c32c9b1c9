"""The edition as a whole."""

from pathlib import Path

import pytest

from annotated_reader.anchoring import State
from annotated_reader.edition import Project, build_edition
from tests.edition.conftest import FOLDER, Copy
from tests.text.test_document import FIRST_WORDS


def test_the_base(project: Copy) -> None:
    edition, problems = project.build()
    assert problems == []
    (text,) = edition.texts
    assert edition.text("the-weather") is text
    assert (text.slug, text.title, text.direction) == ("the-weather", "The weather", "ltr")
    assert [str(place) for place in text.files] == [f"{FOLDER}/notes.yml"]
    assert text.words("s3") == "Nobody was hurt."
    assert text.unplaced == ()
    rain, bridge, mayor = text.notes
    assert (rain.anchor, rain.label, str(rain.place)) == (
        "note-the-rain",
        "1a",
        f"{FOLDER}/notes.yml:2:3",
    )
    assert text.document.source[rain.target.start : rain.target.end] == "rained all day"
    assert rain.verdict is edition.vocabulary.verdicts["supported"]
    assert [(c.source.id, c.locator, c.quote, c.relation) for c in rain.citations] == [
        ("gazette-2020", "p. 3", "rain from morning to night", "supports")
    ]
    assert (bridge.verdict, bridge.citations) == (None, ())
    assert (mayor.anchor, mayor.label) == ("n4a", "4a")
    assert text.by_sentence == {"s1": (rain,), "s2": (bridge,), "s4": (mayor,)}
    assert [(use.text, use.note) for use in edition.uses["almanac"]] == [("the-weather", mayor)]


def test_building_twice_gives_the_same(project: Copy) -> None:
    project.notes("- {at: s1, quote: elephants, kind: gloss}\n- {at: s9, kind: gloss, lead: a}\n")
    assert project.build() == project.build()


def test_a_text_without_notes_needs_no_sentence_list(project: Copy) -> None:
    project.write("seeds/valley.txt", "It rained.\n")
    edition, problems = project.build()
    assert problems == []
    assert edition.text("valley").unchecked == ("s1",)


def test_an_own_vocabulary_takes_the_place_of_the_default(project: Copy) -> None:
    project.write(
        "annotations/verdicts.yml",
        "verdicts:\n- {id: supported, label: So it is, meaning: It is so., badge: Y,"
        " tone: supported, line: solid}\n",
    )
    edition, problems = project.build()
    assert problems == []
    assert list(edition.vocabulary.verdicts) == ["supported"]
    verdict = edition.text("the-weather").notes[0].verdict
    assert verdict is not None
    assert verdict.label == "So it is"


def test_an_edition_is_frozen(project: Copy) -> None:
    edition, _ = project.build()
    text = edition.texts[0]
    with pytest.raises(AttributeError):
        text.title = "Another"  # type: ignore[misc]
    with pytest.raises(TypeError):
        text.by_sentence["s1"] = ()  # type: ignore[index]
    with pytest.raises(TypeError):
        edition.uses["almanac"] = ()  # type: ignore[index]


def test_this_edition(root: Path) -> None:
    edition, problems = build_edition(Project.at(root))
    assert [str(problem) for problem in problems] == []
    text = edition.text("9-november-agreement")
    assert text.title == "9 November Agreement"
    assert [text.words(f"s{n}").startswith(w) for n, w in enumerate(FIRST_WORDS)] == [True] * 22
    assert text.unplaced == ()
    assert len(text.notes) > 80
    assert {note.target.state for note in text.notes} == {State.EXACT}
    for note in text.notes:
        words = text.document.source[note.target.start : note.target.end]
        assert note.target.quoted == bool(note.record.quote)
        assert words.strip()
    speaker = next(note for note in text.notes if note.record.id == "speaker-not-president")
    assert text.document.source[slice(speaker.target.start, speaker.target.end)] == (
        "beat the president"
    )
    assert speaker.target.sentences == ("s20",)
    assert speaker.verdict is not None
    assert speaker.verdict.id == "contradicted"
