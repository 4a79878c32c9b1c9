"""The claims in schema.org's vocabulary (ClaimReview), as one JSON-LD file for a site.

Search engines have stopped showing it (Google in June 2025); those who collect
fact-checks still read it.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from annotated_reader.edition import Address, Note, TextEdition
from annotated_reader.exports.names import Names
from annotated_reader.notes.edtf import parse_edtf
from annotated_reader.notes.format import VerdictRecord

BEST, WORST = 5, 1
"""The ends of the scale that `rating:` in the vocabulary of verdicts is on."""


def claim_review_json(
    texts: Sequence[TextEdition], names: Names, *, site: str, site_url: str
) -> str:
    """Return the content of the file.

    Left out are withdrawn claims, and verdicts without a `rating:`, which are no
    matter of fact.
    """
    publisher = {"@type": "Organization", "name": site, "url": site_url}
    reviews = [_review(text, note, names, publisher) for text, note in _reviewed(texts)]
    data = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _reviewed(texts: Sequence[TextEdition]) -> Iterator[tuple[TextEdition, Note]]:
    for text in texts:
        for note in text.notes:
            if note.current and note.verdict and note.verdict.rating:
                yield text, note


def _review(
    text: TextEdition, note: Note, names: Names, publisher: dict[str, str]
) -> dict[str, Any]:
    address = names.name_of(Address(text.slug, note.target.sentences[-1], note.anchor))
    people = [{"@type": "Person", "name": name} for name in note.record.by]
    assert note.verdict is not None
    return {
        "@type": "ClaimReview",
        "@id": address,
        "url": address,
        "datePublished": note.record.checked,
        "author": publisher,
        **({"contributor": people} if people else {}),
        "claimReviewed": " ".join(text.words(id_) for id_ in note.target.sentences),
        "reviewRating": _rating(note.verdict, note.record.lead),
        "itemReviewed": _claim(text),
    }


def _rating(verdict: VerdictRecord, lead: str) -> dict[str, Any]:
    rating: dict[str, Any] = {"@type": "Rating", "alternateName": verdict.label}
    if verdict.rating != "none":
        value = int(str(verdict.rating))
        rating |= {"ratingValue": value, "bestRating": BEST, "worstRating": WORST}
    return rating | ({"ratingExplanation": lead} if lead else {})


def _claim(text: TextEdition) -> dict[str, Any]:
    """Return the claim, which appears in the text.

    `creditText` rather than `author`, which wants to know whether it is a person.
    """
    record = text.record
    work: dict[str, Any] = {"@type": "CreativeWork", "name": text.title}
    work |= {"inLanguage": record.language}
    if record.source.url:
        work["url"] = record.source.url
    if record.author:
        work["creditText"] = record.author
    claim: dict[str, Any] = {"@type": "Claim", "appearance": work}
    if record.date and parse_edtf(record.date):
        claim["datePublished"] = record.date
    return claim
