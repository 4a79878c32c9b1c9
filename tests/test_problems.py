import re

import pytest

from annotated_reader.problems import (
    CODES,
    Place,
    Problem,
    Severity,
    did_you_mean,
    has_errors,
)


def test_a_problem_is_one_line_with_its_place_first() -> None:
    problem = Problem(Place("a/b.yml", 12, 10), "R104", "quote not found.", 'Did you mean "b"?')
    assert str(problem) == 'a/b.yml:12:10: R104 quote not found. Did you mean "b"?'


def test_a_problem_stays_one_line_whatever_it_quotes() -> None:
    problem = Problem(Place("a\nb.yml", 1, 2), "R201", 'unknown key "a\r\n::error::\u2028b".')
    assert str(problem).splitlines() == [str(problem)]
    assert "\x1b" not in str(Problem(Place("\x1b[31m.yml"), "R016", "nobody reads this file."))


def test_a_problem_holds_no_command_for_the_log_of_github() -> None:
    """`##[` begins one anywhere in a line, even when a line is not made of two."""
    problem = Problem(Place("##[group]a.yml", 1, 2), "R201", 'unknown key "##[error]x".', "##[a]")
    assert str(problem) == (r'#\x23[group]a.yml:1:2: R201 unknown key "#\x23[error]x". #\x23[a]')


def test_a_problem_can_be_written_whatever_the_name_of_the_file() -> None:
    name = b"\xff.txt".decode("utf-8", errors="surrogateescape")
    assert str(Problem(Place(name), "R507", "this name cannot be an address.")).encode("utf-8")


def test_without_a_hint_nothing_follows_the_message() -> None:
    assert str(Problem(Place("a.yml", 1, 2), "R104", "quote not found.")) == (
        "a.yml:1:2: R104 quote not found."
    )


def test_a_place_without_a_line_is_the_file() -> None:
    assert str(Place("seeds/a.txt")) == "seeds/a.txt"


@pytest.mark.parametrize("code", CODES)
def test_codes_have_a_room_and_a_title(code: str) -> None:
    severity, title = CODES[code]
    assert re.fullmatch(r"R[0-6][0-9]{2}", code)
    assert isinstance(severity, Severity)
    assert title[0].isupper()
    assert not title.endswith(".")


def test_titles_differ() -> None:
    titles = [title for _, title in CODES.values()]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("code", "severity"), [("R104", "error"), ("R107", "warning"), ("R306", "notice")]
)
def test_the_severity_belongs_to_the_code(code: str, severity: str) -> None:
    assert Problem(Place("a"), code, "…").severity == severity


def test_only_errors_stop_a_build() -> None:
    error, warning, notice = (Problem(Place("a"), code, "…") for code in ("R104", "R107", "R306"))
    assert not has_errors([])
    assert not has_errors([warning, notice])
    assert has_errors([notice, error])


def test_problems_sort_by_file_line_and_column() -> None:
    places = [Place("b", 1, 1), Place("a", 10, 1), Place("a", 9, 2), Place("a", 9, 1), Place("a")]
    problems = sorted(Problem(place, "R104", "…") for place in places)
    assert [str(p.place) for p in problems] == ["a", "a:9:1", "a:9:2", "a:10:1", "b:1:1"]


VERDICTS = ["supported", "disputed", "contradicted", "unverified"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("suported", 'Did you mean "supported"?'),
        ("contradictory", 'Did you mean "contradicted"?'),
        ("DISPUTED", 'Did you mean "disputed"?'),
        ("xyz", "Known: supported, disputed, contradicted, unverified."),
        ("", "Known: supported, disputed, contradicted, unverified."),
    ],
)
def test_proposals(word: str, expected: str) -> None:
    assert did_you_mean(word, VERDICTS) == expected


def test_no_proposal_where_there_is_no_choice_or_too_much() -> None:
    assert did_you_mean("xyz", []) == ""
    assert did_you_mean("xyz", [f"word-{n}" for n in range(13)]) == ""


def test_a_very_long_word_costs_nothing() -> None:
    assert did_you_mean("s" * 100_000, VERDICTS).startswith("Known: ")


def test_a_proposal_is_written_as_it_must_be_written() -> None:
    written = {"the-fall": "valley#the-fall", "s1": "s1"}
    assert did_you_mean("the-fal", written, written.__getitem__) == (
        'Did you mean "valley#the-fall"?'
    )
    assert did_you_mean("xyz", written, written.__getitem__) == "Known: valley#the-fall, s1."
