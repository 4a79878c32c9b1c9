import pytest

from annotated_reader.edition import Address, Backlink, Edition, Note
from tests.edition.conftest import Copy


def _note(edition: Edition, label: str, text: str = "the-weather") -> Note:
    return next(note for note in edition.text(text).notes if note.label == label)


def _see(project: Copy, *targets: str, more: str = "") -> Edition:
    """Build the project with a note on s3 that points at the targets."""
    project.notes(
        f"- at: s3\n  kind: cross-reference\n  see: [{', '.join(targets)}]\n{more}",
        name="zz.yml",
    )
    edition, problems = project.build()
    assert problems == []
    return edition


def test_a_sentence(project: Copy) -> None:
    edition = _see(project, "s4")
    (reference,) = _note(edition, "3a").references
    assert reference.target == Address("the-weather", "s4")
    assert reference.target.anchor == "s4"
    assert reference.relation == ""
    assert edition.text("the-weather").backlinks["s4"] == (
        Backlink(Address("the-weather", "s3", "n3a"), "", "3a"),
    )


def test_a_note(project: Copy) -> None:
    edition = _see(project, "the-bridge")
    (reference,) = _note(edition, "3a").references
    assert reference.target == Address("the-weather", "s2", "note-the-bridge")
    assert reference.target.anchor == "note-the-bridge"
    (link,) = edition.text("the-weather").backlinks["note-the-bridge"]
    assert (link.source.anchor, link.label) == ("n3a", "3a")
    assert "s2" not in edition.text("the-weather").backlinks


def test_a_relation_goes_both_ways(project: Copy) -> None:
    edition = _see(project, "s4", "s5", more="  relation: contradicts\n")
    assert [r.relation for r in _note(edition, "3a").references] == ["contradicts"] * 2
    assert edition.text("the-weather").backlinks["s4"][0].relation == "contradicts"


def test_backlinks_are_in_reading_order_and_each_once(project: Copy) -> None:
    project.notes("- {at: s1, kind: cross-reference, see: [s5, s5]}\n", name="aa.yml")
    edition = _see(project, "s5")
    labels = [link.label for link in edition.text("the-weather").backlinks["s5"]]
    assert labels == ["1b", "2a", "3a"]


def test_another_text(project: Copy) -> None:
    _with_valley(project).notes("- {id: fall, at: s2, kind: gloss, lead: Words.}\n", text="valley")
    edition = _see(project, "valley#s1", "valley#fall", "the-weather#s0")
    assert [reference.target for reference in _note(edition, "3a").references] == [
        Address("valley", "s1"),
        Address("valley", "s2", "note-fall"),
        Address("the-weather", "s0"),
    ]
    backlinks = edition.text("valley").backlinks
    assert backlinks["s1"] == (Backlink(Address("the-weather", "s3", "n3a"), "", "3a"),)
    assert backlinks["note-fall"][0].source.text == "the-weather"


VALLEY = {
    "seeds/valley.txt": "The river rose. It fell.\n",
    "annotations/valley/sentences.tsv": "s1\tThe river rose.\ns2\tIt fell.\n",
}


def _with_valley(project: Copy) -> Copy:
    for name, content in VALLEY.items():
        project.write(name, content)
    return project


def test_a_text_as_a_whole(project: Copy) -> None:
    edition = _see(_with_valley(project), "valley", "the-weather", more="  relation: answers\n")
    targets = [reference.target for reference in _note(edition, "3a").references]
    assert targets == [Address("valley"), Address("the-weather")]
    assert [target.anchor for target in targets] == ["", ""]
    link = Backlink(Address("the-weather", "s3", "n3a"), "answers", "3a")
    assert edition.text("valley").backlinks == {"": (link,)}
    assert edition.text("the-weather").backlinks[""] == (link,)


def test_a_note_of_here_comes_before_a_text_of_its_name(project: Copy) -> None:
    project.notes("- {id: valley, at: s4, kind: gloss, lead: Words.}\n")
    edition = _see(_with_valley(project), "valley", "valley#s1")
    assert [reference.target for reference in _note(edition, "3a").references] == [
        Address("the-weather", "s4", "note-valley"),
        Address("valley", "s1"),
    ]


def test_a_withdrawn_note_points_and_is_not_pointed_back_at(project: Copy) -> None:
    edition = _see(project, "s4", more="  status: withdrawn\n")
    assert len(_note(edition, "3a").references) == 1
    assert "s4" not in edition.text("the-weather").backlinks


def test_a_note_over_two_sentences_is_found_at_the_last(project: Copy) -> None:
    project.notes("- {id: both, at: [s3, s4], kind: gloss, lead: Words.}\n")
    edition = _see(project, "both")
    (reference,) = _note(edition, "3a").references
    assert reference.target == Address("the-weather", "s4", "note-both")


def test_a_note_that_looks_for_its_place_is_told_once_and_not_at_every_link_to_it(
    project: Copy,
) -> None:
    project.notes("- {id: lost, at: s3, quote: elephants, kind: gloss, lead: Words.}\n")
    project.notes("- {at: s3, kind: cross-reference, see: [lost]}\n", name="zz.yml")
    edition, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R104"]
    assert _note(edition, "3a").references == ()


def test_a_note_on_sentence_one_and_one_that_has_no_id_do_not_meet(project: Copy) -> None:
    project.notes("- {id: n1a, at: s3, kind: gloss, lead: Words.}\n")
    edition, problems = project.build()
    assert problems == []
    anchors = [note.anchor for note in edition.text("the-weather").notes]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("s9", 'there is no sentence "s9" in the-weather. The last one is s5.'),
        ("the-rian", 'there is no note "the-rian" in the-weather. Did you mean "the-rain"?'),
        ("xyz", 'there is no note "xyz" in the-weather. Known: the-rain, the-bridge,'),
        ("valley#s1", 'there is no text "valley". Known: the-weather.'),
        ("'the-weather#'", 'there is no note "" in the-weather.'),
        ("'#s1'", 'there is no text "".'),
        ("S1", 'there is no note "S1" in the-weather.'),
        ("https://example.org/", '"https://example.org/" is an address, and `see:` names'),
        ("https://example.org/#a", '"https://example.org/#a" is an address, and `see:` names'),
    ],
)
def test_nowhere(project: Copy, target: str, told: str) -> None:
    project.notes(f"- at: s3\n  kind: cross-reference\n  see: [s1, {target}]\n")
    edition, (problem,) = project.build()
    assert problem.startswith(f"annotations/the-weather/more.yml:4:13: R205 {told}")
    assert [r.target.anchor for r in _note(edition, "3a").references] == ["s1"]
