"""What the head of a text's page tells programs: how to cite it, and where its data is.

Highwire and Dublin Core tags, which Zotero reads; links after the Signposting profile
(https://signposting.org/FAIR/). The page of sources has none of it: there Zotero is to
take the sources, not the page.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from annotated_reader.edition import TextEdition
from annotated_reader.notes.edtf import parse_edtf
from annotated_reader.notes.links import refuse_link
from annotated_reader.pages.addresses import annotations_path, citation_path
from annotated_reader.pages.assets import early_script
from annotated_reader.pages.view import View

_META = Markup('<meta name="{0}" content="{1}">')
_LINK = Markup('<link rel="{0}" href="{1}">')
_TYPED = Markup('<link rel="{0}" type="{1}" href="{2}">')
_LICENCE = re.compile(
    r"https?://(?:creativecommons|rightsstatements|opendefinition)\.org/[^\s)>\]]+"
)


def head_of_text(text: TextEdition, title: str, view: View) -> str:
    """Return the tags for the head of one of the pages of a text."""
    metas = [_META.format(name, content) for name, content in _metas(text, title, view) if content]
    script = Markup(f"<script>{early_script()}</script>")  # noqa: S704 - our own, the same on all pages
    return Markup().join([*metas, *_links(text, view), script])


def _metas(text: TextEdition, title: str, view: View) -> Iterator[tuple[str, str]]:
    record = text.record
    yield "citation_title", title
    yield "citation_author", record.author
    for editor in record.editors:
        yield "citation_editor", editor
    yield "citation_publication_date", _date(record.date)
    yield "citation_language", record.language
    yield "citation_public_url", view.absolute(view.page)
    yield "DC.rights", " ".join(record.rights.split())


def _date(written: str) -> str:
    """Return a date with slashes, as Highwire tags have it; one that is not EDTF as written."""
    date = parse_edtf(written)
    if date is None or date.end or date.start.month > 12 or date.start.year < 1:
        return written
    parts = (date.start.year, date.start.month, date.start.day)
    return "/".join(f"{part:02}" for part in parts if part)


def _links(text: TextEdition, view: View) -> Iterator[Markup]:
    # Two words in `rel`: Material takes a mere `alternate` for the page in another language,
    # and asks for a sitemap that is not there.
    notes = view.path(annotations_path(text.slug))
    yield _TYPED.format("alternate describedby", "application/ld+json", notes)
    citation = view.path(citation_path(text.slug))
    yield _TYPED.format("describedby", "application/vnd.citationstyles.csl+json", citation)
    if address := view.absolute(view.page):
        yield _LINK.format("cite-as", address)
    licence = _LICENCE.search(text.record.rights)
    if licence and not refuse_link(licence[0]):
        yield _LINK.format("license", licence[0].rstrip(".,;"))
