"""ClaimReview: only what schema.org knows, and what those who read it need."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.exports import Names, claim_review_json
from tests.several_texts import ROOT

VOCABULARY = yaml.safe_load(Path(__file__).with_name("schema_org.yml").read_text(encoding="utf-8"))
RANGES = {
    "author": {"Organization", "Person"},
    "contributor": {"Organization", "Person"},
    "reviewRating": {"Rating"},
    "itemReviewed": {"Thing", "Claim"},
    "appearance": {"CreativeWork"},
}
"""Types that a property takes."""


@pytest.fixture(scope="module")
def edition() -> Edition:
    return build_edition(Project.at(ROOT))[0]


@pytest.fixture(scope="module")
def reviews(edition: Edition) -> list[dict[str, Any]]:
    names = Names(lambda address: f"https://example.org/{address.text}#{address.anchor}")
    content = claim_review_json(
        edition.texts, names, site="The lake", site_url="https://example.org/"
    )
    data = json.loads(content)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def _allowed(type_: str | None) -> set[str]:
    if type_ is None:
        return set()
    known = VOCABULARY[type_]
    return {*known["properties"], *_allowed(known.get("parent"))}


def _things(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _things(part)
    elif isinstance(value, dict):
        yield value
        for part in value.values():
            yield from _things(part)


def test_only_properties_that_schema_org_gives_to_the_type(reviews: list[dict[str, Any]]) -> None:
    things = [*_things(reviews)]
    assert {thing["@type"] for thing in things} == {
        *("ClaimReview", "Rating", "Claim", "CreativeWork", "Organization", "Person")
    }
    for thing in things:
        used = {key for key in thing if not key.startswith("@")}
        assert used <= _allowed(thing["@type"]), thing["@type"]
        for key in used & RANGES.keys():
            assert {part["@type"] for part in _parts(thing[key])} <= RANGES[key], key


def _parts(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_verdicts_become_ratings(reviews: list[dict[str, Any]]) -> None:
    ratings = {review["url"]: review["reviewRating"] for review in reviews}
    assert ratings == {
        "https://example.org/lake#note-depth": {
            "@type": "Rating",
            "alternateName": "Contradicted",
            "ratingValue": 1,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "=It is 12 metres deep.",
        },
        "https://example.org/lake#note-winter": {
            "@type": "Rating",
            "alternateName": "Supported",
            "ratingValue": 5,
            "bestRating": 5,
            "worstRating": 1,
            "ratingExplanation": "The chronicle tells of it.",
        },
        "https://example.org/lake-2#n2a": {
            "@type": "Rating",
            "alternateName": "Unverified",
            "ratingExplanation": "No plan of it was found.",
        },
    }


def test_opinions_and_withdrawn_claims_are_left_out(reviews: list[dict[str, Any]]) -> None:
    said = [review["claimReviewed"] for review in reviews]
    assert "Nobody has ever seen the bottom." not in said
    assert "A castle stands in it." not in said


def test_what_readers_of_it_require(reviews: list[dict[str, Any]]) -> None:
    addresses = [review["url"] for review in reviews]
    assert len(addresses) == len(set(addresses))
    for review in reviews:
        assert review["claimReviewed"]
        assert review["reviewRating"]["alternateName"]
        assert date.fromisoformat(review["datePublished"])
        assert review["author"]["name"] == "The lake"


def test_the_claim_says_where_it_was_made(reviews: list[dict[str, Any]]) -> None:
    assert reviews[0]["itemReviewed"] == {
        "@type": "Claim",
        "appearance": {
            "@type": "CreativeWork",
            "name": "The lake",
            "inLanguage": "en",
            "url": "https://example.org/lake",
            "creditText": "A. Writer",
        },
        "datePublished": "1900",
    }
    assert reviews[-1]["itemReviewed"]["appearance"] == {
        "@type": "CreativeWork",
        "name": "The lake again",
        "inLanguage": "en",
    }
