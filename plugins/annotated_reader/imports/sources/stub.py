"""A source of which only the address is known so far, to be filled in by hand."""

import re
from urllib.parse import urlsplit

from annotated_reader.imports.sources.ids import site_name, slug
from annotated_reader.imports.sources.records import Incoming
from annotated_reader.notes import TO_FILL_IN, csl
from annotated_reader.notes.doi import bare_doi
from annotated_reader.notes.links import refuse_link
from annotated_reader.notes.source_rewriting import Fields

_ARCHIVED = re.compile(
    r"https?://web\.archive\.org/web/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]*(?:[a-z]{2}_)?/(https?://.+)"
)
MAX_WORDS = 30
"""Longest end of an address that becomes part of an id, in characters."""

_YEAR = re.compile(r"(?:^|[/_-])((?:19|20)[0-9]{2})(?=[/_-]|[01][0-9]|$)")


def stub(address: str, accessed: str, id_: str = "") -> tuple[Incoming | None, str]:
    """Return a source with nothing but its address, or None and why the address is none.

    `address` is a DOI or a URL; that of a copy in the Wayback Machine becomes the
    address of the page and that of its copy.
    """
    if doi := bare_doi(address):
        fields: Fields = {"type": "article-journal", "title": TO_FILL_IN, "DOI": doi}
        return _made(
            fields | {"accessed": accessed}, id_ or slug(f"doi-{doi.split('/', 1)[1]}")
        ), ""
    if why := refuse_link(address):
        return None, why
    if address.startswith("mailto:"):
        return None, "it must begin with https:// or http://"
    page, custom = _original(address)
    fields = {"type": "webpage", "title": TO_FILL_IN, "URL": page, "accessed": accessed}
    return _made(fields | ({"custom": custom} if custom else {}), id_ or _id_of(page)), ""


def _made(fields: Fields, wanted: str) -> Incoming:
    return Incoming(0, fields, wanted, proposed=True)


def _original(address: str) -> tuple[str, dict[str, str]]:
    """Return the address of a page, and what is known of its archived copy."""
    found = _ARCHIVED.fullmatch(address)
    if not found or refuse_link(found[4]):
        return address, {}
    return found[4], {"archive-url": address, csl.ARCHIVED: "-".join(found.groups()[:3])}


def _id_of(address: str) -> str:
    """Return the name of the site, and the year in the address, or else its last words."""
    path = urlsplit(address).path
    year = _YEAR.search(path)
    last = slug(path.rstrip("/").rpartition("/")[2].partition(".")[0])
    words = last if len(last) <= MAX_WORDS else last[:MAX_WORDS].rpartition("-")[0]
    return slug(f"{site_name(address)} {year[1] if year else words}") or "source"
