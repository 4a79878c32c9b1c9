"""A note may keep a warning, with a reason; what it does not allow is told as before."""

from tests.edition.conftest import Copy

SHORT = "- quote: Nobody\n  kind: gloss\n  lead: Words.\n"
ALLOWED = SHORT + "  allow: [{code: R107, because: The word comes only once.}]\n"


def codes(project: Copy) -> list[str]:
    return [line.split(": ", 1)[1].split()[0] for line in project.build()[1]]


def test_an_allowed_warning_is_not_told(project: Copy) -> None:
    assert codes(project.notes(SHORT)) == ["R107"]
    assert codes(project.notes(ALLOWED)) == []


def test_a_waiver_speaks_for_its_own_note_only(project: Copy) -> None:
    other = SHORT.replace("Nobody", "hurt")
    assert codes(project.notes(other + ALLOWED + other)) == ["R107", "R107"]


def test_notes_on_one_line_are_told_apart(project: Copy) -> None:
    short = "{quote: Nobody, kind: gloss, lead: x}"
    allowed = "{quote: hurt, kind: gloss, lead: x, allow: [{code: R107, because: y}]}"
    project.write("annotations/the-weather/more.yml", f"notes: [{short}, {allowed}, {short}]\n")
    assert codes(project) == ["R107", "R107"]


def test_a_waiver_beside_an_error_is_not_called_useless(project: Copy) -> None:
    wrong = ALLOWED.replace("quote: Nobody", "quote: elephants dance at night")
    assert codes(project.notes(wrong)) == ["R104"]


def test_a_verdict_older_than_its_words_may_be_allowed(project: Copy) -> None:
    claim = "- {at: s5, kind: claim, verdict: not-checkable, lead: L, checked: 2026-05-03"
    assert codes(project.notes(f"{claim}}}\n")) == ["R406"]
    assert codes(project.notes(f"{claim}, allow: [{{code: R406, because: A comma.}}]}}\n")) == []
