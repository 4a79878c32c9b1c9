from annotated_reader.edition import Counts, TextEdition
from tests.edition.conftest import Copy

CLAIM = """\
- at: {at}
  kind: claim
  verdict: {verdict}
  lead: Words.
  searched: [an archive]
  checked: 2026-11-23
"""


def _text(project: Copy, notes: str = "") -> TextEdition:
    project.notes(notes) if notes else None
    edition, problems = project.build()
    assert [problem for problem in problems if " R107 " not in problem] == []
    return edition.text("the-weather")


def test_the_base(project: Copy) -> None:
    counts = _text(project).counts
    assert counts == Counts(
        sentences=6,
        annotated=3,
        checked=1,
        notes=3,
        kinds={"claim": 1, "cross-reference": 1, "citation": 1},
        verdicts={
            "supported": 1,
            "needs-context": 0,
            "disputed": 0,
            "contradicted": 0,
            "unverified": 0,
            "not-checkable": 0,
        },
        checked_as={
            "supported": 1,
            "needs-context": 0,
            "disputed": 0,
            "contradicted": 0,
            "unverified": 0,
            "not-checkable": 0,
        },
        withdrawn=0,
    )


def test_what_is_not_checked_is_told_in_order(project: Copy) -> None:
    assert _text(project).unchecked == ("s0", "s2", "s3", "s4", "s5")


def test_a_claim_over_two_sentences_checks_both(project: Copy) -> None:
    text = _text(project, CLAIM.format(at="[s2, s3]", verdict="unverified"))
    assert text.unchecked == ("s0", "s4", "s5")
    assert (text.counts.checked, text.counts.annotated) == (3, 4)


def test_a_sentence_is_checked_once_however_many_claims_it_has(project: Copy) -> None:
    text = _text(project, 2 * CLAIM.format(at="s1", verdict="unverified"))
    assert text.counts.checked == 1
    assert text.counts.verdicts["unverified"] == 2
    assert text.counts.notes == 5


def test_a_checked_sentence_wears_the_verdict_to_be_seen_first(project: Copy) -> None:
    claims = [("s1", "unverified"), ("s3", "not-checkable"), ("[s3, s4]", "unverified")]
    claims.append(("s5", "not-checkable"))
    notes = "".join(CLAIM.format(at=at, verdict=verdict) for at, verdict in claims)
    counts = _text(project, notes).counts
    assert {id_: number for id_, number in counts.checked_as.items() if number} == {
        "unverified": 3,
        "not-checkable": 1,
    }
    assert sum(counts.checked_as.values()) == counts.checked


def test_a_withdrawn_claim_counts_for_nothing(project: Copy) -> None:
    claim = CLAIM.format(at="s3", verdict="unverified")
    text = _text(project, claim + "  status: withdrawn\n")
    assert "s3" in text.unchecked
    assert text.counts.withdrawn == 1
    assert (text.counts.notes, text.counts.annotated) == (3, 3)
    assert text.counts.verdicts["unverified"] == 0
    assert [note.label for note in text.notes] == ["1a", "2a", "3a", "4a"]


def test_a_claim_without_a_place_checks_nothing(project: Copy) -> None:
    project.notes(CLAIM.format(at="s3", verdict="unverified") + "  quote: elephants\n")
    text = project.build()[0].text("the-weather")
    assert "s3" in text.unchecked
    assert text.counts.verdicts["unverified"] == 0
    assert len(text.unplaced) == 1
