"""The words of a saved web page, as a reader of the page sees them."""

import re
from html import unescape

import nh3

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav"
    " ol p pre search section summary table tbody tfoot thead title tr ul".split()
)
_APART = frozenset("br img td th".split())
_SILENT = frozenset(
    "script style template noscript noembed noframes iframe object svg math textarea select"
    " datalist canvas audio video".split()
)
# Like [12], [a] and [note 3] in the midst of a sentence: the page's, not the author's.
_FOOTNOTE = re.compile(r"<sup>\s*\[[\w\s.]{1,20}\]\s*</sup>")
_TAG = re.compile(r"</?([a-z0-9]+)>")


def words_of_html(html: str) -> str:
    """Return the text of a page, blocks with a blank line between them.

    The page is parsed as browsers parse it (html5ever, through nh3), so that a tag
    left open, as saved pages have them, does not swallow the rest. What nh3 writes is
    so plain that patterns can read it: every `<` is that of a tag without attributes.
    """
    plain = nh3.clean(
        html,
        tags=set(_BLOCKS | _APART | {"sup"}),
        clean_content_tags=set(_SILENT),
        attributes={"*": set()},
        link_rel=None,
    )
    # Line ends of the file are spaces of the page.
    in_lines = _FOOTNOTE.sub("", plain.replace("\n", " "))
    return unescape(_TAG.sub(_divider, in_lines))


def _divider(tag: re.Match[str]) -> str:
    """Return what stands between the words before and behind a tag."""
    if tag[1] in _BLOCKS:
        return "\n\n"
    return " " if tag[1] in _APART else ""
