"""The pages about all texts: the list of texts and the sources."""

from annotated_reader.edition import TextEdition
from annotated_reader.notes import Source
from annotated_reader.pages.addresses import SOURCES, TEXTS
from annotated_reader.pages.citing import creators, year
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Page
from annotated_reader.pages.parts import Part
from annotated_reader.pages.view import View


def texts_page(texts: list[tuple[TextEdition, tuple[Part, ...]]], view: View) -> Page:
    """Return the landing page that lists the texts."""
    listed = [(text, parts[0].path) for text, parts in texts]
    html = render("texts.html", view, texts=listed)
    return Page(TEXTS, view.words("texts"), view.words("texts_description"), html)


def sources_page(view: View) -> Page:
    """Return the bibliography, in alphabetical order of author, then by year and title."""
    edition = view.edition
    sources = sorted(edition.sources.values(), key=_order)
    entries = [(source, edition.uses[source.id]) for source in sources]
    several = len(edition.texts) > 1
    html = render("sources.html", view, edition=edition, entries=entries, several=several)
    return Page(SOURCES, view.words("sources"), view.words("sources_description"), html)


def _order(source: Source) -> tuple[str, str, str]:
    title = source.text("title").casefold()
    return (
        (creators(source) or source.text("container-title") or title).casefold(),
        year(source),
        title,
    )
