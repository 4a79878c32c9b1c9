"""Everything that a site shows of an edition, made by one call for every door."""

from collections.abc import Container
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.bibliography import Bibliography, format_sources, plain_bibliography
from annotated_reader.edition import Edition
from annotated_reader.pages.addresses import (
    CLAIMS,
    PROBLEMS,
    REFERENCES,
    SOURCES,
    TEXTS,
    problem_path,
)
from annotated_reader.pages.assets import Asset, assets
from annotated_reader.pages.claims_page import claims_page
from annotated_reader.pages.explaining import code_page, problems_page
from annotated_reader.pages.index_pages import sources_page, texts_page
from annotated_reader.pages.page import Page
from annotated_reader.pages.parts import addresses_of, divide
from annotated_reader.pages.published import published_files
from annotated_reader.pages.references_page import references_page
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.text_page import text_page
from annotated_reader.pages.view import View
from annotated_reader.problems import CODES, Place, Problem


@dataclass(frozen=True, slots=True)
class Site:
    """The pages, and the files beside them: scripts, styles and data."""

    pages: tuple[Page, ...]
    files: tuple[Asset, ...]

    def without(self, taken: Container[str], folder: str) -> tuple[tuple[Page, ...], list[Problem]]:
        """Return the pages whose paths are free. Problems: R601 for each that is `taken`.

        `folder` is where the taken paths begin, as problems name it.
        """
        clashing = [page.path for page in self.pages if page.path in taken]
        message = "the reader makes a page of this name."
        problems = [Problem(Place(f"{folder}/{path}"), "R601", message) for path in clashing]
        return tuple(page for page in self.pages if page.path not in clashing), problems


def publish(
    edition: Edition, settings: Settings, citation_style: str, root: Path
) -> tuple[Site, list[Problem]]:
    """Return the site of an edition; a citation style of its own is a file below `root`.

    Problems: those of `format_sources` and `published_files`.
    """
    bibliography, problems = format_sources(
        edition.sources, citation_style, settings.language, root
    )
    pages = build_pages(edition, settings, bibliography)
    data, found = published_files(edition, settings, bibliography)
    return Site(pages, (*assets(), *data)), problems + found


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
        """Return the edition as the page at a path shows it."""
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
