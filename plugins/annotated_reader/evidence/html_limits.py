"""How much of a saved page there may be: 300,000 open elements take html5ever a minute.

A parser of pages looks at every open element again and again, so they are counted before it
sees them. The tags are read as browsers read them (HTML Standard, section 13.2.5); the tree
is guessed, nearly always as deeper than it is.
"""

import re
from collections.abc import Iterator

from annotated_reader.evidence.html_open import OpenElements

MAX_TAGS = 150_000
"""Tags of one page: the longest articles of Wikipedia have 50,000."""

MAX_IN_SCRIPTS = 20_000
"""`<` in scripts and styles, which may be no scripts for whoever knows pictures better."""

MAX_ATTRIBUTES = 5_000
"""Attributes of one tag: each is held against all before it."""

MAX_REFERENCES = 100_000
"""`&` of one page."""

FEW_TAGS = 1_000
"""A page with fewer tags cannot be too much, whatever they are."""

_SPACE = r"[ \t\n\f\r]"
_STOP = r"\t\n\f\r />"
# An attribute ends at white space, a slash or `>`, unless its value stands in quotation marks.
_VALUE_OF = rf"{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^\"'\t\n\f\r >][^\t\n\f\r >]*+)?+"
_ATTRIBUTE = rf"(?:[\t\n\f\r /]++|[^{_STOP}][^{_STOP}=]*+(?:{_VALUE_OF})?+)"
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_STOP}]*+)({_ATTRIBUTE}*+)>")
_ITEM = re.compile(r"<!--(?:-?>|.*?--!?>|.*)|</?[A-Za-z]", re.DOTALL)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_SPLIT = re.compile(r"[ \t\n\f\r/]+")
_RAW = {name: re.compile(rf"</{name}(?=[{_STOP}])", re.IGNORECASE) for name in ("script", "style")}


def find_excess_of_page(html: str) -> tuple[int, str] | None:
    """Return the offset at which there is too much of a page, and what is told of it, or None."""
    if html.count("&") > MAX_REFERENCES:
        return html.index("&"), f"this page has more than {MAX_REFERENCES:,} references (&)."
    if html.count("<") < FEW_TAGS:
        return None
    open_, in_scripts = OpenElements(), 0
    for number, (tag, hidden) in enumerate(_tags(html)):
        open_.take(tag[2].lower(), ends=bool(tag[1]))
        in_scripts += hidden
        if number >= MAX_TAGS:
            return tag.start(), f"this page has more than {MAX_TAGS:,} tags."
        if in_scripts > MAX_IN_SCRIPTS:
            return (
                tag.start(),
                f"its scripts have more than {MAX_IN_SCRIPTS:,} signs like a tag's <.",
            )
        if open_.are_too_many:
            return tag.start(), "too many elements of this page are not closed."
        if len(tag[3]) > 2 * MAX_ATTRIBUTES and _attributes(tag[3]) > MAX_ATTRIBUTES:
            return tag.start(), f"this tag has more than {MAX_ATTRIBUTES:,} attributes."
    return None


def _attributes(text: str) -> int:
    return len(_SPLIT.split(_VALUE.sub(" ", text)))


def _tags(html: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield each tag outside of comments, scripts and styles, and how many `<` these hold."""
    at = 0
    while item := _ITEM.search(html, at):
        if item[0].startswith("<!"):
            at = item.end()
            continue
        tag = _TAG.match(html, item.start())
        if tag is None:
            return  # It is never closed, and so there are no others.
        at, name = tag.end(), tag[2].lower()
        if not tag[1] and name in _RAW:
            end = _RAW[name].search(html, at)
            at = end.start() if end else len(html)
        yield tag, html.count("<", tag.end(), at)
