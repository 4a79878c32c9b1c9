"""All sources of an edition in a citation style, by one call of pandoc for a build."""

import json
import re
from collections.abc import Mapping
from pathlib import Path

import nh3
from markupsafe import Markup

from annotated_reader.bibliography.biblatex import run_biblatex
from annotated_reader.bibliography.cache import cached
from annotated_reader.bibliography.csl_json import csl_item
from annotated_reader.bibliography.engine import run_citeproc, split_citations, split_entries
from annotated_reader.bibliography.pandoc import PandocError, pandoc_version
from annotated_reader.bibliography.plain import plain_bibliography
from annotated_reader.bibliography.records import Bibliography, FormattedSource
from annotated_reader.bibliography.style_input import NAME_MARK, style_item
from annotated_reader.bibliography.styles import Style, find_style
from annotated_reader.notes import Source
from annotated_reader.notes.doi import bare_doi, doi_address
from annotated_reader.notes.links import only_good_links, refuse_link
from annotated_reader.problems import Place, Problem


def _linked(tag: str, attribute: str, value: str) -> str | None:
    """Return an address as a link may have it; styles write DOIs into theirs as they are."""
    doi = bare_doi(value) if refuse_link(value) else ""
    return only_good_links(tag, attribute, doi_address(doi) if doi else value)


_WORDS = {"em", "i", "b", "strong", "sub", "sup", "span"}
_SHORT = nh3.Cleaner(tags=_WORDS, attributes={}, allowed_classes={"span": {"smallcaps"}})
"""For a citation, which stands inside a link and so must not hold one."""
_FULL = nh3.Cleaner(
    tags=_WORDS | {"a"},
    attributes={"a": {"href"}},
    allowed_classes={"span": {"smallcaps"}},
    attribute_filter=_linked,
    url_schemes={"http", "https"},
    link_rel="nofollow noopener noreferrer external",
)

_BARE_SPAN = re.compile(r"<span(?: class=\"\")?>([^<]*(?:<(?!/?span)[^<]*)*)</span>")


def format_sources(
    sources: Mapping[str, Source], style: str, language: str, root: Path
) -> tuple[Bibliography, list[Problem]]:
    """Return every source of a project in a citation style.

    `style` is a name or the path of a `.csl` file under `root`, where also the cache lies.
    Problems: R603 for the style, R604 when pandoc is missing or fails. Then the sources
    come in a plain form.
    """
    plain = plain_bibliography(sources)
    if not sources:
        return plain, []
    chosen, problems = find_style(style, root)
    if chosen is None:
        return plain, problems
    try:
        return _formatted(sources, chosen, language, root, plain), problems
    except PandocError as error:
        place = Place(next(iter(sources.values())).place.file)
        message = f"the sources are shown in a plain form. {error}"
        return plain, [*problems, Problem(place, "R604", message)]


def _formatted(
    sources: Mapping[str, Source], style: Style, language: str, root: Path, plain: Bibliography
) -> Bibliography:
    version = pandoc_version()
    items = [style_item(source) for source in sources.values()]
    html = cached(
        root,
        ".html",
        [json.dumps(items), style.xml, language, version],
        lambda: run_citeproc(items, style.xml, language),
    )
    whole = [csl_item(source) for source in sources.values()]
    for item in whole:
        item.pop("custom", None)
    biblatex = cached(root, ".bib", [json.dumps(whole), version], lambda: run_biblatex(whole))
    short = {id_: _clean(_SHORT, words) for id_, words in split_citations(html).items()}
    full = {id_: _clean(_FULL, words) for id_, words in split_entries(html).items()}
    order = (*full, *plain.formatted) if style.alphabetical else plain.formatted
    formatted = {}
    for id_ in dict.fromkeys(id_ for id_ in order if id_ in plain.formatted):
        known = plain.formatted[id_]
        # A style may have nothing to say of a source: then the plain form does.
        cited = style.names_authors and short.get(id_)
        formatted[id_] = FormattedSource(cited or known.short, full.get(id_) or known.full)
    return Bibliography(formatted, biblatex)


def _clean(cleaner: nh3.Cleaner, html: str) -> Markup:
    """Return HTML of the style engine, or of the cache, with nothing in it that could act."""
    html = cleaner.clean(html.replace(NAME_MARK, "")).strip()
    while (shorter := _BARE_SPAN.sub(r"\1", html)) != html:
        html = shorter
    return Markup(html)  # noqa: S704 - sanitised; taking out whole spans adds nothing
