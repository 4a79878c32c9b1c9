import json
import shutil
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import State
from annotated_reader.edition import Edition, Project, TextEdition, build_edition, shorten
from annotated_reader.evidence import QuoteState
from annotated_reader.problems import has_errors
from tests.edition.conftest import BASE, Copy
from tests.text.test_document import FIRST_WORDS

FOLDER = "annotations/the-weather"


def _weather(project: Copy) -> TextEdition:
    edition, problems = project.build()
    assert problems == []
    return edition.text("the-weather")


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


def test_notes_are_in_reading_order_whatever_their_files_are_called(project: Copy) -> None:
    notes = [f"- {{at: s{n}, kind: gloss, lead: Words {n}.}}\n" for n in (5, 0, 3)]
    project.notes(notes[0], name="a.yml").notes(notes[1], name="z.yml").notes(notes[2])
    text = _weather(project)
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
    notes = _weather(project).by_sentence["s3"]
    assert [note.record.id for note in notes] == ["bad", "open", "fine", "plain", "gone"]
    assert [note.label for note in notes] == ["3a", "3b", "3c", "3d", "3e"]


def test_of_equal_notes_the_one_on_the_earlier_and_longer_words_comes_first(
    project: Copy,
) -> None:
    quotes = ["Nobody was", "was", "Nobody was hurt", "hurt"]
    project.notes("".join(f"- {{at: s3, quote: {q}, kind: gloss, lead: {q}.}}\n" for q in quotes))
    notes = _weather(project).by_sentence["s3"]
    assert [note.record.quote for note in notes] == [
        "Nobody was hurt",
        "Nobody was",
        "was",
        "hurt",
    ]


def test_labels_after_z(project: Copy) -> None:
    project.notes("- {at: s3, kind: gloss, lead: Words.}\n" * 30)
    labels = [note.label for note in _weather(project).by_sentence["s3"]]
    assert labels[24:] == ["3y", "3z", "3aa", "3ab", "3ac", "3ad"]


def test_a_note_over_several_sentences_stands_behind_the_last(project: Copy) -> None:
    project.notes("- {id: both, at: [s2, s3], kind: gloss, lead: Words.}\n")
    text = _weather(project)
    assert [note.anchor for note in text.by_sentence["s3"]] == ["note-both"]
    assert "note-both" not in [note.anchor for note in text.by_sentence["s2"]]


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


@pytest.mark.parametrize(
    ("record", "seed", "title"),
    [
        ("title: Rain\n", "Weather\n\nIt rained.\n", "Rain"),
        ("language: en\n", "Weather\n\nIt rained.\n", "Weather"),
        ("language: en\n", "It rained.\n", "valley"),
    ],
)
def test_the_title(project: Copy, record: str, seed: str, title: str) -> None:
    project.write("seeds/valley.txt", seed).write("annotations/valley/text.yml", record)
    edition, problems = project.build()
    assert problems == []
    assert edition.text("valley").title == title


@pytest.mark.parametrize(
    ("record", "direction"),
    [
        ("language: ar", "rtl"),
        ("language: he-IL", "rtl"),
        ("language: ku", "ltr"),
        ("language: ku-Arab", "rtl"),
        ("language: az-Arab-IR", "rtl"),
        ("language: ur-Latn", "ltr"),
        ("language: hy", "ltr"),
        ("{language: en, direction: rtl}", "rtl"),
        ("{language: ar, direction: ltr}", "ltr"),
    ],
)
def test_the_direction(project: Copy, record: str, direction: str) -> None:
    project.write("seeds/valley.txt", "A.\n").write("annotations/valley/text.yml", record + "\n")
    edition, problems = project.build()
    assert problems == []
    assert edition.text("valley").direction == direction


def test_a_seed_in_markdown(project: Copy) -> None:
    project.write("seeds/valley.md", "# The valley\n\nIt rained.\n\n## The river\n\nIt rose.\n")
    edition, problems = project.build()
    assert problems == []
    text = edition.text("valley")
    assert text.title == "The valley"
    assert [text.words(s.id) for s in text.document.sentences] == [
        *("The valley", "It rained.", "The river", "It rose."),
    ]


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


