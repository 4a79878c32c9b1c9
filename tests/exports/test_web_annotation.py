import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import referencing
from referencing.jsonschema import DRAFT4

from annotated_reader.edition import Address, Edition, Project, build_edition
from annotated_reader.exports import FORMATS, Names, annotations_json, web_annotations
from tests.small_site import write_site


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return build_edition(Project.at(write_site(tmp_path)))[0]


def _items(edition: Edition, names: Names | None = None) -> list[dict[str, Any]]:
    whole = web_annotations(edition.texts[0], names or Names())
    assert whole["total"] == len(whole["first"]["items"])
    found: list[dict[str, Any]] = whole["first"]["items"]
    return found


def test_a_claim_is_an_assessment_with_verdict_sources_and_place(edition: Edition) -> None:
    claim = next(item for item in _items(edition) if item.get("ar:id") == "about-cats")
    assert claim["id"] == "urn:annotated-reader:essay:note-about-cats"
    assert claim["motivation"] == "assessing"
    assert claim["creator"] == {"name": "ann"}
    assert claim["created"] == claim["modified"] == "2026-01-02T00:00:00Z"
    tags = [body["value"] for body in claim["body"] if body.get("purpose") == "tagging"]
    assert tags == ["contradicted", "outdated"]
    linked = [body["source"] for body in claim["body"] if body["type"] == "SpecificResource"]
    assert linked == ["https://example.com/cats", "https://example.com/dogs"]
    quote, position = claim["target"]["selector"]
    assert quote["exact"] == "cats & dogs"
    assert len(quote["prefix"]) == 32
    assert (position["start"], position["end"]) == (59, 70)
    assert claim["target"]["ar:sentences"] == ["s2"]


def test_positions_and_quotes_agree_with_the_seed(edition: Edition) -> None:
    source = edition.texts[0].document.source
    for item in _items(edition):
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert source[start:end] == quote["exact"]
        assert source[:start].endswith(quote.get("prefix", ""))
        assert source[end:].startswith(quote.get("suffix", ""))


def test_every_cross_reference_links(edition: Edition) -> None:
    links = [item for item in _items(edition) if item["motivation"] == "linking"]
    assert [(link["ar:partOf"], link["body"]) for link in links] == [
        ("urn:annotated-reader:essay:n1a", "urn:annotated-reader:essay:note-about-cats"),
        ("urn:annotated-reader:essay:note-about-cats", "urn:annotated-reader:essay:s1"),
    ]


def test_notes_are_named_by_their_page_where_there_is_one(edition: Edition) -> None:
    def name_of(address: Address) -> str:
        return f"https://example.org/{address.text}/#{address.anchor}"

    item = _items(edition, Names(name_of))[0]
    assert item["id"] == "https://example.org/essay/#n1a"
    assert item["target"]["source"] == "urn:annotated-reader:essay"
    assert item["target"]["scope"] == "https://example.org/essay/"


def test_a_note_without_a_place_is_exported_too(tmp_path: Path) -> None:
    notes = "notes:\n- {id: lost, at: s1, quote: no such words, kind: gloss, lead: x}\n"
    site = write_site(tmp_path, {"annotations/essay/notes.yml": notes})
    (item,) = _items(build_edition(Project.at(site))[0])
    assert item["target"]["selector"] == [{"type": "TextQuoteSelector", "exact": "no such words"}]
    assert item["target"]["ar:state"] == "lost"


def test_the_file_is_json_and_ends_with_a_line(edition: Edition) -> None:
    text = FORMATS["w3c"].write(edition.texts[0], Names())
    assert text.endswith("}\n")
    assert json.loads(text)["type"] == "AnnotationCollection"
    assert text == annotations_json(edition.texts[0], Names())


def _musts(folder: Path) -> list[tuple[str, bool, Any]]:
    """Return the W3C's assertions: name, whether they must hold, and what checks them."""
    definitions = [
        (path.name, DRAFT4.create_resource(json.loads(path.read_text(encoding="utf-8"))))
        for path in (folder / "definitions").glob("*.json")
    ]
    registry = referencing.Registry().with_resources(definitions)
    listed = json.loads((folder / "annotations" / "annotationMusts.test").read_text())
    found = []
    for name in listed["assertions"]:
        schema = json.loads((folder / name).read_text(encoding="utf-8"))
        checker = jsonschema.Draft4Validator(
            schema, registry=registry, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER
        )
        found.append((name, schema.get("expectedResult", "valid") == "valid", checker))
    return found


@pytest.mark.parametrize("paged", [False, True], ids=["urn", "paged"])
def test_the_real_edition_meets_every_must_of_the_w3c(
    root: Path, outside: Path, paged: bool
) -> None:
    musts = _musts(outside / "fixtures" / "w3c-web-annotation-tests")
    assert len(musts) == 54
    edition, _ = build_edition(Project.at(root))
    names = Names(lambda a: f"https://example.org/{a.text}/#{a.anchor}") if paged else Names()
    whole = web_annotations(edition.texts[0], names)
    items = [{"@context": whole["@context"], **item} for item in whole["first"]["items"]]
    assert len(items) >= len(edition.texts[0].notes)
    failed = [
        (item["id"], name)
        for item in items
        for name, valid, checker in musts
        if checker.is_valid(item) != valid
    ]
    assert failed == []
