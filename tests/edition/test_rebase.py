from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import State
from annotated_reader.anchoring.revision import ChangeKind
from annotated_reader.edition import (
    Project,
    Rebase,
    RebasedNote,
    build_edition,
    count_states,
    find_texts,
    read_document,
    rebase_text,
)
from annotated_reader.problems import Problem, Severity, has_errors
from annotated_reader.text import format_sentence_list
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "rebase.yml")
EDITS = [case for case in CASES if "states" in case.values[0]]
FOLDER = "annotations/essay"
TODAY = "2026-11-24"
CODES = {State.MOVED: "R109", State.EDITED: "R110", State.AMBIGUOUS: "R111", State.LOST: "R112"}
KEPT = {State.EXACT: "kept"}


def _write(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8"))


def _lock(root: Path) -> None:
    project = Project.at(root)
    for text in find_texts(project)[0]:
        reading, _ = read_document(text, project, "en")
        assert reading is not None
        _write(
            root, f"annotations/{text.slug}/sentences.tsv", format_sentence_list(reading.document)
        )


def _seed(root: Path, case: dict[str, Any], key: str) -> None:
    name = "essay.md" if case.get("markdown") else "essay.txt"
    _write(root, f"seeds/{name}", case[key])


def _edited(root: Path, case: dict[str, Any]) -> Path:
    """Write the project of a case, as it is after the edit of its seed."""
    _seed(root, case, "before")
    _write(root, f"{FOLDER}/notes.yml", f"notes:\n{case['notes'].rstrip()}\n")
    for name, content in case.get("beside", {}).items():
        _write(root, f"annotations/{name}", content)
    if "beside" in case:
        _write(root, "seeds/other.txt", "It rained. It snowed.\n")
    _lock(root)
    _seed(root, case, "after")
    return root


def _rebase(root: Path) -> tuple[Rebase | None, list[Problem]]:
    project = Project.at(root)
    text = next(text for text in find_texts(project)[0] if text.slug == "essay")
    return rebase_text(text, project, TODAY)


def _done(root: Path) -> Rebase:
    result, problems = _rebase(root)
    assert problems == []
    assert result is not None
    return result


def _contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _built(root: Path) -> tuple[dict[str, str], set[int]]:
    """Return the words of each note that has a place, by id, and the lines with an error."""
    edition, problems = build_edition(Project.at(root))
    text = edition.text("essay")
    spans = {note.record.id: note.target for note in text.notes}
    words = {id_: text.document.source[s.start : s.end].split() for id_, s in spans.items()}
    faulty = {p.place.line for p in problems if p.severity is Severity.ERROR}
    return {id_: " ".join(parts) for id_, parts in words.items()}, faulty


def _take_over(rebase: Rebase) -> None:
    for path, content in rebase.files.items():
        path.write_bytes(content.encode("utf-8"))


def _sentences(rebase: Rebase) -> list[str]:
    document = rebase.revision.document
    lines = []
    for change in rebase.revision.changes:
        old = [rebase.revision.listed[index].id for index in change.old]
        new = [document.sentences[index].id for index in change.new]
        if change.kind is not ChangeKind.UNCHANGED:
            lines.append(f"{change.kind} {' '.join(dict.fromkeys([*old, *new]))}")
    return sorted(lines)


def _states(rebase: Rebase) -> list[str]:
    return [
        f"{note.name} {KEPT.get(note.carried.state, note.carried.state)}: {note.carried.reason}"
        for note in rebase.notes
    ]


def _links(rebase: Rebase) -> list[str]:
    return [
        f"{link.place.file.removeprefix('annotations/')}:{link.place.line}: "
        f"{link.sentence}{f', now {link.now}' if link.now else ''}"
        for link in rebase.pointers
    ]


def _remarks(rebase: Rebase) -> list[str]:
    return [f"{note.name}: {note.remark}" for note in rebase.notes if note.remark]


def _as_told(found: list[str], expected: list[str]) -> list[str]:
    """Leave off the reasons of which nothing is said."""
    pairs = zip(found, expected, strict=True)
    return [found if ": " in told else found.partition(":")[0] for found, told in pairs]


@pytest.mark.parametrize("case", CASES)
def test_what_becomes_of_sentences_and_notes(case: dict[str, Any], tmp_path: Path) -> None:
    result, problems = _rebase(_edited(tmp_path, case))
    assert problems == []
    if "states" not in case:
        assert result is None
        return
    assert result is not None
    assert _as_told(_states(result), case["states"]) == case["states"]
    assert _links(result) == case.get("links", [])
    assert _remarks(result) == case.get("remarks", [])
    assert _sentences(result) == case.get("sentences", _sentences(result))


@pytest.mark.parametrize("case", EDITS)
def test_what_is_to_be_written(case: dict[str, Any], tmp_path: Path) -> None:
    files = dict(_done(_edited(tmp_path, case)).files)
    listed = files.pop(tmp_path / FOLDER / "sentences.tsv")
    lines = [line for line in listed.splitlines() if not line.startswith("#")]
    if "list" in case:
        assert [line.replace("\t", "→") for line in lines] == case["list"].splitlines()
    expected = {
        tmp_path / "annotations" / name: content
        for name, content in case.get("beside written", {}).items()
    }
    if "written" in case:
        expected[tmp_path / FOLDER / "notes.yml"] = f"notes:\n{case['written']}"
    assert files == expected


@pytest.mark.parametrize("case", EDITS)
def test_a_build_says_the_same_and_changes_nothing(case: dict[str, Any], tmp_path: Path) -> None:
    root = _edited(tmp_path, case)
    before = _contents(root)
    _, problems = build_edition(Project.at(root))
    assert "R503" in [problem.code for problem in problems]
    told = {(p.code, p.place.line) for p in problems if p.code in CODES.values()}
    result = _done(root)
    told_before = [n for n in result.notes if not n.carried.findings]
    assert told == {
        (
            CODES[note.carried.state],
            note.entry.place("quote" if note.entry.record.quote else "at").line,
        )
        for note in told_before
        if note.carried.state in CODES
    }
    assert _contents(root) == before


@pytest.mark.parametrize("case", EDITS)
def test_what_was_written_fits_and_hides_nothing(case: dict[str, Any], tmp_path: Path) -> None:
    result = _done(_edited(tmp_path, case))
    _take_over(result)
    assert _rebase(tmp_path)[0] is None
    words, faulty = _built(tmp_path)
    assert words == {note.name: note.carried.after for note in result.notes if note.placed}
    unplaced = {line for note in result.notes if not note.placed for line in _lines(note)}
    links = {link.place.line for link in result.broken}
    assert links <= faulty <= links | unplaced
    assert all(_lines(note) & faulty for note in result.notes if not note.placed)


def _lines(note: RebasedNote) -> set[int]:
    return {note.entry.place(*key).line for key in ((), ("at",), ("quote",))}


def test_every_state_and_every_change_has_a_case(tmp_path: Path) -> None:
    results = [_done(_edited(tmp_path / str(n), case.values[0])) for n, case in enumerate(EDITS)]
    states = {
        state for result in results for state, number in count_states(result).items() if number
    }
    assert states == set(State)
    assert {change.kind for result in results for change in result.revision.changes} == set(
        ChangeKind
    )


_WORD = st.sampled_from("rain river bridge mayor valley night old new rose fell said no".split())
_SENTENCE = st.lists(_WORD, min_size=1, max_size=9).map(lambda words: " ".join(words).capitalize())
_TEXT = st.lists(_SENTENCE, min_size=1, max_size=7)


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(f"{sentence}." for sentence in sentences)


@st.composite
def _notes(draw: st.DrawFn, sentences: list[str]) -> str:
    lines = []
    for number in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, len(sentences) - 1))
        words = sentences[index].split()
        start = draw(st.integers(0, len(words) - 1))
        quote = " ".join(words[start : draw(st.integers(start + 1, len(words)))])
        at, said = f"at: s{index + 1}, ", f"quote: '{quote}', "
        place = draw(st.sampled_from([at, said, at + said]))
        lines.append(f"- {{id: n{number}, {place}kind: gloss, lead: L}}")
    return "\n".join(lines)


