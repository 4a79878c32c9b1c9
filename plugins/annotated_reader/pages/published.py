"""The files that stand beside the pages: notes and claims as data, schemas, the composer's data."""

import json

from annotated_reader.edition import Address, Edition
from annotated_reader.exports import (
    Names,
    annotations_json,
    claim_review_json,
    claims_csv,
    claims_json,
)
from annotated_reader.notes.schema import schemas
from annotated_reader.pages.addresses import (
    CLAIM_REVIEW,
    CLAIMS_CSV,
    CLAIMS_JSON,
    SCHEMAS,
    Addresses,
    annotations_path,
)
from annotated_reader.pages.assets import Asset
from annotated_reader.pages.composer import composer_data
from annotated_reader.pages.parts import divide, page_of_sentences
from annotated_reader.pages.settings import Settings
from annotated_reader.problems import Place, Problem


def published_files(
    edition: Edition, settings: Settings
) -> tuple[tuple[Asset, ...], list[Problem]]:
    """Return the notes of each text as W3C Web Annotations, and all claims as CSV and JSON.

    Beside them the JSON Schemas, and what the composer must know.

    With `claimreview` also as ClaimReview. Without the address of a site things are
    named by URNs. Problems: R602 for a ClaimReview without that address.
    """
    names = names_at(settings.site_url, edition, directory_urls=settings.directory_urls)
    files = [
        Asset(annotations_path(text.slug), annotations_json(text, names)) for text in edition.texts
    ]
    files.append(Asset(CLAIMS_CSV, claims_csv(edition.texts, names)))
    files.append(Asset(CLAIMS_JSON, claims_json(edition.texts, names)))
    files += [*schema_files(edition), composer_data(edition, settings)]
    if not settings.claimreview:
        return tuple(files), []
    if not settings.site_url:
        message = "a ClaimReview needs the address at which the site will be."
        return tuple(files), [Problem(Place("claimreview"), "R602", message, "Set `site_url`.")]
    site = settings.site_name or settings.site_url
    reviews = claim_review_json(edition.texts, names, site=site, site_url=settings.site_url)
    return (*files, Asset(CLAIM_REVIEW, reviews)), []


def names_at(base: str, edition: Edition, *, directory_urls: bool) -> Names:
    """Return names that are the addresses of the pages under a base address, if there is one."""
    if not base:
        return Names()
    divided = [(text, divide(text)) for text in edition.texts]
    addresses = Addresses(directory_urls, page_of_sentences(divided))

    def name_of(address: Address) -> str:
        return f"{base.rstrip('/')}/{addresses.to('index.md', address)}"

    return Names(name_of)


def schema_files(edition: Edition) -> tuple[Asset, ...]:
    """Return the JSON Schemas of the annotation files, with the words that this edition uses."""
    found = schemas(edition.vocabulary, edition.sources)
    return tuple(
        Asset(f"{SCHEMAS}/{name}", json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
        for name, schema in found.items()
    )
