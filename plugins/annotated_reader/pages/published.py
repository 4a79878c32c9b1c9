"""The files that stand beside the pages.

The notes of each text as W3C Web Annotations, and the sources as reference managers read them.
"""

from annotated_reader.bibliography import Bibliography, csl_json
from annotated_reader.edition import Address, Edition
from annotated_reader.exports import Names, annotations_json, ris, text_citation
from annotated_reader.pages.addresses import (
    SOURCES_BIB,
    SOURCES_JSON,
    SOURCES_RIS,
    Addresses,
    annotations_path,
    citation_path,
)
from annotated_reader.pages.assets import Asset
from annotated_reader.pages.parts import divide, page_of_sentences
from annotated_reader.pages.settings import Settings


def annotation_files(
    edition: Edition, *, directory_urls: bool, site_url: str = ""
) -> tuple[Asset, ...]:
    """Return one file for each text; without the address of a site notes are named by URNs."""
    names = names_at(site_url, edition, directory_urls=directory_urls)
    return tuple(
        Asset(annotations_path(text.slug), annotations_json(text, names)) for text in edition.texts
    )


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
    divided = [(text, divide(text)) for text in edition.texts]
    addresses = Addresses(directory_urls, page_of_sentences(divided))

    def name_of(address: Address) -> str:
        return f"{base.rstrip('/')}/{addresses.to('index.md', address)}"

    return Names(name_of)
