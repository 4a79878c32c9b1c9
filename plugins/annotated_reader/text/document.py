"""The records of the text room: a seed cut into blocks and sentences.

All offsets count characters of `Document.source` from 0; ends are exclusive.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType


class BlockKind(StrEnum):
    """What a block is in the structure of a text."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text between blank lines; of a heading, the words without their `#` marks."""

    kind: BlockKind
    level: int
    """Level of a heading from 1; 1 for the title, 0 for a paragraph."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its id for ever, its place, and the index of the block it stands in."""

    id: str
    start: int
    end: int
    block: int
    edited: str = ""
    """Day (`2026-11-24`) on which an edit of the seed last changed its words; empty if none did."""


@dataclass(frozen=True)
class Document:
    """A whole seed. Between two sentences stands nothing but white space and heading marks."""

    source: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    retired: frozenset[str] = frozenset()
    """Sentence ids that were used once and never will be again."""

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Index in `sentences` by sentence id."""
        return MappingProxyType({s.id: n for n, s in enumerate(self.sentences)})

    def words(self, sentence: Sentence) -> str:
        """Return a sentence as the seed has it, line breaks included."""
        return self.source[sentence.start : sentence.end]

    def flat(self, start: int, end: int) -> str:
        """Return a stretch of the seed on one line, white space made single spaces."""
        return " ".join(self.source[start:end].split())

    def pieces(self) -> Iterator[str]:
        """Yield sentences and what stands between them; joined they are the seed again."""
        end = 0
        for sentence in self.sentences:
            yield self.source[end : sentence.start]
            yield self.words(sentence)
            end = sentence.end
        yield self.source[end:]
