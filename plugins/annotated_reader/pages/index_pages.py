"""The pages about all texts: the list of texts, the sources and the claims."""

from annotated_reader.edition import Address, TextEdition
from annotated_reader.notes import Source
from annotated_reader.pages.addresses import CLAIMS, SOURCES, TEXTS
from annotated_reader.pages.citing import creators, year
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Heading, Page
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


def claims_page(view: View) -> Page:
    """Return the list of flagged claims, text by text in reading order."""
    texts = [
        (text, [note for note in text.notes if note.record.kind == "claim"])
        for text in view.edition.texts
    ]
    html = render("claims.html", view, edition=view.edition, texts=texts, address=Address)
    headings = tuple(Heading(2, text.title, f"claims-{text.slug}") for text, _ in texts)
    return Page(CLAIMS, view.words("claims"), view.words("claims_description"), html, headings)