@st.composite
def _edit(draw: st.DrawFn, sentences: list[str]) -> list[str]:
    new = list(sentences)
    for _ in range(draw(st.integers(1, 3))):
        index = draw(st.integers(0, len(new) - 1))
        words = new[index].split()
        changed = [*words[: len(words) // 2], draw(_WORD), *words[len(words) // 2 + 1 :]]
        moved = new[:index] + new[index + 1 :] + [new[index]]
        half = len(words) // 2 or 1
        parts = [" ".join(words[:half]), " ".join(words[half:]).capitalize()]
        new = draw(
            st.sampled_from(
                [
                    [*new[:index], " ".join(changed), *new[index + 1 :]],
                    new[:index] + new[index + 1 :] or new,
                    [*new[:index], draw(_SENTENCE), *new[index:]],
                    moved,
                    [*new[:index], *(part for part in parts if part), *new[index + 1 :]],
                    [*new[:index], " ".join(new[index : index + 2]), *new[index + 2 :]],
                ]
            )
        )
    return new


@given(st.data())
def test_whatever_is_edited_no_note_is_dropped_or_moved_in_silence(data: st.DataObject) -> None:
    before = data.draw(_TEXT)
    case = {"before": _paragraphs(before), "after": _paragraphs(data.draw(_edit(before)))}
    with TemporaryDirectory() as folder:
        root = _edited(Path(folder), {**case, "notes": data.draw(_notes(before))})
        result, problems = _rebase(root)
        assert problems == []
        if result is None:
            return
        _take_over(result)
        assert _rebase(root)[0] is None
        words, faulty = _built(root)
        for note in result.notes:
            # What had no place before may have one by chance now; it was told of.
            if not note.carried.findings:
                assert (note.entry.place().line in faulty) is not note.placed
                assert words.get(note.name) == (note.carried.after if note.placed else None)


PLAIN = {
    "before": "The first guest came in. Nobody else went out.",
    "after": "The first guest came in late. Nobody else went out.",
    "notes": "- {id: a, at: s1, quote: guest came in, kind: gloss, lead: L}",
}


def test_comments_in_the_list_stay_where_they_were(tmp_path: Path) -> None:
    _edited(tmp_path, {**PLAIN, "after": "Nobody else went out. The first guest came in."})
    listed = "# Ours.\r\n\r\ns1\tThe first guest came in.\r\n# why\r\n# it is one\r\ns2\tNobody else went out.\r\n# end\r\n"
    _write(tmp_path, f"{FOLDER}/sentences.tsv", listed)
    assert _done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"] == (
        "# Ours.\r\n# why\r\n# it is one\r\ns2\tNobody else went out.\r\ns1\tThe first guest came in.\r\n# end\r\n"
    )


def test_a_list_without_comments_gets_ours(tmp_path: Path) -> None:
    _edited(tmp_path, PLAIN)
    _write(
        tmp_path,
        f"{FOLDER}/sentences.tsv",
        "s1\tThe first guest came in.\ns2\tNobody else went out.\n",
    )
    listed = _done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"]
    assert listed.startswith("# The sentences of this text")
    assert listed.endswith(
        "\ns1\tThe first guest came in late.\tedited 2026-11-24\ns2\tNobody else went out.\n"
    )


def test_an_id_that_was_retired_before_is_never_used_again(tmp_path: Path) -> None:
    _edited(
        tmp_path,
        {**PLAIN, "after": "The first guest came in. Somebody slept. Nobody else went out."},
    )
    listed = (
        "s1\tThe first guest came in.\ns2\tNobody else went out.\ns7\tSomebody slept.\tretired\n"
    )
    _write(tmp_path, f"{FOLDER}/sentences.tsv", listed)
    assert _done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"].splitlines()[-4:] == [
        "s1\tThe first guest came in.",
        "s8\tSomebody slept.",
        "s2\tNobody else went out.",
        "s7\tSomebody slept.\tretired",
    ]


