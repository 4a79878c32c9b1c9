"""The words of a saved web page, as a reader of the page sees them."""

import re
from html.parser import HTMLParser

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
_FOOTNOTE = re.compile(r"\s*\[[\w\s.]{1,20}\]\s*")


def words_of_html(html: str) -> str:
    """Return the text of a page, blocks with a blank line between them.

    The page is parsed as browsers parse it (html5ever, through nh3), so that a tag
    left open, as saved pages have them, does not swallow the rest.
    """
    writer = _Writer()
    writer.feed(
        nh3.clean(
            html,
            tags=set(_BLOCKS | _APART | {"sup"}),
            clean_content_tags=set(_SILENT),
            attributes={},
            link_rel=None,
        )
    )
    writer.close()
    return "".join(writer.pieces)


class _Writer(HTMLParser):
    """Collects text, and what divides it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.raised = 0
        """How many pieces there were when the last `sup` began."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or a word."""
        if tag == "sup":
            self.raised = len(self.pieces)
        else:
            self.pieces.append("\n\n" if tag in _BLOCKS else " ")

    def handle_endtag(self, tag: str) -> None:
        """End a block, or a word; leave out the number of a footnote."""
        if tag == "sup":
            if _FOOTNOTE.fullmatch("".join(self.pieces[self.raised :])):
                del self.pieces[self.raised :]
        else:
            self.handle_starttag(tag, [])

    def handle_data(self, data: str) -> None:
        """Add text; line ends of the file are spaces of the page."""
        self.pieces.append(data.replace("\n", " "))
