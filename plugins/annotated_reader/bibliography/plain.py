"""Sources in words without a style engine: plain author-date forms, in English.

They stand where pandoc is missing, and for citations in styles that put a number or
a footnote into the text, which a note cannot show.
"""

import unicodedata
from collections.abc import Mapping

from markupsafe import Markup, escape

from annotated_reader.bibliography.dates import issued, year
from annotated_reader.bibliography.names import creators_of, family_name, listed, whole_name
from annotated_reader.bibliography.records import Bibliography, FormattedSource
from annotated_reader.bibliography.rich_text import rich_text
from annotated_reader.bibliography.short_forms import short_forms
from annotated_reader.notes import Source
from annotated_reader.notes.doi import doi_address

_LINK = Markup('<a href="{0}" rel="nofollow noopener noreferrer external">{1}</a>')


def plain_bibliography(sources: Mapping[str, Source]) -> Bibliography:
    """Return all sources in the plain form, in alphabetical order of author, then by year."""
    ordered = sorted(sources.values(), key=_order)
    short = short_forms(ordered)
    return Bibliography({s.id: FormattedSource(escape(short[s.id]), full_form(s)) for s in ordered})


def _order(source: Source) -> tuple[str, str, str]:
    title = source.text("title")
    name = creators(source) or source.text("container-title") or title
    return _letters(name), year(source), _letters(title)


def _letters(words: str) -> str:
    """Return words as an alphabet sorts them: without accents, quotation marks and capitals."""
    plain = unicodedata.normalize("NFD", words.casefold())
    return "".join(letter for letter in plain if letter.isalnum() or letter == " ").strip()


def full_form(source: Source) -> Markup:
    """Return an entry: creators, title, container or publisher, date, DOI or address."""
    people, doi, url = creators(source), source.text("DOI"), source.text("URL")
    parts = [people, source.text("title"), _where_and_when(source, people)]
    found = Markup(" ").join(rich_text(_ended(part)) for part in parts if part)
    if doi:
        return found + " " + _LINK.format(doi_address(doi), f"doi:{doi}") + "."
    return found + " " + _LINK.format(url, url) + "." if url else found


def _where_and_when(source: Source, people: str) -> str:
    container, publisher = source.text("container-title"), source.text("publisher")
    volume, issue, page = (source.text(field) for field in ("volume", "issue", "page"))
    if container:
        container += f" {volume}" if volume else ""
        container += f" ({issue})" if issue else ""
        container += f": {page}" if page else ""
    known = [part for part in (container, publisher) if part and part != people]
    return ", ".join([*known, issued(source)])


def _ended(words: str) -> str:
    return f"{words}." if words and not words.endswith((".", "?", "!", "…")) else words


def creators(source: Source) -> str:
    """Return the names that a full entry begins with, empty when there are none."""
    people = creators_of(source)
    if not people:
        return ""
    first, *others = people
    inverted = ", ".join(filter(None, (family_name(first), first.given, first.suffix)))
    return listed([inverted, *(whole_name(person) for person in others)])
