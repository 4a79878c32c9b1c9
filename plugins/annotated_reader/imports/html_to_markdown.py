"""From a stranger's HTML to the small Markdown of notes.

The words are kept, of the tags only what a note can have. Every piece of text is
escaped, so that nothing of it is HTML, or Markdown, again.
"""

import re
from html.parser import HTMLParser

from annotated_reader.notes.links import refuse_link

_SILENT = frozenset(
    "script style template noscript iframe object svg math head title textarea select noembed"
    " noframes xmp plaintext".split()
)
_BLOCKS = frozenset(
    "p div section article header footer main figure figcaption table tr dl dt dd hr pre address"
    " h1 h2 h3 h4 h5 h6".split()
)
_MARKS = {"em": "*", "i": "*", "cite": "*", "strong": "**", "b": "**"}
_SPECIAL = re.compile(r"([\\`*_\[\]<>#&~|!])")
_EDGES = re.compile(r"^(?:\\\n|\s)+|(?:(?<!\\)\\\n|\s)+$")
_LINE_START = re.compile(r"^(\s*)([-+=]|\d{1,9}(?=[.)]))", re.MULTILINE)


def escape_markdown(text: str) -> str:
    """Return Markdown that shows a text as it is."""
    escaped = _SPECIAL.sub(r"\\\1", text)
    return _LINE_START.sub(_escape_start, escaped)


def _escape_start(found: re.Match[str]) -> str:
    if found[2].isdigit():
        # `1\.` is no list; a backslash before a digit would be shown.
        return f"{found[1]}{found[2]}\\"
    return f"{found[1]}\\{found[2]}"


def html_to_markdown(html: str) -> str:
    """Return the small Markdown of some HTML; unclosed and unknown tags do no harm."""
    writer = _Writer()
    writer.feed(html)
    writer.close()
    return writer.finish()


class _Writer(HTMLParser):
    """Writes Markdown as tags and text come by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self.inline: list[str] = []
        self.prefixes: list[str] = []
        """What stands before a block: `> ` of quotations, indents of lists."""
        self.links: list[tuple[int, str]] = []
        self.marks: list[tuple[str, int]] = []
        self.silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin what a tag means in Markdown."""
        if self.silent or tag in _SILENT:
            self.silent += [tag] if tag in _SILENT else []
        elif tag == "br":
            self.inline.append("\\\n")
        elif tag in _MARKS or tag == "code":
            self.marks.append((tag, len(self.inline)))
        elif tag == "a":
            self.links.append((len(self.inline), dict(attrs).get("href") or ""))
        elif tag == "img":
            self._image(dict(attrs))
        else:
            self._begin_block(tag)

    def handle_endtag(self, tag: str) -> None:
        """End what the tag began, if it began anything."""
        if self.silent:
            if tag == self.silent[-1]:
                self.silent.pop()
        elif self.marks and tag == self.marks[-1][0]:
            self._end_mark(*self.marks.pop())
        elif tag == "a" and self.links:
            self._end_link(*self.links.pop())
        elif tag in _BLOCKS or tag == "li":
            self._flush()
        elif tag in ("ul", "ol", "blockquote"):
            self._flush()
            if self.prefixes:
                self.prefixes.pop()

    def handle_data(self, data: str) -> None:
        """Add text, white space of any kind as one space."""
        if not self.silent:
            self.inline.append(_SPECIAL.sub(r"\\\1", re.sub(r"\s+", " ", data)))

    def finish(self) -> str:
        """Return everything written."""
        self._flush()
        return "\n\n".join(self.blocks)

    def _begin_block(self, tag: str) -> None:
        if tag in ("ul", "ol", "blockquote"):
            self._flush()
            self.prefixes.append({"ul": "- ", "ol": "1. ", "blockquote": "> "}[tag])
        elif tag in _BLOCKS or tag == "li":
            self._flush()

    def _image(self, attributes: dict[str, str | None]) -> None:
        """Link to an image: a note has none."""
        at = len(self.inline)
        self.handle_data(attributes.get("alt") or "image")
        self._end_link(at, attributes.get("src") or "")

    def _taken(self, at: int) -> tuple[str, str, str]:
        """Take back what was written since; return it and the white space around it."""
        words = "".join(self.inline[at:])
        del self.inline[at:]
        inner = words.strip()
        start = words[: len(words) - len(words.lstrip())]
        return start, inner, words[len(start) + len(inner) :]

    def _end_mark(self, tag: str, at: int) -> None:
        start, inner, end = self._taken(min(at, len(self.inline)))
        if tag == "code":
            # Within code nothing is escaped, and a backquote would end it.
            plain = re.sub(r"\\(.)", r"\1", inner.replace("\\\n", " ")).replace("`", "'")
            marked = f"`{plain}`"
        else:
            marked = f"{_MARKS[tag]}{inner}{_MARKS[tag]}"
        self.inline.append(f"{start}{marked if inner else ''}{end}")

    def _end_link(self, at: int, address: str) -> None:
        start, inner, end = self._taken(min(at, len(self.inline)))
        address = address.strip()
        if not inner or refuse_link(address) is not None:
            self.inline.append(start + inner + end)
            return
        target = re.sub(r"[()]", lambda found: f"%{ord(found[0]):02X}", address)
        self.inline.append(f"{start}[{inner}]({target}){end}")

    def _flush(self) -> None:
        """End the block that is being written."""
        self.marks.clear()
        self.links.clear()
        words = re.sub(r" *\n *", "\n", "".join(self.inline))
        words = _EDGES.sub("", words)
        self.inline.clear()
        if not words:
            return
        words = _LINE_START.sub(_escape_start, re.sub(" +", " ", words))
        depth = self.prefixes[-4:]
        rest = "".join(prefix if prefix == "> " else " " * len(prefix) for prefix in depth)
        lead = "".join(
            prefix if prefix == "> " or n == len(depth) - 1 else " " * len(prefix)
            for n, prefix in enumerate(depth)
        )
        self.blocks.append(lead + words.replace("\n", f"\n{rest}"))
