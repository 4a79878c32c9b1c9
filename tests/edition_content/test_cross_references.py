"""The map of cross-references is in the notes."""

from pathlib import Path

import pytest
import yaml

from annotated_reader.edition import TextEdition

FILE = Path(__file__).with_name("cross_references.yml")
MAP: dict[str, list[list[str]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", MAP)
def test_notes_join_these_sentences(name: str, main_text: TextEdition) -> None:
    joined = {
        frozenset({sentence, reference.target.sentence})
        for note in main_text.notes
        for reference in note.references
        for sentence in note.target.sentences
    }
    assert [pair for pair in MAP[name] if frozenset(pair) not in joined] == []


def test_what_contradicts_inside_the_text_is_called_so(main_text: TextEdition) -> None:
    found = {
        (note.target.sentences[-1], reference.target.sentence)
        for note in main_text.notes
        for reference in note.references
        if reference.relation == "contradicts"
    }
    assert {("s6", "s8"), ("s6", "s11")} <= found
