"""The words of a saved web page, as a reader of the page sees them."""

import re
from collections.abc import Iterator
from html import unescape

import nh3

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav"
    " ol p pre search section summary table tbody tfoot thead title tr ul".split()
)
_APART = frozenset("br img td th".split())
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby"
    " s samp small span strike strong sub sup time tt u var".split()
)
"""Elements that are only looked at for whether they are hidden, and `sup` for footnotes."""
_EMPTY = frozenset("br hr img".split())
_SILENT = frozenset(
    "script style template noscript noembed noframes iframe object svg math textarea select"
    " datalist canvas audio video".split()
)
# Like [12], [a] and [note 3] in the midst of a sentence: the page's, not the author's.
_FOOTNOTE = re.compile(
    r"<sup>(?:\s|<[a-z]+>){0,9}\[(?:[\w\s.]|</?[a-z]+>){1,20}\](?:\s|</[a-z]+>){0,9}</sup>"
)
_TAG = re.compile(r"<(/?)([a-z0-9]+)((?: (?:hidden|style)=\"\")*)>")
# html5ever, which nh3 parses with, takes quadratic time for these letters: with two million bytes of
# them, a minute. So it is given others, which mean nothing to anybody (Private Use, plane 16).
_SLOW = range(0x80, 0xC0)
_STAND_INS = {code: 0x10F000 + code for code in _SLOW}
_LETTERS = {stand_in: code for code, stand_in in _STAND_INS.items()}
_REFERENCE = re.compile(r"&(?:[A-Za-z]{2,6}[0-9]{0,2}|#[0-9]{3,9}|#[xX][0-9A-Fa-f]{2,9});?")
_UNSEEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE
)


def words_of_html(html: str) -> str:
    """Return the text of a page, blocks with a blank line between them.

    The page is parsed as browsers parse it (html5ever, through nh3), so that a tag
    left open, as saved pages have them, does not swallow the rest. What nh3 writes is
    so plain that patterns can read it: every `<` is that of a tag without attributes,
    but for a mark of those that are hidden. What a style sheet hides is not known here.
    """
    plain = nh3.clean(
        _REFERENCE.sub(_stand_in, html).translate(_STAND_INS),
        tags=set(_BLOCKS | _APART | _INLINE),
        clean_content_tags=set(_SILENT),
        attributes={"*": {"hidden", "style"}},
        attribute_filter=_hiding,
        link_rel=None,
    )
    # Line ends of the file are spaces of the page.
    in_lines = _FOOTNOTE.sub("", plain.translate(_LETTERS).replace("\n", " "))
    return unescape("".join(_seen(in_lines)))


def _stand_in(reference: re.Match[str]) -> str:
    """Return the letter that stands in for one that is written as a reference, like `&nbsp;`."""
    letter = unescape(reference[0])
    return letter if len(letter) == 1 and ord(letter) in _SLOW else reference[0]


def _hiding(_tag: str, attribute: str, value: str) -> str | None:
    """Return an attribute that hides its element without its value, and nothing for others."""
    # Words that are hidden "until found" are shown to whoever searches the page for them.
    hides = value.lower() != "until-found" if attribute == "hidden" else _UNSEEN.search(value)
    return "" if hides else None


def _seen(plain: str) -> Iterator[str]:
    """Yield the words that no element hides, and what stands between them."""
    at, depth = 0, 0
    for tag in _TAG.finditer(plain):
        if not depth:
            yield plain[at : tag.start()]
            yield _divider(tag[2])
        at = tag.end()
        if (depth or tag[3]) and tag[2] not in _EMPTY:
            depth += -1 if tag[1] else 1
    yield plain[at:]


def _divider(tag: str) -> str:
    """Return what stands between the words before and behind a tag."""
    if tag in _BLOCKS:
        return "\n\n"
    return " " if tag in _APART else ""
