"""The old text as the list of sentences remembers it, for knowing what a note meant then."""

from collections.abc import Iterable
from unicodedata import east_asian_width

from annotated_reader.text import Block, BlockKind, Document, ListedSentence, Sentence

WIDE = ("W", "F")
"""Chinese and Japanese characters, and the marks that go with them."""

MAYBE_WIDE = (*WIDE, "A")
"""Marks that go with them, or with other scripts: “ and ”."""


def remembered(listed: Iterable[ListedSentence], retired: Iterable[str]) -> Document:
    """Return the sentences of a list as a document, one sentence a paragraph.

    White space between sentences is not remembered: there was some, except in
    Chinese and Japanese.
    """
    blocks, sentences = [], []
    parts: list[str] = []
    at, last = 0, ""
    for index, item in enumerate(listed):
        gap = _gap(last, item.words) if last else ""
        start, at = at + len(gap), at + len(gap) + len(item.words)
        blocks.append(Block(BlockKind.PARAGRAPH, 0, start, at))
        sentences.append(Sentence(item.id, start, at, index))
        parts += [gap, item.words]
        last = item.words
    return Document("".join(parts), tuple(blocks), tuple(sentences), frozenset(retired))


def _gap(before: str, after: str) -> str:
    edges = {east_asian_width(before[-1]), east_asian_width(after[0])}
    return "" if edges.intersection(WIDE) and edges.issubset(MAYBE_WIDE) else "\n\n"
