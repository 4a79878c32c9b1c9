from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder, find_hiding_character
from annotated_reader.notes import CHRONOLOGY_FILE, PIECES_FILE, TEXT_FILE, NoteRecord, read_notes
from annotated_reader.notes.rewriting import Steps, rewrite_values
from annotated_reader.notes.yaml_scalars import Value
from tests.cases import Case, block_cases, lines_of
from tests.conftest import ROOT

FIXTURES = Path(__file__).parent / "fixtures"
NO_NOTES = {TEXT_FILE, PIECES_FILE, CHRONOLOGY_FILE}
FILES = [
    path for path in sorted((ROOT / "annotations").glob("*/*.yml")) if path.name not in NO_NOTES
]


def _edits(part: str) -> dict[Steps, Value]:
    edits: dict[Steps, Value] = {}
    for line in lines_of(part):
        way, _, value = line.partition(":")
        number, *keys = (int(step) - 1 if step.isdigit() else step for step in way.split())
        value = value.removeprefix(" ")
        edits["notes", number, *keys] = _ids(value) if keys == ["at"] else value
    return edits


def _of_note(number: int, values: dict[str, Value]) -> dict[Steps, Value]:
    return {("notes", number, key): value for key, value in values.items()}


def _ids(written: str) -> tuple[str, ...]:
    return tuple(written.strip("[]").split(", "))


@pytest.mark.parametrize("case", block_cases(FIXTURES / "rewriting.txt"))
def test_what_is_written(case: Case) -> None:
    content, edits, expected = case.parts[:3]
    written = rewrite_values(f"{content}\n", _edits(edits))
    assert written == (None if expected == "cannot" else f"{expected}\n")


def _read(folder: Path, content: str) -> list[NoteRecord]:
    path = folder / "n.yml"
    path.write_bytes(content.encode("utf-8"))
    entries, problems = read_notes([path], Folder(folder, "a"))
    assert problems == []
    return [entry.record for entry in entries]


@pytest.mark.parametrize("end", ["", "\n\n", "\n# the end"])
def test_the_end_of_a_file_without_a_last_line_break(end: str, tmp_path: Path) -> None:
    content = f"notes:\n- kind: gloss\n  quote: x\n  prefix: a{end}"
    written = rewrite_values(content, _of_note(0, {"at": ("s2",), "suffix": "b"}))
    assert written == f"notes:\n- at: s2\n  kind: gloss\n  quote: x\n  prefix: a\n  suffix: b{end}"
    written = rewrite_values(content, _of_note(0, {"prefix": ""}))
    assert written == f"notes:\n- kind: gloss\n  quote: x\n{end.removeprefix(chr(10))}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_in_our_own_files_only_the_line_of_the_value_changes(path: Path, tmp_path: Path) -> None:
    content = path.read_bytes().decode("utf-8")
    lines = content.split("\n")
    entries, problems = read_notes([path], Folder(path.parent, "a"))
    assert problems == []
    assert rewrite_values(content, {}) == content
    for number, entry in enumerate(entries):
        written = rewrite_values(content, _of_note(number, {"at": ("s99",)}))
        assert written is not None
        changed = [
            n
            for n, pair in enumerate(zip(lines, written.split("\n"), strict=True))
            if pair[0] != pair[1]
        ]
        assert changed == [entry.place("at").line - 1]
        assert _read(tmp_path, written)[number].sentences == ("s99",)


def test_there_are_files_of_our_own() -> None:
    assert len(FILES) > 3


LAYOUTS = [
    "notes:\n- kind: gloss\n  at: s1\n  quote: words\n  lead: A\n- {kind: gloss, at: s2}\n",
    'notes:\n- at: [s1, s2]  # c\n  quote: "words"  # c\n  kind: gloss\n  prefix: p\n  lead: A\n',
    "notes:\n  - at:\n    - s1\n    - s2\n    quote: 'words'\n    kind: gloss\n    suffix: p\n    lead: A\n",
    "notes:\n- quote: |  # c\n    words\n\n  lead: A\n  kind: gloss\n- kind: gloss\n  at: s3\n",
    "notes:\n    - kind: gloss\n      at: s1\n      quote: >-\n        words and\n        words\n# c\n",
    "notes:\n- {kind: gloss, at: s1, quote: words, prefix: p, suffix: q}\n- {kind: gloss, at: s4}\n",
    'notes: [{kind: gloss, "quote": "words"}, {at: s4, kind: gloss}]\n',
    "notes:\n- prefix: p\n  suffix: q\n  kind: gloss\n  quote: some\n    words\n",
    "notes:\n- {kind: gloss, at: [s1, s2],  # c\n   prefix: p,  # c\n   quote: 'x'}\n",
]
"""The ways in which notes are laid out."""

_MARKS = st.sampled_from(list("-:#?[]{},&*!|>'\"%@`~\\ \n\tаéԱ😀\u00a0\u2028\u0085.019eEnoxsy"))
_WORDS = st.one_of(
    st.lists(_MARKS, max_size=12).map("".join),
    st.text(max_size=40),
    st.sampled_from(["no", "12:30", "1e3", "null", "- x", ": x", "# x", "---", "a: b", "x:", "~"]),
    st.lists(st.sampled_from(["word", "—", "a:", "#1", "'s", '"']), max_size=60).map(" ".join),
)


def _can_be_read(words: str) -> bool:
    """Say whether a note may have these words at all."""
    visible = any(
        not c.isspace() and c not in "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060" for c in words
    )
    return visible and len(words) <= 1000 and not find_hiding_character(words)


_VALUES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {},
    optional={
        "at": st.lists(st.integers(0, 99).map("s{}".format), min_size=1, max_size=5).map(tuple),
        "quote": _WORDS.filter(_can_be_read),
        "prefix": st.one_of(st.just(""), _WORDS.filter(_can_be_read)),
        "suffix": st.one_of(st.just(""), _WORDS.filter(_can_be_read)),
    },
)


@given(st.sampled_from(LAYOUTS), st.booleans(), _VALUES)
def test_what_is_written_is_read_again_as_it_was_meant(
    tmp_path_factory: pytest.TempPathFactory, layout: str, windows: bool, values: dict[str, Value]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    content = layout.replace("\n", "\r\n") if windows else layout
    written = rewrite_values(content, _of_note(0, values))
    assert written is not None
    first, *others = _read(folder, written)
    before, *others_before = _read(folder, content)
    expected: dict[str, Any] = {**values}
    if "at" in values:
        expected["at"] = first.at
        assert first.sentences == values["at"]
    assert first == msgspec.structs.replace(before, **expected)
    assert others == others_before
    assert written.count("# c") == content.count("# c")
    if windows:
        assert written.count("\n") == written.count("\r\n")