def test_links_from_another_text_are_found(tmp_path: Path) -> None:
    _edited(tmp_path, {**PLAIN, "after": "The first guest came in."})
    _write(tmp_path, "seeds/other.txt", "Two. Three.")
    note = "- {at: s1, kind: cross-reference, relation: repeats, see: [essay#s2, s2, essay#s1]}"
    _write(tmp_path, "annotations/other/notes.yml", f"notes:\n{note}\n")
    (link,) = _done(tmp_path).broken
    assert str(link.place) == "annotations/other/notes.yml:2:60"
    assert (link.sentence, link.words, link.now) == ("s2", "Nobody else went out.", "")


def test_links_of_a_note_with_faults_wait_until_it_is_mended(tmp_path: Path) -> None:
    case = {"before": "One. Two.", "after": "One.", "notes": "- {at: s1, kind: gloss, lead: a}"}
    _write(tmp_path, "seeds/other.txt", "Two. Three.")
    note = "- {at: s1, kind: cross-reference, see: [null, essay#s2]}"
    _write(tmp_path, "annotations/other/notes.yml", f"notes:\n{note}\n")
    assert _done(_edited(tmp_path, case)).pointers == ()


def test_notes_in_several_files(tmp_path: Path) -> None:
    _edited(tmp_path, {**PLAIN, "after": "The first guest came right in. Nobody else went out."})
    more = "notes:\n- {at: s2, kind: gloss, lead: L}\n- {at: s1, quote: came in, kind: gloss, lead: L}\n"
    _write(tmp_path, f"{FOLDER}/more.yml", more)
    result = _done(tmp_path)
    assert {path.name for path in result.files} == {"sentences.tsv", "notes.yml", "more.yml"}
    assert result.notes[0].name == f"{FOLDER}/more.yml:2:3"
    written = result.files[tmp_path / FOLDER / "more.yml"]
    assert written == more.replace("came in", "came right in")


BROKEN = [
    ("- {id: a, at: s1, lead: [}", "notes.yml:2:"),
    ("- {id: a, at: s1, kind: gloss, led: L}", "notes.yml:2:32: R201"),
    ("- ? quote\n  : guest came in\n  kind: gloss\n  lead: L", "notes.yml: R015"),
]


@pytest.mark.parametrize(("notes", "told"), BROKEN)
def test_a_faulty_file_of_notes_stops_everything(notes: str, told: str, tmp_path: Path) -> None:
    _edited(tmp_path, {**PLAIN, "after": "Nobody else went out.", "notes": notes})
    result, problems = _rebase(tmp_path)
    assert result is None
    assert has_errors(problems)
    assert str(problems[0]).startswith(f"{FOLDER}/{told}")


@pytest.mark.parametrize("name", ["notes.yml", "sentences.tsv"])
def test_a_file_behind_a_link_stops_everything(name: str, tmp_path: Path) -> None:
    path = _edited(tmp_path, PLAIN) / FOLDER / name
    path.rename(tmp_path / name)
    path.symlink_to(tmp_path / name)
    result, problems = _rebase(tmp_path)
    assert result is None
    assert [(p.code, p.place.file) for p in problems] == [("R002", f"{FOLDER}/{name}")]
