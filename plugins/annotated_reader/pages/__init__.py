"""From an Edition to pages: HTML strings, and the script and style that go with them."""

from annotated_reader.bibliography import Bibliography, plain_bibliography
from annotated_reader.edition import Edition
from annotated_reader.pages.addresses import (
    CLAIMS,
    PROBLEMS,
    REFERENCES,
    SOURCES,
    TEXTS,
    problem_path,
    served,
)
from annotated_reader.pages.assets import Asset, assets
from annotated_reader.pages.claims_page import claims_page
from annotated_reader.pages.explaining import code_page, problems_page
from annotated_reader.pages.index_pages import sources_page, texts_page
from annotated_reader.pages.page import Heading, Page
from annotated_reader.pages.parts import addresses_of, divide
from annotated_reader.pages.placeholders import Filled, Handwritten, fill
from annotated_reader.pages.policy import with_policy
from annotated_reader.pages.prose import blocks as note_blocks
from annotated_reader.pages.prose import inline as note_inline
from annotated_reader.pages.published import (
    citation_files,
    names_at,
    published_files,
    schema_files,
    source_files,
)
from annotated_reader.pages.references_page import references_page
from annotated_reader.pages.repository import (
    HOSTS,
    Repository,
    refuse_repository,
    repository_at,
)
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.text_page import text_page
from annotated_reader.pages.view import View
from annotated_reader.pages.wording import check_language
from annotated_reader.problems import CODES

__all__ = [
    "CLAIMS",
    "HOSTS",
    "REFERENCES",
    "SOURCES",
    "TEXTS",
    "Asset",
    "Filled",
    "Handwritten",
    "Heading",
    "Page",
    "Repository",
    "Settings",
    "assets",
    "build_pages",
    "check_language",
    "citation_files",
    "fill",
    "names_at",
    "note_blocks",
    "note_inline",
    "problem_path",
    "published_files",
    "refuse_repository",
    "repository_at",
    "schema_files",
    "served",
    "source_files",
    "with_policy",
]


def build_pages(
    edition: Edition, settings: Settings, bibliography: Bibliography | None = None
) -> tuple[Page, ...]:
    """Return every page of an edition: the list of texts, the texts, and the indexes.

    Without a bibliography the sources have their plain form.
    """
    formatted = bibliography or plain_bibliography(edition.sources)
    divided = [(text, divide(text)) for text in edition.texts]
    addresses = addresses_of(edition, directory_urls=settings.directory_urls)

    def view(path: str) -> View:
        return View(edition, addresses, path, settings, formatted)

    pages = [texts_page(divided, view(TEXTS))]
    for text, parts in divided:
        for number, part in enumerate(parts):
            pages.append(text_page(text, parts, number, view(part.path)))
    pages.append(claims_page(view(CLAIMS)))
    pages.append(sources_page(view(SOURCES)))
    pages.append(references_page(view(REFERENCES)))
    pages.append(problems_page(view(PROBLEMS)))
    pages += [code_page(code, view(problem_path(code))) for code in CODES]
    return tuple(pages)
