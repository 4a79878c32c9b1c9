"""Whatever the files hold, there is an edition, or problems at their places."""

import json
import shutil
import sys
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.problems import has_errors
from tests.edition.conftest import BASE, FOLDER, Copy


def test_notes_of_one_text_do_not_disturb_another(project: Copy) -> None:
    project.write("seeds/valley.txt", "It rained.\n")
    project.write("annotations/valley/sentences.tsv", "s1\tIt rained.\n")
    project.write("annotations/valley/bad.yml", "notes: [")
    project.notes("- {id: the-rain, at: s1, kind: gloss, lead: Words.}\n", text="valley")
    edition, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R010"]
    assert [len(text.notes) for text in edition.texts] == [3, 1]


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
