"""The downloads of the claims: complete, the same in both forms, and inert in a spreadsheet."""

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.exports import Names, claims_csv, claims_json
from annotated_reader.exports.claims_csv import COLUMNS, safe_cell
from tests.several_texts import ROOT
from tests.small_site import FILES, write_site

NAMES = Names(lambda address: f"https://example.org/{address.text}#{address.anchor}")


@pytest.fixture(scope="module")
def edition() -> Edition:
    edition, problems = build_edition(Project.at(ROOT))
    assert problems == []
    return edition


def _data(edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(claims_json(edition.texts, NAMES))
    return found


def _rows(edition: Edition) -> list[dict[str, str]]:
    content = claims_csv(edition.texts, NAMES).removeprefix("\ufeff")
    return list(csv.DictReader(StringIO(content, newline="")))


def test_a_claim_says_everything(edition: Edition) -> None:
    assert _data(edition)["claims"][0] == {
        "text": "lake",
        "text_title": "The lake",
        "sentences": ["s1"],
        "sentence_words": "The lake is 30 metres deep.",
        "words": "30 metres deep",
        "verdict": "contradicted",
        "verdict_label": "Contradicted",
        "reasons": ["weak-source"],
        "lead": "=It is 12 metres deep.",
        "note": "",
        "sources": [
            {
                "source": "survey",
                "title": "=Survey of the lake",
                "url": "https://example.org/survey",
                "locator": "p. 4",
                "quote": "greatest depth 12 m",
                "relation": "contradicts",
            }
        ],
        "searched": [],
        "checked": "2026-05-02",
        "edited": "",
        "by": ["ann", "ben"],
        "status": "current",
        "history": [
            {
                "checked": "2025-01-01",
                "verdict": "unverified",
                "why": "The survey was not at hand.",
            },
            {"checked": "2025-06-01", "verdict": "disputed", "why": ""},
        ],
        "address": "https://example.org/lake#note-depth",
    }


def test_every_claim_is_there_the_withdrawn_too_and_the_unchecked_are_named(
    edition: Edition,
) -> None:
    data = _data(edition)
    assert [(claim["text"], claim["status"]) for claim in data["claims"]] == [
        ("lake", "current"),
        ("lake", "current"),
        ("lake", "withdrawn"),
        ("lake", "current"),
        ("lake-2", "current"),
    ]
    assert data["texts"][0] == {
        "text": "lake",
        "title": "The lake",
        "sentences": 6,
        "checked": 4,
        "not_checked": ["s0", "s3"],
        "withdrawn": 1,
    }


def test_a_claim_without_a_place_is_there_without_an_address(tmp_path: Path) -> None:
    notes = FILES["annotations/essay/notes.yml"].replace("cats & dogs", "elephants")
    edition, _ = build_edition(
        Project.at(write_site(tmp_path, {"annotations/essay/notes.yml": notes}))
    )
    [claim] = _data(edition)["claims"]
    assert (claim["sentences"], claim["sentence_words"], claim["address"]) == ([], "", "")
    assert claim["lead"] == "It is about *cats* only."
    assert _rows(edition)[0]["sentences"] == ""


def test_the_table_has_a_line_for_each_claim_and_the_keys_as_columns(edition: Edition) -> None:
    rows, claims = _rows(edition), _data(edition)["claims"]
    assert len(rows) == len(claims)
    assert all(tuple(row) == COLUMNS for row in rows)
    assert all(set(claim) == set(COLUMNS) for claim in claims)
    assert rows[0]["sentences"] == "s1"
    assert rows[3]["sentences"] == "s4; s5"
    assert rows[0]["by"] == "ann; ben"
    assert rows[0]["history"] == (
        "2025-01-01, unverified, The survey was not at hand.; 2025-06-01, disputed"
    )


def test_excel_knows_the_encoding_and_lines_end_as_the_standard_says(edition: Edition) -> None:
    content = claims_csv(edition.texts, NAMES)
    assert content.startswith("\ufefftext,")
    assert content.count("\r\n") == len(_rows(edition)) + 1


def test_no_cell_of_the_table_begins_like_a_formula(edition: Edition) -> None:
    rows = _rows(edition)
    assert rows[0]["lead"] == "'=It is 12 metres deep."
    assert not [cell for row in rows for cell in row.values() if cell[:1] in tuple("=+-@\t\r")]


@pytest.mark.parametrize(
    "words",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1"),
        *("＝1", "＋1", "－1", "＠1", '=HYPERLINK("https://evil.example")'),
    ],
)
def test_what_acts_gets_an_apostrophe(words: str) -> None:
    assert safe_cell(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "a=1", "1-1", "– a dash", "'=1", "Ընդհանուր", "نص"])
def test_what_does_not_act_is_left_as_it_is(words: str) -> None:
    assert safe_cell(words) == words
