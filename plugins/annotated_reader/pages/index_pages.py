"""The pages about all texts: the list of texts and the sources."""

from annotated_reader.edition import TextEdition
from annotated_reader.pages.addresses import (
    SOURCES,
    SOURCES_BIB,
    SOURCES_JSON,
    SOURCES_RIS,
    TEXTS,
)
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Page
from annotated_reader.pages.parts import Part
from annotated_reader.pages.search import source_entries
from annotated_reader.pages.source_list import ORDERS, entries, grouped
from annotated_reader.pages.view import View


def texts_page(texts: list[tuple[TextEdition, tuple[Part, ...]]], view: View) -> Page:
    """Return the landing page that lists the texts."""
    listed = [(text, parts[0].path) for text, parts in texts]
    html = render("texts.html", view, texts=listed)
    return Page(TEXTS, view.words("texts"), view.words("texts_description"), html)


def sources_page(view: View) -> Page:
    """Return the bibliography, as its style orders it, under the first letters of its entries."""
    edition, files = view.edition, {"CSL JSON": SOURCES_JSON, "RIS": SOURCES_RIS}
    if view.bibliography.biblatex:
        files["BibTeX"] = SOURCES_BIB
    listed = entries(edition, view.bibliography, view.words)
    html = render(
        "sources.html",
        view,
        edition=edition,
        groups=grouped(listed),
        orders=ORDERS,
        files=sorted(files.items()),
        several=len(edition.texts) > 1,
    )
    return Page(
        SOURCES,
        view.words("sources"),
        view.words("sources_description"),
        html,
        search=source_entries(listed, view),
    )
