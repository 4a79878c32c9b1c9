"""The small Markdown of notes: CommonMark without HTML, images, headings and rules."""

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from annotated_reader.notes.links import refuse_link

Fault = tuple[int, str, str, str]
"""Line within the note from 0, code, message, hint."""

_HTML = ("html_block", "html_inline")


@cache
def note_markdown(*, html: bool = False) -> MarkdownIt:
    """Return the parser of notes; with `html`, one that sees HTML instead of escaping it."""
    parser = MarkdownIt("commonmark", {"html": html, "linkify": False})
    # Addresses are judged by refuse_link, with a located problem instead of silence.
    parser.validateLink = lambda url: True  # type: ignore[method-assign] # noqa: ARG005
    parser.normalizeLink = _normalized  # type: ignore[assignment,method-assign]
    return parser.disable(["heading", "lheading", "hr"] + ([] if html else ["image"]))


def _normalized(address: str) -> str:
    """Return an address percent-encoded, but its host as it was written.

    The parser would spell `аpple.com` with its Cyrillic letter as `xn--pple-43d.com`, which
    refuse_link has no reason to refuse.
    """
    host = address.partition("//")[2].partition("/")[0]
    return normalizeLink(address) if host.isascii() else address


def find_faults(markdown: str) -> Iterator[Fault]:
    """Yield R208 for images and, once a paragraph, for HTML; R209 for links that are not allowed."""
    # HTML begins with the one, links and images with the other.
    if "<" not in markdown and "[" not in markdown:
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