def test_notes_of_one_text_do_not_disturb_another(project: Copy) -> None:
    project.write("seeds/valley.txt", "It rained.\n")
    project.write("annotations/valley/sentences.tsv", "s1\tIt rained.\n")
    project.write("annotations/valley/bad.yml", "notes: [")
    project.notes("- {id: the-rain, at: s1, kind: gloss, lead: Words.}\n", text="valley")
    edition, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R010"]
    assert [len(text.notes) for text in edition.texts] == [3, 1]


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


def test_naughty_strings_as_seeds_and_notes(outside: Path, tmp_path: Path) -> None:
    path = outside / "fixtures" / "blns" / "blns.json"
    strings = json.loads(path.read_text(encoding="utf-8"))
    assert len(strings) > 500
    shown = 0
    for number, string in enumerate(strings):
        project = Copy(tmp_path / str(number))
        project.write("seeds/naughty.txt", f"A title\n\nBefore it. {string} And after it.\n")
        note = {"at": "s1", "kind": "gloss", "lead": string, "note": string, "quote": string}
        wild = {**note, "id": string, "see": [string], "by": [string]}
        tame = {"at": "s1", "kind": "gloss", "lead": f"It is {string}"[:400]}
        content = yaml.safe_dump({"notes": [note, wild, tame]}, allow_unicode=True)
        project.write("annotations/naughty/notes.yml", content)
        edition, problems = project.build()
        assert problems, string
        for text in edition.texts:
            assert "".join(text.document.pieces()).count(string) >= 1
            leads = [note.record.lead for note in text.notes]
            shown += tame["lead"] in leads
    # The others hold characters that hide or reorder text, or that YAML cannot hold.
    assert shown > 480


