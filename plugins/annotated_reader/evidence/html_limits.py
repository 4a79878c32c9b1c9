"""How deep a saved page may be: html5ever takes a minute for 300,000 open elements.

Whoever parses a page looks at every open element again and again, so its depth has to be
known before. The tags are read as browsers read them (HTML Standard, section 13.2.5), but
an end tag closes only what was opened just before it, or nearly: the real depth is never
greater than what is counted here.
"""

import re
from collections.abc import Iterator

MAX_TAGS = 150_000
"""Tags of one page: the longest articles of Wikipedia have 50,000."""

MAX_OPEN = 500
"""Elements within elements; pages have 10 to 40."""

MAX_MISNESTED = 2_000
"""End tags that close more than one element: what a page may have of `<b><i></b></i>`."""

MAX_ATTRIBUTES = 5_000
"""Attributes of one tag: each is held against all before it."""

MAX_REFERENCES = 100_000
"""`&` of one page."""

MAX_REPEATED = 500_000
"""Elements like `<b>` that are open at the tags of a page, summed up: a block opens them again."""

FEW_TAGS = 1_000
"""A page with fewer tags cannot be too much, whatever they are."""

_NEAR = 10
"""Open elements, from the innermost, that an end tag may close."""

_SPACE = r"[ \t\n\f\r]"
_STOP = r"\t\n\f\r />"
# An attribute ends at white space, a slash or `>`, unless its value stands in quotation marks.
_VALUE_OF = rf"{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^\"'\t\n\f\r >][^\t\n\f\r >]*+)?+"
_ATTRIBUTE = rf"(?:[\t\n\f\r /]++|[^{_STOP}][^{_STOP}=]*+(?:{_VALUE_OF})?+)"
_TAG = re.compile(rf"<(/?)([A-Za-z][^{_STOP}]*+)({_ATTRIBUTE}*+)>")
_ITEM = re.compile(r"<!--(?:-?>|.*?--!?>|.*)|</?[A-Za-z]", re.DOTALL)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_SPLIT = re.compile(r"[ \t\n\f\r/]+")
# Elements without an end tag, and those whose end tag may be left out and that close each other.
_NEVER_OPEN = frozenset(
    "area base br col embed hr img input link meta param source track wbr"
    " p li dt dd tr td th tbody thead tfoot option optgroup colgroup rp rt html head body".split()
)
_FONTS = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_RAW = {name: re.compile(rf"</{name}(?=[{_STOP}])", re.IGNORECASE) for name in ("script", "style")}


def find_excess_of_page(html: str) -> tuple[int, str] | None:
    """Return the offset at which there is too much of a page, and what is told of it, or None."""
    if html.count("&") > MAX_REFERENCES:
        return html.index(
            "&"
        ), f"this page has more than {MAX_REFERENCES:,} signs of references (&)."
    if html.count("<") < FEW_TAGS:
        return None
    tree = _Open()
    for number, tag in enumerate(_tags(html)):
        tree.take(tag)
        if number >= MAX_TAGS:
            return tag.start(), f"this page has more than {MAX_TAGS:,} tags."
        if tree.is_too_deep:
            return tag.start(), "too many elements of this page are not closed."
        if len(tag[3]) > 2 * MAX_ATTRIBUTES and _attributes(tag[3]) > MAX_ATTRIBUTES:
            return tag.start(), f"this tag has more than {MAX_ATTRIBUTES:,} attributes."
    return None


class _Open:
    """The elements that are open at a tag."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.misnested = 0
        self.fonts = 0
        """Elements of `_FONTS` that are open, also those that another end tag has closed."""
        self.repeated = 0

    def take(self, tag: re.Match[str]) -> None:
        """Open or close an element."""
        name = tag[2].lower()
        if tag[1]:
            self._close(name)
        elif name not in _NEVER_OPEN:
            self.names.append(name)
            self.fonts += name in _FONTS
        self.repeated += self.fonts

    def _close(self, name: str) -> None:
        """Close the innermost element of a name, and what is open in it, if it is near."""
        for back in range(1, min(_NEAR, len(self.names)) + 1):
            if self.names[-back] == name:
                del self.names[-back:]
                self.misnested += back - 1
                self.fonts -= name in _FONTS
                return

    @property
    def is_too_deep(self) -> bool:
        """Whether a parser would be kept busy by what is open."""
        return (
            len(self.names) > MAX_OPEN
            or self.misnested > MAX_MISNESTED
            or self.repeated > MAX_REPEATED
        )


def _attributes(text: str) -> int:
    return len(_SPLIT.split(_VALUE.sub(" ", text)))


def _tags(html: str) -> Iterator[re.Match[str]]:
    """Yield the tags of a page; none in comments, nor in scripts and styles outside of pictures."""
    at, foreign = 0, False
    while item := _ITEM.search(html, at):
        if item[0].startswith("<!"):
            at = item.end()
            continue
        tag = _TAG.match(html, item.start())
        if tag is None:
            return  # It is never closed, and so there are no others.
        yield tag
        at, name = tag.end(), tag[2].lower()
        # In SVG and MathML a style or a script is an element like others, and may hold some.
        foreign = foreign or name in ("svg", "math")
        if not tag[1] and not foreign and name in _RAW:
            end = _RAW[name].search(html, at)
            at = end.start() if end else len(html)
