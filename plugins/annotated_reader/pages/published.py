"""The files that stand beside the pages: the notes of each text as W3C Web Annotations."""

from annotated_reader.edition import Address, Edition
from annotated_reader.exports import Names, annotations_json
from annotated_reader.pages.addresses import annotations_path
from annotated_reader.pages.assets import Asset
from annotated_reader.pages.parts import addresses_of


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
    addresses = addresses_of(edition, directory_urls=directory_urls)

    def name_of(address: Address) -> str:
        return f"{base.rstrip('/')}/{addresses.to('index.md', address)}"

    return Names(name_of)
