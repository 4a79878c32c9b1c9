"""Which sentences share a page: a text is one page, a long one a page per chapter."""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.edition import Edition, TextEdition
from annotated_reader.pages.addresses import Addresses
from annotated_reader.text import BlockKind, Sentence

LONG_TEXT = 100_000
"""Characters from which a text with chapters gets a page for each of them.

A page of 1,000 notes loads in 0.7 s; one with 5,000 in 2.4 s.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of a text: its path, its title, and the range of blocks on it."""

    path: str
    title: str
    first_block: int
    end_block: int


def divide(text: TextEdition) -> tuple[Part, ...]:
    """Return the pages of a text in order; of a long one, first the page that lists the others.

    Chapters begin at the headings of the highest level below the title.
    """
    blocks = text.document.blocks
    starts = _chapter_starts(text)
    if len(text.document.source) < LONG_TEXT or len(starts) < 2:
        return (Part(f"texts/{text.slug}.md", text.title, 0, len(blocks)),)
    ends = [*starts[1:], len(blocks)]
    chapters = (
        Part(f"texts/{text.slug}/{number}.md", _title(text, start), start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )
    return (Part(f"texts/{text.slug}/index.md", text.title, 0, starts[0]), *chapters)


def _chapter_starts(text: TextEdition) -> list[int]:
    headings = [
        (index, block.level)
        for index, block in enumerate(text.document.blocks)
        if block.kind is BlockKind.HEADING
    ]
    highest = min((level for _, level in headings), default=0)
    return [index for index, level in headings if level == highest]


def _title(text: TextEdition, block: int) -> str:
    found = text.document.blocks[block]
    return text.document.flat(found.start, found.end)


def sentences_of(text: TextEdition, part: Part) -> tuple[Sentence, ...]:
    """Return the sentences of one page of a text, in order."""
    everything = text.document.sentences
    start, end = (
        bisect_left(everything, block, key=lambda sentence: sentence.block)
        for block in (part.first_block, part.end_block)
    )
    return everything[start:end]


def page_of_sentences(
    divided: Iterable[tuple[TextEdition, tuple[Part, ...]]],
) -> dict[tuple[str, str], str]:
    """Return the path of the page that a sentence is on, by text and sentence id.

    The empty id stands for the text as a whole, which begins on its first page.
    """
    found: dict[tuple[str, str], str] = {}
    for text, parts in divided:
        found[text.slug, ""] = parts[0].path
        for part in parts:
            found |= {(text.slug, s.id): part.path for s in sentences_of(text, part)}
    return found


def addresses_of(edition: Edition, *, directory_urls: bool) -> Addresses:
    """Return where every sentence of an edition is on its site."""
    divided = [(text, divide(text)) for text in edition.texts]
    return Addresses(directory_urls, page_of_sentences(divided))