_NOTE_KEYS = {
    "id": st.sampled_from(["a", "b", "the-rain", "S", "s1", ""]),
    "at": st.sampled_from(["s0", "s1", "s5", "s6", "s9", ["s1", "s2"], ["s2", "s1"], [], "x"]),
    "quote": st.sampled_from(["rained", "the", " ", "rain", "elephants", "It … valley", "\u200b"]),
    "prefix": st.sampled_from(["It", "and", " ", "x"]),
    "suffix": st.sampled_from(["all", "bridge", "—", "x"]),
    "kind": st.sampled_from(["gloss", "claim", "citation", "cross-reference", "x"]),
    "verdict": st.sampled_from(["supported", "disputed", "contradicted", "unverified", "x"]),
    "reasons": st.sampled_from([["unclear"], ["x"], [], "x"]),
    "lead": st.sampled_from(["Words.", "<b>", "[a](b)", "", None]),
    "note": st.sampled_from(["One.\n\nTwo.\n", "![a](b)", "> " * 50]),
    "sources": st.sampled_from([[{"source": "almanac"}], [{"source": "x"}], [{}], [None], "x"]),
    "see": st.sampled_from([["s2"], ["a"], ["the-rain"], ["x#y"], ["#"], "s2"]),
    "relation": st.sampled_from(["repeats", "x"]),
    "searched": st.sampled_from([["here"], "here"]),
    "checked": st.sampled_from(["2026-11-23", "2026-02-30", "today"]),
    "status": st.sampled_from(["current", "withdrawn", "x"]),
    "xyz": st.none(),
}
_NOTES = st.lists(st.fixed_dictionaries({}, optional=_NOTE_KEYS), max_size=4)


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the base that is used again and again."""
    root = tmp_path_factory.mktemp("bench") / "project"
    shutil.copytree(BASE, root)
    return Copy(root)


@given(notes=_NOTES)
def test_any_notes_give_an_edition_and_located_problems(
    bench: Copy, notes: list[dict[str, object]]
) -> None:
    bench.write(f"{FOLDER}/more.yml", yaml.safe_dump({"notes": notes}))
    edition, problems = build_edition(Project.at(bench.root))
    _check(edition, ids_differ=all(problem.code != "R204" for problem in problems))
    for problem in problems:
        assert problem.place.line > 0
        assert str(problem).splitlines() == [str(problem)]
    kept = sum(len(text.notes) + len(text.unplaced) for text in edition.texts)
    assert kept == 3 + len(notes) or has_errors(problems)


def _check(edition: Edition, *, ids_differ: bool) -> None:
    """Everything that an edition promises to those who show it."""
    for text in edition.texts:
        anchors = [note.anchor for note in (*text.notes, *text.unplaced)]
        assert not ids_differ or len(set(anchors)) == len(anchors)
        assert sum(map(len, text.by_sentence.values())) == len(text.notes)
        for note in text.notes:
            first = text.sentence(note.target.sentences[0])
            last = text.sentence(note.target.sentences[-1])
            assert first.start <= note.target.start < note.target.end <= last.end
        known = {*anchors, *(sentence.id for sentence in text.document.sentences)}
        assert set(text.backlinks) <= known


def test_the_core_needs_no_recursion_for_long_texts(tmp_path: Path) -> None:
    project = Copy(tmp_path).write("seeds/long.txt", f"{'It rained all day. ' * 200}\n\n" * 100)
    before = sys.getrecursionlimit()
    edition, problems = project.build()
    assert problems == []
    assert edition.text("long").counts.sentences == 20_000
    assert sys.getrecursionlimit() == before


def test_after_an_edit_sentences_that_are_there_keep_their_ids(project: Copy) -> None:
    seed = (BASE / "seeds" / "the-weather.txt").read_text(encoding="utf-8")
    project.write("seeds/the-weather.txt", seed.replace("Nobody was", "At last nobody at all was"))
    edition, problems = project.build()
    assert any(" R503 " in problem for problem in problems)
    text = edition.text("the-weather")
    assert text.words("s4") == "The mayor said that the bridge was safe."
    assert text.words("s2") == "The river rose, and the bridge was closed."
    assert [note.label for note in text.notes] == ["1a", "2a", "4a"]


def test_a_new_id_is_above_all_that_ever_were(project: Copy) -> None:
    seed = (BASE / "seeds" / "the-weather.txt").read_text(encoding="utf-8")
    project.write("seeds/the-weather.txt", "An almanac of rain\n\n" + seed)
    edition, _ = project.build()
    text = edition.text("the-weather")
    new = [s.id for s in text.document.sentences if text.words(s.id) == "An almanac of rain"]
    assert len(new) == 1
    assert int(new[0].removeprefix("s")) > 6


def test_an_id_that_has_gone_from_the_list_is_not_given_to_another_sentence(
    project: Copy,
) -> None:
    # The line of s4 is missing, so the list does not fit; its note must not slip elsewhere.
    name = f"{FOLDER}/sentences.tsv"
    lines = (BASE / name).read_text(encoding="utf-8").splitlines(keepends=True)
    project.write(name, "".join(line for line in lines if not line.startswith("s4")))
    edition, problems = project.build()
    assert any(" R503 " in problem for problem in problems)
    assert "s4" not in [s.id for s in edition.text("the-weather").document.sentences]


def test_an_edit_of_many_equal_sentences_takes_no_quadratic_time(project: Copy) -> None:
    source = "Yes.\n\n" * 4000
    project.write("seeds/yes.txt", source)
    listed = "".join(f"s{n}\tYes.\n" for n in range(1, 4001))
    project.write("annotations/yes/sentences.tsv", listed)
    project.write("seeds/yes.txt", "No.\n\n" + source)
    before = time.perf_counter()
    _, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R503"]
    # Tenths of a second when it is linear.
    assert time.perf_counter() - before < 4


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


def test_a_long_passage_is_shortened_around_what_changed() -> None:
    before = "word " * 40 + "changed " + "word " * 40
    assert shorten(before, 30).startswith("word word")
    assert shorten(before, 30).endswith(" …")
    window = shorten(before, 30, around=before.index("changed"))
    assert "changed" in window
    assert window.startswith("… ")
    assert len(window) <= 34
    assert shorten("short", 30, around=3) == "short"


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
