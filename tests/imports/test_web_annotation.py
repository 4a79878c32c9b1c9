import json
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Edition
from annotated_reader.imports import Import, Outcome, import_data, import_file
from annotated_reader.imports.web_rules import faults
from tests.imports.conftest import Bring, annotation, only, quote


def test_a_single_annotation_becomes_a_gloss_in_its_place(bring: Bring) -> None:
    result = only(bring(annotation(creator={"name": "Ann"}, created="2020-02-03T04:05:06Z")))
    assert result.outcome is Outcome.PLACED
    assert result.note is not None
    note = result.note
    assert (note.kind, note.at, note.quote, note.prefix) == ("gloss", "s2", "cats & dogs", "")
    assert (note.lead, note.note, note.by) == ("A remark.", "Written on 2020-02-03.\n", ["Ann"])


def test_a_collection_is_accounted_for_item_by_item(bring: Bring) -> None:
    one, two, three = bring("collection.json").results
    assert one.outcome is Outcome.PLACED
    assert one.note is not None
    assert one.note.lead == "See [this](https://example.com/)."
    assert one.note.note == "Tags: pets\n\nWritten on 2020-02-03.\n"
    assert one.remarks == ("not used: FragmentSelector",)
    assert two.outcome is Outcome.AMBIGUOUS
    assert len(two.candidates) == 2
    assert three.outcome is Outcome.INVALID
    assert three.reason == "/first/items/2/target must be an IRI or an object"


def test_pages_and_lists_are_read_and_addresses_are_not_followed(bring: Bring) -> None:
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [annotation()],
        "next": "http://example.org/2",
    }
    outcomes = [result.outcome for result in bring(page).results]
    assert outcomes == [Outcome.PLACED, Outcome.UNSUPPORTED]
    outcomes = [r.outcome for r in bring([annotation(), annotation(id="#b")]).results]
    assert outcomes == [Outcome.PLACED, Outcome.PLACED]


def test_an_id_that_stands_twice_is_named(bring: Bring) -> None:
    _, second = bring([annotation(), annotation(bodyValue="x", body=None)]).results
    assert (second.outcome, second.reason) == (Outcome.UNSUPPORTED, "its id stands already at /0")


def test_an_assessment_with_a_verdict_becomes_a_claim(bring: Bring) -> None:
    tags = [
        {"type": "TextualBody", "value": value, "purpose": "tagging"}
        for value in ("not-checkable", "outdated")
    ]
    said = {"type": "TextualBody", "value": "A wish.", "purpose": "assessing"}
    item = annotation(body=[said, *tags], motivation="assessing", created="2020-02-03T04:05:06Z")
    note = only(bring(item)).note
    assert note is not None
    assert (note.kind, note.verdict, note.reasons) == ("claim", "not-checkable", ["outdated"])
    assert (note.checked, note.lead) == ("2020-02-03", "A wish.")


def test_a_verdict_that_needs_sources_is_kept_as_text(bring: Bring) -> None:
    tag = {"type": "TextualBody", "value": "contradicted", "purpose": "tagging"}
    item = annotation(
        body=[{"type": "TextualBody", "value": "Wrong."}, tag],
        motivation="assessing",
        created="2020-02-03T04:05:06Z",
    )
    result = only(bring(item))
    assert result.note is not None
    assert result.note.kind == "gloss"
    assert "Verdict: contradicted" in result.note.note
    assert result.remarks[0].startswith("it became a gloss:")


@pytest.mark.parametrize(
    ("changes", "pointer"),
    [
        ({"@context": "http://example.org/"}, "/@context"),
        ({"@context": None}, "/@context"),
        ({"id": "not a uri"}, "/id"),
        ({"id": ["http://a", "http://b"]}, "/id"),
        ({"type": "Squirrel"}, "/type"),
        ({"target": None}, "/target"),
        ({"target": 9}, "/target"),
        ({"target": {"type": "SpecificResource"}}, "/target/source"),
        ({"body": "this is not a uri"}, "/body"),
        ({"body": {"id": "not a uri"}}, "/body/id"),
        ({"body": {"id": "http://a", "format": 6}}, "/body/format"),
        ({"body": {"id": "http://a", "textDirection": "squirrel"}}, "/body/textDirection"),
        ({"body": {"id": "http://a", "processingLanguage": ["a"]}}, "/body/processingLanguage"),
        ({"body": {"type": "TextualBody"}}, "/body/value"),
        ({"body": {"type": "TextualBody", "value": ["a", "b"]}}, "/body/value"),
        ({"body": {"type": ["Choice", "List"], "items": []}}, "/body/type"),
        ({"body": {"items": ["http://a"]}}, "/body/type"),
        ({"bodyValue": "x"}, "/bodyValue"),
        ({"body": None, "bodyValue": 23}, "/bodyValue"),
        ({"creator": 6}, "/creator"),
        ({"generator": 42}, "/generator"),
        ({"created": "yesterday"}, "/created"),
        ({"modified": ["2015-01-28T12:00:00Z"]}, "/modified"),
        ({"rights": "not a uri"}, "/rights"),
        ({"via": "not a uri"}, "/via"),
        ({"canonical": ["http://a"]}, "/canonical"),
        ({"target": {"source": "http://a", "selector": 5}}, "/target/selector"),
        ({"target": {"source": "http://a", "selector": {}}}, "/target/selector/type"),
        (
            {"target": {"source": "http://a", "selector": {"type": "FragmentSelector"}}},
            "/target/selector/value",
        ),
        (
            {"target": [{"source": "http://a", "selector": {"type": "TextQuoteSelector"}}]},
            "/target/0/selector/exact",
        ),
        (
            {
                "target": {
                    "source": "http://a",
                    "selector": {"type": "TextPositionSelector", "start": -1, "end": 1},
                }
            },
            "/target/selector/start",
        ),
    ],
    ids=str,
)
def test_each_rule_names_the_place_of_the_fault(changes: dict[str, Any], pointer: str) -> None:
    found = list(faults(annotation(**changes), context=True))
    assert [where for where, _ in found] == [pointer]


