"""The small Markdown of notes: CommonMark without HTML, images, headings and rules."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from annotated_reader.notes.links import refuse_link

Fault = tuple[int, str, str, str]
"""Line within the note from 0, code, message, hint."""

MAX_MARKS = 300
"""Marks of Markdown, and lines, of one note: one with 50 links in 5,000 characters has 250."""

MAX_OPEN = 10
"""Brackets within brackets, or never closed: from each the parser looks on to the end."""

MAX_ADDRESSES = 10_000
"""Characters without a space behind `](`, in one note: it is read to its end from each of these."""

_MARKS = "*_[`<\n"
# A link is as much work as three marks.
_LINKS = ("](", "](")
TANGLED = {
    "marks": _MARKS,
    "most_marks": MAX_MARKS,
    "most_open": MAX_OPEN,
    "most_addresses": MAX_ADDRESSES,
}
"""For the script of the composer, which counts by the same rules."""

_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")
_BRACKET = re.compile(r"[\[\]]")
_ADDRESS = re.compile(r"\]\((?=(\S*))")
# HTML begins with the first, an address between angle brackets too; a link needs one of the others.
_MAY_HAVE_FAULTS = re.compile(r"<[A-Za-z/!?]|\]\(|\]:")
_HTML = ("html_block", "html_inline")


@cache
def note_markdown(*, html: bool = False) -> MarkdownIt:
    """Return the parser of notes; with `html`, one that sees HTML instead of escaping it."""
    parser = MarkdownIt("commonmark", {"html": html, "linkify": False})
    # Addresses are judged by refuse_link, with a located problem instead of silence.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    parser.normalizeLink = _normalized  # type: ignore[assignment,method-assign]
    return parser.disable(["heading", "lheading", "hr"] + ([] if html else ["image"]))


@cache
def _plain_words() -> MarkdownIt:
    return MarkdownIt("zero")


def parser_of(markdown: str) -> MarkdownIt:
    """Return the parser by which a note is shown: one without any marks where there are too many."""
    return _plain_words() if is_tangled(markdown) else note_markdown()


def is_tangled(markdown: str) -> bool:
    """Say whether Markdown has more marks than a note needs.

    For 5,000 brackets markdown-it takes 0.1 s, and a file may have hundreds of notes.
    """
    if len(markdown) <= MAX_MARKS and markdown.count("[") <= MAX_OPEN and "](" not in markdown:
        return False
    bare = _ESCAPED.sub("", markdown)
    if sum(map(bare.count, (*_MARKS, *_LINKS))) > MAX_MARKS or _depth(bare) > MAX_OPEN:
        return True
    lengths = accumulate(len(found[1]) for found in _ADDRESS.finditer(bare))
    return any(length > MAX_ADDRESSES for length in lengths)


def _depth(markdown: str) -> int:
    """Return how many brackets are open at once, those that never close among them."""
    steps = (1 if found[0] == "[" else -1 for found in _BRACKET.finditer(markdown))
    return max(accumulate(steps, lambda open_, step: max(0, open_ + step), initial=0))


def _normalized(address: str) -> str:
    """Return an address percent-encoded, but its host as it was written.

    The parser would spell `аpple.com` with its Cyrillic letter as `xn--pple-43d.com`, which
    refuse_link has no reason to refuse.
    """
    host = address.partition("//")[2].partition("/")[0]
    return normalizeLink(address) if host.isascii() else address


def find_faults(markdown: str) -> Iterator[Fault]:
    """Yield R208 for images and, once a paragraph, for HTML; R209 for links that are not allowed.

    R203 alone for more marks than a note needs.
    """
    if is_tangled(markdown):
        hint = "Say it in plainer words, or make two notes of it."
        yield 0, "R203", "this has more marks of Markdown than a note needs.", hint
        return
    if not _MAY_HAVE_FAULTS.search(markdown):
        return
    for block in note_markdown(html=True).parse(markdown):
        line = block.map[0] if block.map else 0
        tokens = [block, *(block.children or ())]
        first_tag = next((token for token in tokens if token.type in _HTML), None)
        for token in tokens:
            told = token.type in _HTML and token is not first_tag
            if not told and (fault := _fault(token)):
                yield line, *fault


def _fault(token: Token) -> tuple[str, str, str] | None:
    if token.type in _HTML:
        shown = token.content.strip().split("\n")[0][:40]
        hint = "Use Markdown: *emphasis*, [words](https://…)."
        return "R208", f"HTML is not allowed in a note: {shown}", hint
    if token.type == "image":
        return "R208", "an image is not allowed in a note.", "Link to it: [words](https://…)."
    if token.type == "link_open":
        address = str(token.attrGet("href") or "")
        if why := refuse_link(address):
            hint = "To point at a sentence or a note, use `see:`."
            return "R209", f'the link "{address[:60]}" is not allowed: {why}.', hint
    return None
