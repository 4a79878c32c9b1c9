from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder, find_hiding_character
from annotated_reader.notes import NoteRecord
from annotated_reader.notes.format import SourceUse
from annotated_reader.notes.writing import mapping_yaml, notes_yaml
from annotated_reader.notes.yaml_reader import read_yaml

_ANY = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(list("\n\t :#-'\"&*%@`{}[]|>,?!\\~\x85\u2028\xa0\r")),
    min_size=1,
).filter(lambda text: not find_hiding_character(text))


def test_a_note_looks_as_a_person_would_write_it() -> None:
    note = NoteRecord(
        kind="claim",
        id="one",
        at=["s1", "s2"],
        quote="words: of the text",
        verdict="disputed",
        reasons=["outdated"],
        lead='It says "no".',
        note="First.\n\nSecond.\n",
        sources=[SourceUse(source="a", locator="p. 3"), SourceUse(source="b")],
        searched=["Here"],
        by=["ann", "J. Doe, Jr."],
        checked="2026-01-02",
    )
    assert notes_yaml([note], ["From x"]) == (
        """\
# From x
notes:

- id: one
  at: [s1, s2]
  quote: "words: of the text"
  kind: claim
  verdict: disputed
  reasons: [outdated]
  lead: "It says \\"no\\"."
  note: |
    First.

    Second.
  sources:
  - source: a
    locator: p. 3
    relation: context
  - source: b
    relation: context
  searched:
  - "Here"
  by: [ann, "J. Doe, Jr."]
  checked: 2026-01-02
"""
    )


def test_a_file_without_notes() -> None:
    assert notes_yaml([]) == "notes: []\n"


@pytest.mark.parametrize("text", ["null", "yes", "~", "", "- a", "a: b", "a #b", " a", "a ", "1e3"])
def test_what_yaml_could_misread_is_quoted(text: str, tmp_path: Path) -> None:
    assert _read(mapping_yaml({"key": text}), tmp_path) == {"key": text}


@given(st.dictionaries(st.sampled_from(["lead", "note", "at", "x"]), _ANY | st.lists(_ANY)))
def test_what_is_written_reads_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    values = {key: value for key, value in values.items() if value}
    path = tmp_path_factory.getbasetemp()
    assert _read(mapping_yaml(values), path) == values


def _read(text: str, folder: Path) -> object:
    path = folder / "x.yml"
    path.write_text(text, encoding="utf-8", newline="\n")
    file, problems = read_yaml(path, Folder(folder, "x"))
    assert file is not None, problems
    return file.data
