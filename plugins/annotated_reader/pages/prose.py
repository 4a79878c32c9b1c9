"""The words of strangers made into HTML: small Markdown, then a strict sanitiser, always last."""

from functools import lru_cache

import nh3
from markupsafe import Markup

from annotated_reader.notes.links import only_good_links
from annotated_reader.notes.markdown import parser_of

_TAGS = set(
    """a abbr b bdi blockquote br cite code del em i li ol p pre q rp rt ruby s small span strong
    sub sup ul""".split()
)
_SILENT = set(
    """script style template iframe object embed svg math noscript textarea title xmp form
    noembed noframes plaintext""".split()
)


KEPT = 20_000
"""Notes whose HTML is kept, to be made once and not anew on each page; some 20 MB."""

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_SILENT,
    attributes={"*": {"lang", "dir"}, "a": {"href", "hreflang"}, "ol": {"start"}},
    attribute_filter=only_good_links,
    url_schemes={"http", "https", "mailto"},
    link_rel="nofollow noopener noreferrer ugc",
    strip_comments=True,
)


def clean(html: str) -> Markup:
    """Return HTML with nothing in it that could act, name an element or load anything."""
    return Markup(_CLEANER.clean(html))  # noqa: S704 - this is the sanitiser


# A note stands in a list, and its words in the index of the search; some stand on several pages.
@lru_cache(maxsize=KEPT)
def inline(markdown: str) -> Markup:
    """Return one line of a note as HTML without a paragraph around it."""
    return clean(parser_of(markdown).renderInline(markdown))


@lru_cache(maxsize=KEPT)
def blocks(markdown: str) -> Markup:
    """Return the body of a note as HTML without blank lines."""
    html = parser_of(markdown).render(markdown)
    # A blank line would end the HTML where a page goes through a Markdown parser.
    return clean(html).strip().replace("\n\n", Markup("\n&#10;"))