def _samples(outside: Path, folder: str) -> list[Path]:
    samples = outside / "fixtures" / "w3c-web-annotation-tests" / "tools" / "samples"
    return sorted((samples / folder).glob("*.json"))


def _bring(path: Path, edition: Edition) -> tuple[Import | None, list[str]]:
    done, problems = import_file(path, edition, edition.text("essay"))
    return done, [str(problem) for problem in problems]


def test_every_correct_sample_of_the_w3c_is_accepted(outside: Path, edition: Edition) -> None:
    singles = [path for path in _samples(outside, "correct") if path.name.startswith("anno")]
    assert len(singles) == 41
    for path in singles:
        done, problems = _bring(path, edition)
        assert done is not None, problems
        for result in done.results:
            assert result.outcome is not Outcome.INVALID, (path.name, result.reason)
            assert result.incoming.name
            assert result.reason


def test_every_incorrect_sample_of_the_w3c_is_refused(outside: Path, edition: Edition) -> None:
    samples = _samples(outside, "incorrect")
    assert len(samples) == 39
    for path in samples:
        done, problems = _bring(path, edition)
        if done is None:
            assert problems, path.name
        else:
            (result,) = done.results
            assert result.outcome is Outcome.INVALID, path.name
            assert result.reason.startswith("/"), path.name


def test_what_is_no_annotation_at_all(edition: Edition) -> None:
    nothing: list[Any] = [{}, [], None, 5, "x", [[]], [None], {"a": "b"}]
    for data in nothing:
        done, problems = import_data(data, "f.json", edition, edition.text("essay"))
        assert done is None
        assert [problem.code for problem in problems] == ["R015"]


def test_text_in_a_body_is_never_markdown_or_html_again(bring: Bring) -> None:
    hostile = '<img src=x onerror=alert(1)> *a* [b](javascript:x) \u202e # "c"'
    note = only(bring(annotation(body={"type": "TextualBody", "value": hostile}))).note
    assert note is not None
    assert note.lead == (r'\<img src=x onerror=alert(1)\> \*a\* \[b\](javascript:x)  \# "c"')


def test_a_long_body_is_not_cut_silently(bring: Bring) -> None:
    result = only(bring(annotation(body={"type": "TextualBody", "value": "word " * 1100})))
    assert result.outcome is Outcome.UNSUPPORTED
    assert "5,000 at most" in result.reason


def test_nothing_is_lost_of_what_was_not_placed(bring: Bring) -> None:
    gone = annotation(target={"source": "http://a", "selector": quote("no such words")})
    done = bring([gone, annotation(id="#2", target=9)])
    text = done.unplaced_file()
    assert "quote: no such words" in text
    assert "A remark." in text
    assert json.dumps(json.dumps(annotation(id="#2", target=9)))[1:-1] in text


def test_a_page_whose_annotations_are_no_list_is_invalid(bring: Bring) -> None:
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://a",
        "type": "AnnotationPage",
        "items": None,
    }
    result = only(bring(page))
    assert (result.outcome, result.reason) == (Outcome.INVALID, "/items must be a list")


def test_quotes_that_lead_to_different_places_are_ambiguous(bring: Bring) -> None:
    selectors = [
        quote("cats & dogs", "second is about ", "."),
        quote("It rained all day long in the old town"),
    ]
    result = only(bring(annotation(target={"source": "http://a", "selector": selectors})))
    assert result.note is None
    assert (result.outcome, result.reason) == (
        Outcome.AMBIGUOUS,
        "its quotes lead to different places",
    )


def test_a_refined_quote_is_placed_within_what_it_refines(bring: Bring) -> None:
    outer = quote("It rained all day long in the old town by the river.") | {
        "refinedBy": quote("rained")
    }
    result = only(bring(annotation(target={"source": "http://a", "selector": outer})))
    assert result.note is not None
    assert (result.note.at, result.note.quote) == ("s3", "rained")
