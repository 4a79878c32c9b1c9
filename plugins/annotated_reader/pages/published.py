"""The files that stand beside the pages, for other programs.

The notes of each text as W3C Web Annotations, the claims as data, and the sources as
reference managers read them; JSON Schemas, and what the composer must know.
"""

import json

from annotated_reader.bibliography import Bibliography, csl_json
from annotated_reader.edition import Address, Edition
from annotated_reader.exports import (
    Names,
    annotations_json,
    claim_review_json,
    claims_csv,
    claims_json,
    ris,
    text_citation,
)
from annotated_reader.notes.schema import schemas
from annotated_reader.pages.addresses import (
    CLAIM_REVIEW,
    CLAIMS_CSV,
    CLAIMS_JSON,
    SCHEMAS,
    SOURCES_BIB,
    SOURCES_JSON,
    SOURCES_RIS,
    annotations_path,
    citation_path,
)
from annotated_reader.pages.assets import Asset
from annotated_reader.pages.composer import composer_data
from annotated_reader.pages.parts import addresses_of
from annotated_reader.pages.settings import Settings
from annotated_reader.problems import Place, Problem


def published_files(
    edition: Edition, settings: Settings, bibliography: Bibliography
) -> tuple[tuple[Asset, ...], list[Problem]]:
    """Return the files beside the pages.

    Without the address of a site things are named by URNs. Problems: R602 for a
    ClaimReview without that address.
    """
    names = names_at(settings.site_url, edition, directory_urls=settings.directory_urls)
    reviews, problems = _claim_reviews(edition, settings, names)
    files = [
        *(Asset(annotations_path(t.slug), annotations_json(t, names)) for t in edition.texts),
        Asset(CLAIMS_CSV, claims_csv(edition.texts, names)),
        Asset(CLAIMS_JSON, claims_json(edition.texts, names)),
        *reviews,
        *source_files(edition, bibliography),
        *citation_files(edition, settings),
        *schema_files(edition),
        composer_data(edition, settings),
    ]
    return tuple(files), problems


def _claim_reviews(
    edition: Edition, settings: Settings, names: Names
) -> tuple[list[Asset], list[Problem]]:
    if not settings.claimreview:
        return [], []
    if not settings.site_url:
        message = "a ClaimReview needs the address at which the site will be."
        return [], [Problem(Place("claimreview"), "R602", message, "Set `site_url`.")]
    site = settings.site_name or settings.site_url
    content = claim_review_json(edition.texts, names, site=site, site_url=settings.site_url)
    return [Asset(CLAIM_REVIEW, content)], []


def citation_files(edition: Edition, settings: Settings) -> tuple[Asset, ...]:
    """Return how to cite each text, as CSL JSON."""
    name_of = names_at(settings.site_url, edition, directory_urls=settings.directory_urls).name_of
    files = []
    for text in edition.texts:
        top = Address(text.slug, text.document.sentences[0].id)
        url = name_of(top).partition("#")[0] if settings.site_url else ""
        content = text_citation(text, settings.site_name, url)
        files.append(Asset(citation_path(text.slug), content))
    return tuple(files)


def source_files(edition: Edition, bibliography: Bibliography) -> tuple[Asset, ...]:
    """Return the list of sources as CSL JSON and RIS, and as BibLaTeX where there is pandoc."""
    sources = edition.sources.values()
    contents = {
        SOURCES_JSON: csl_json(sources),
        SOURCES_RIS: ris(sources),
        SOURCES_BIB: bibliography.biblatex,
    }
    return tuple(Asset(path, content) for path, content in contents.items() if content)


def names_at(base: str, edition: Edition, *, directory_urls: bool) -> Names:
    """Return names that are the addresses of the pages under a base address, if there is one."""
    if not base:
        return Names()
    addresses = addresses_of(edition, directory_urls=directory_urls)

    def name_of(address: Address) -> str:
        """Return the address on the web of what an address of the edition names."""
        return f"{base.rstrip('/')}/{addresses.to('index.md', address)}"

    return Names(name_of)


def schema_files(edition: Edition) -> tuple[Asset, ...]:
    """Return the JSON Schemas of the annotation files, with the words that this edition uses."""
    found = schemas(edition.vocabulary, edition.sources)
    return tuple(
        Asset(f"{SCHEMAS}/{name}", json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
        for name, schema in found.items()
    )
