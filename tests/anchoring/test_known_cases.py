"""Mistakes that other systems are known for, and notes that others made."""

import json
from pathlib import Path

import pytest

from annotated_reader.anchoring import Clue, Passages, Selector, State, anchor, locate
from annotated_reader.anchoring.revision import Carrier, revise
from annotated_reader.problems import Place
from annotated_reader.text import ListedSentence, cut

# Reported against the Hypothesis client (7571) and its server (2798, 2634): the words of a
# note were deleted or corrected, and it landed on the best score elsewhere.
OLD_BUGS = [
    pytest.param(
        "Team Alpha meets on Mondays in the hall. Team Beta meets on Fridays in the hall.",
        "Team Beta meets on Fridays in the hall.",
        Clue("Team Alpha meets on Mondays", "", " in the hall. Team Beta meets on", 0),
        id="a deleted team does not become the other one",
    ),
    pytest.param(
        "Robin wrote the first chapter of it. Later that year Robin wrote the second one alone.",
        "Robin wrote the first chapter of it. Later that year Elisa wrote the second one alone.",
        Clue("Robin", "chapter of it. Later that year ", " wrote the second one alone.", 53),
        id="a corrected name does not become an earlier one",
    ),
    pytest.param(
        "The kernel was written by Linus himself. It runs on many machines of today.",
        "The kernel was written by a student. It runs on many machines of today.",
        Clue("Linus", "kernel was written by ", " himself. It runs on many", 26),
        id="a name does not become a part of a word",
    ),
]


@pytest.mark.parametrize(("old", "new", "clue"), OLD_BUGS)
def test_what_is_gone_has_no_place_without_memory(old: str, new: str, clue: Clue) -> None:
    assert old[clue.position : (clue.position or 0) + len(clue.quote)] == clue.quote
    document, _ = cut(new, language="en", markdown=False, listed=[])
    assert document is not None
    assert locate(Passages(document), clue).state in (State.LOST, State.AMBIGUOUS)


@pytest.mark.parametrize(("old", "new", "clue"), OLD_BUGS)
def test_what_is_gone_is_lost_with_memory(old: str, new: str, clue: Clue) -> None:
    document, _ = cut(old, language="en", markdown=False, listed=[])
    assert document is not None
    listed = [
        ListedSentence(s.id, document.words(s), False, Place("sentences.tsv"))
        for s in document.sentences
    ]
    carrier = Carrier(revise(new, listed, language="en", markdown=False))
    assert carrier.carry(Selector((), clue.quote, clue.prefix, clue.suffix)).state is State.LOST


def test_the_apparatus_of_a_poem(outside: Path) -> None:
    folder = outside / "fixtures" / "scaife-small"
    lines = [
        line.partition(" ")
        for line in (folder / "mds822-32.tpsthl-1599.pdl-eng.txt").read_text("utf-8").splitlines()
        if line.strip()
    ]
    ids = {reference: f"s{number}" for number, (reference, _, _) in enumerate(lines)}
    source = "\n\n".join(words for _, _, words in lines)
    listed = [
        ListedSentence(ids[reference], words, False, Place("sentences.tsv"))
        for reference, _, words in lines
    ]
    document, problems = cut(source, language="en", markdown=False, listed=listed)
    assert document is not None, problems
    passages = Passages(document)
    notes = json.loads((folder / "text_annotations_mds822-32.tpsthl-1599.pdl-eng.json").read_text())
    lost = []
    for note in notes:
        [line] = {reference.rpartition(":")[2] for reference in note["references"]}
        target, findings = anchor(passages, Selector((ids[line],), note["fragment"]))
        if target.state is not State.EXACT:
            lost.append((line, note["fragment"], [finding.code for finding in findings]))
    assert len(notes) == 57
    assert lost == [("3.1", "make", ["R104"])]
