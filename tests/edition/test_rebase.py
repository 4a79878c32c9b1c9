"""What becomes of sentences and notes when a seed is edited: the cases of `fixtures/rebase.yml`."""

from pathlib import Path
from typing import Any

import pytest

from annotated_reader.anchoring import State
from annotated_reader.anchoring.revision import ChangeKind
from annotated_reader.edition import (
    Project,
    Rebase,
    RebasedNote,
    build_edition,
    count_states,
)
from tests.cases import yaml_cases
from tests.edition.edited_project import FOLDER, built, done, edited, rebased, take_over

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "rebase.yml")
EDITS = [case for case in CASES if "states" in case.values[0]]
CODES = {State.MOVED: "R109", State.EDITED: "R110", State.AMBIGUOUS: "R111", State.LOST: "R112"}
KEPT = {State.EXACT: "kept"}


def _contents(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


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
    result, problems = rebased(edited(tmp_path, case))
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
    files = dict(done(edited(tmp_path, case)).files)
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
    root = edited(tmp_path, case)
    before = _contents(root)
    _, problems = build_edition(Project.at(root))
    assert "R503" in [problem.code for problem in problems]
    told = {(p.code, p.place.line) for p in problems if p.code in CODES.values()}
    result = done(root)
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
    result = done(edited(tmp_path, case))
    take_over(result)
    assert rebased(tmp_path)[0] is None
    words, faulty = built(tmp_path)
    assert words == {note.name: note.carried.after for note in result.notes if note.placed}
    unplaced = {line for note in result.notes if not note.placed for line in _lines(note)}
    links = {link.place.line for link in result.broken}
    assert links <= faulty <= links | unplaced
    assert all(_lines(note) & faulty for note in result.notes if not note.placed)


def _lines(note: RebasedNote) -> set[int]:
    return {note.entry.place(*key).line for key in ((), ("at",), ("quote",))}


def test_every_state_and_every_change_has_a_case(tmp_path: Path) -> None:
    results = [done(edited(tmp_path / str(n), case.values[0])) for n, case in enumerate(EDITS)]
    states = {
        state for result in results for state, number in count_states(result).items() if number
    }
    assert states == set(State)
    assert {change.kind for result in results for change in result.revision.changes} == set(
        ChangeKind
    )
