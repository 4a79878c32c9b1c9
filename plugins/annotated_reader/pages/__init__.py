"""From an Edition to pages: HTML strings, and the script and style that go with them."""

from annotated_reader.edition import Edition
from annotated_reader.pages.addresses import CLAIMS, SOURCES, TEXTS, Addresses
from annotated_reader.pages.assets import Asset, assets
from annotated_reader.pages.index_pages import claims_page, sources_page, texts_page
from annotated_reader.pages.page import Heading, Page
from annotated_reader.pages.parts import divide, page_of_sentences
from annotated_reader.pages.published import annotation_files, names_at
from annotated_reader.pages.text_page import text_page
from annotated_reader.pages.view import View

__all__ = [
    "CLAIMS",
    "SOURCES",
    "TEXTS",
    "Asset",
    "Heading",
    "Page",
    "annotation_files",
    "assets",
    "build_pages",
    "names_at",
]


def build_pages(
    edition: Edition, *, directory_urls: bool = True, edit_base: str = ""
) -> tuple[Page, ...]:
    """Return every page of an edition: the list of texts, the texts, the claims, the sources.

    `directory_urls` says whether the site serves `a/b.md` as `a/b/` or as
    `a/b.html`; `edit_base` is the address that precedes the path of a file to edit.
    """
    divided = [(text, divide(text)) for text in edition.texts]
    addresses = Addresses(directory_urls, page_of_sentences(divided), edit_base)
    pages = [texts_page(divided, View(edition, addresses, TEXTS))]
    for text, parts in divided:
        for number, part in enumerate(parts):
            pages.append(text_page(text, parts, number, View(edition, addresses, part.path)))
    pages.append(claims_page(View(edition, addresses, CLAIMS)))
    pages.append(sources_page(View(edition, addresses, SOURCES)))
    return tuple(pages)
