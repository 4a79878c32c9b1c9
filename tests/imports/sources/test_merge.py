from annotated_reader.imports.sources import Outcome
from annotated_reader.notes import TO_FILL_IN
from tests.imports.sources.conftest import merged, record

OURS = """\
references:
- id: toal-2020
  type: article-journal
  title: Peace without society?
  author: [{family: Toal, given: Gerard}]
  issued: 2020-07-03
  accessed: 2021-01-01
  DOI: 10.1080/153
  custom: {consulted: read in full}
- id: osce
  type: webpage
  title: Mandate of the Co-Chairs
  URL: https://www.osce.org/mg/70125
- id: chapter-1
  type: chapter
  title: On the beginnings of it all
  URL: https://books.org/1
- id: stub
  type: webpage
  title: … (to fill in)
  URL: https://stub.org/
"""
TOAL = {"type": "article-journal", "title": "Peace without society?", "DOI": "10.1080/153"}


def _outcome(content: str = OURS, **data: object) -> tuple[str, str]:
    (result,) = merged([record(**data)], content).results
    return result.outcome.value, result.id


def test_a_work_is_found_by_its_doi() -> None:
    assert _outcome(id="x", **TOAL) == ("same", "toal-2020")
    address = {"type": "article-journal", "title": "Peace", "URL": "http://dx.doi.org/10.1080/153"}
    assert _outcome(**address) == ("differs", "toal-2020")


def test_a_work_is_found_by_its_address() -> None:
    same = {"type": "webpage", "title": "Mandate of the Co-Chairs"}
    assert _outcome(URL="http://osce.org/mg/70125/#x", **same) == ("same", "osce")
    assert _outcome(URL="http://osce.org/mg/70126", **same) == ("new", "osce-2")


def test_a_work_is_found_by_its_id_where_the_titles_are_alike() -> None:
    assert _outcome(id="osce", type="webpage", title="Mandate of the Co-Chairs!") == (
        "same",
        "osce",
    )
    assert _outcome(id="osce", type="webpage", title="Another page") == ("new", "osce-2")
    other = {"type": "article-journal", "title": "Peace without society?", "DOI": "10.1080/154"}
    assert _outcome(id="toal-2020", **other) == ("new", "toal-2020-2")


def test_two_articles_at_one_address_with_dois_of_their_own() -> None:
    ours = OURS.replace(
        "URL: https://www.osce.org/mg/70125", "URL: https://issue.org/4\n  DOI: 10.1000/1"
    )
    other = {"type": "webpage", "title": "Mandate of the Co-Chairs", "URL": "https://issue.org/4"}
    assert _outcome(ours, DOI="10.1000/1", **other) == ("same", "osce")
    assert _outcome(ours, DOI="10.1000/2", **other) == ("new", "issue")


def test_two_chapters_at_the_address_of_their_book() -> None:
    chapter = {"type": "chapter", "URL": "https://books.org/1"}
    assert _outcome(title="Quite another chapter", **chapter) == ("new", "books")
    assert _outcome(title="On the beginnings of it all", **chapter) == ("same", "chapter-1")


def test_what_is_there_stays_and_what_differs_is_told() -> None:
    theirs = record(**TOAL | {"title": "Peace with society"}, accessed="2026-01-01", volume=61)
    done = merged([theirs], OURS)
    (result,) = done.results
    assert (result.outcome, result.reason) == (Outcome.DIFFERS, "it stays as it is")
    assert result.remarks == (
        "not there: volume",
        "title: “Peace without society?” here, “Peace with society” in the file",
    )
    assert (done.content, done.changed) == (OURS, False)


def test_update_adds_what_is_missing_and_changes_nothing() -> None:
    theirs = record(**TOAL | {"title": "Peace with society"}, volume=61, issue="4")
    done = merged([theirs], OURS, update=True)
    assert done.results[0].outcome is Outcome.UPDATED
    line = "  author: [{family: Toal, given: Gerard}]\n"
    assert done.content == OURS.replace(line, f'{line}  volume: "61"\n  issue: "4"\n')


def test_update_adds_nothing_of_another_title_at_the_same_address() -> None:
    other = record(
        type="book", title="Quite another thing", URL="https://www.osce.org/mg/70125", volume="9"
    )
    (result,) = merged([other], OURS, update=True).results
    assert (result.outcome.value, result.id) == ("differs", "osce")


def test_two_records_that_add_to_one_source() -> None:
    done = merged([record(**TOAL, volume=61), record(**TOAL, issue=4)], OURS, update=True)
    assert [result.outcome.value for result in done.results] == ["updated", "updated"]
    assert 'volume: "61"\n  issue: "4"\n' in done.content


def test_a_stub_gets_title_and_type() -> None:
    page = {"type": "article-newspaper", "title": "All of it", "URL": "https://stub.org"}
    done = merged([record(**page)], OURS, update=True)
    assert TO_FILL_IN not in done.content
    assert "- id: stub\n  type: article-newspaper\n  title: All of it\n" in done.content


def test_a_work_twice_in_a_file() -> None:
    book = record(id="b", type="book", title="A book of it all", DOI="10.1000/1")
    again = record(id="c", type="book", title="A book of it all", DOI="10.1000/1", issue=4)
    done = merged([book, again, record(id="b", type="map", title="A map")])
    told = [(result.outcome.value, result.id) for result in done.results]
    assert told == [("new", "b"), ("repeated", "b"), ("new", "b-2")]
    assert done.results[1].reason == "the same as b of this file"
    assert done.results[2].remarks == ("b is the id of another work; this one became b-2",)


def test_a_record_without_anything_that_names_it_is_known_by_its_words() -> None:
    book = record(type="book", title="Short", author=[{"family": "X"}], issued="2020")
    other = record(type="book", title="Short", author=[{"family": "Y"}], issued="2020")
    nothing = record(type="book")
    letter = record(type="personal_communication", author=[{"family": "X"}], issued="2020")
    items = [book, other, nothing, nothing, letter]
    done = merged(items)
    assert [result.outcome.value for result in done.results] == ["new"] * 5
    again = merged(items, done.content)
    outcomes = [result.outcome.value for result in again.results]
    assert outcomes == ["same", "same", "new", "new", "same"]


def test_the_same_title_elsewhere_is_told() -> None:
    (result,) = merged([record(type="book", title="Mandate of the co-chairs")], OURS).results
    assert result.outcome is Outcome.NEW
    assert result.remarks == ("perhaps the same as osce, which has this title",)


def test_the_report() -> None:
    items = [
        record(**TOAL),
        record(id="Ü", type="book", title="Ü", extra="x"),
        record(type="tome", title="\u202e"),
    ]
    assert merged(items, OURS).report() == [
        "same      toal-2020  line 1     nothing is new",
        "new       u          line 1     Ü",
        "          its id “Ü” became u",
        "invalid              line 1     the character U+202E hides or reorders text",
        "Not taken over, for sources.yml has no such fields: extra (1).",
        "3 records: 1 new, 1 same, 1 invalid.",
    ]


def test_sources_that_cannot_be_compared_do_no_harm() -> None:
    odd = "references:\n- x\n- {id: [a]}\n- {id: b, title: [x], DOI: {}, author: x}\n"
    done = merged([record(id="b", type="book", title="B", author=[{"family": "X"}])], odd)
    assert done.content.startswith(odd)
    assert done.results[0].id == "b-2"
