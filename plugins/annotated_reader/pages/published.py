"""The files that stand beside the pages: notes as W3C Web Annotations, and JSON Schemas."""

import json

from annotated_reader.edition import Address, Edition
from annotated_reader.exports import Names, annotations_json
from annotated_reader.notes.schema import schemas
from annotated_reader.pages.addresses import Addresses, annotations_path
from annotated_reader.pages.assets import Asset
from annotated_reader.pages.parts import divide, page_of_sentences

SCHEMAS = "schemas"
"""Folder of the schemas in the site."""


def annotation_files(
    edition: Edition, *, directory_urls: bool, site_url: str = ""
) -> tuple[Asset, ...]:
    """Return one file for each text; without the address of a site notes are named by URNs."""
    names = names_at(site_url, edition, directory_urls=directory_urls)
    return tuple(
        Asset(annotations_path(text.slug), annotations_json(text, names)) for text in edition.texts
    )


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
