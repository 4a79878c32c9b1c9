"""Giving sentences their ids: from `sentences.tsv` where there is one, else by counting."""

from dataclasses import dataclass
from itertools import count
from pathlib import PurePosixPath

from annotated_reader.problems import Problem
from annotated_reader.text.document import Block, BlockKind, Sentence
from annotated_reader.text.sentence_list import ListedSentence
from annotated_reader.text.splitting import split_sentences

TITLE = "s0"
"""Id of the title of a text, if it has one."""


def number_sentences(source: str, blocks: tuple[Block, ...], language: str) -> tuple[Sentence, ...]:
    """Split every block and number the sentences: the title is `s0`, the rest `s1, s2, …`."""
    numbers = count(0 if blocks and blocks[0].kind is BlockKind.TITLE else 1)
    return tuple(
        Sentence(f"s{next(numbers)}", block.start + start, block.start + end, index)
        for index, block in enumerate(blocks)
        for start, end in _spans(source, block, language)
    )


def _spans(source: str, block: Block, language: str) -> list[tuple[int, int]]:
    words = source[block.start : block.end]
    # A heading is one sentence, whatever full stops it has: "I. Of the Liberty of …".
    if block.kind is not BlockKind.PARAGRAPH:
        return [(0, len(words))]
    return split_sentences(words, language)


def apply_sentence_list(
    source: str, blocks: tuple[Block, ...], listed: list[ListedSentence]
) -> tuple[tuple[Sentence, ...] | None, list[Problem]]:
    """Return the sentences as the list has them: its joins and splits, whatever the splitter says.

    Problems: R503 where the seed and the list differ, R504 where a listed sentence
    runs over the end of a block. Then there are no sentences.
    """
    current = [sentence for sentence in listed if not sentence.retired]
    if not current:
        return None, [_differs(listed[-1], "every sentence of the list is retired")]
    laid = _lay(source, blocks, current)
    if isinstance(laid, Problem):
        return None, [laid]
    return tuple(laid), []


@dataclass(slots=True)
class _Cursor:
    """How far the seed has been read: block index and character offset."""

    block: int
    offset: int


def _lay(
    source: str, blocks: tuple[Block, ...], listed: list[ListedSentence]
) -> list[Sentence] | Problem:
    """Lay the listed sentences over the seed, one after the other, white space apart."""
    sentences: list[Sentence] = []
    at = _Cursor(0, blocks[0].start if blocks else 0)
    for item in listed:
        if at.block == len(blocks):
            return _differs(item, "the seed ends before this sentence")
        start, limit = at.offset, blocks[at.block].end
        end = _match_words(source, start, limit, item.words.split())
        if end is None:
            return _why(source, blocks, at, item)
        sentences.append(Sentence(item.id, start, end, at.block, item.edited))
        _advance(source, blocks, at, end)
    if at.block < len(blocks):
        rest = source[at.offset : blocks[at.block].end]
        return _differs(listed[-1], f"after this sentence the seed goes on with “{_short(rest)}”")
    return sentences


def _match_words(source: str, start: int, limit: int, words: list[str]) -> int | None:
    """Return where the words end if they stand at `start`, with any white space between them."""
    at = start
    for number, word in enumerate(words):
        if number:
            space = at
            while at < limit and source[at].isspace():
                at += 1
            if at == space:
                return None
        if not source.startswith(word, at, limit):
            return None
        at += len(word)
    return at


def _advance(source: str, blocks: tuple[Block, ...], at: _Cursor, end: int) -> None:
    at.offset = end
    while at.offset < blocks[at.block].end and source[at.offset].isspace():
        at.offset += 1
    if at.offset == blocks[at.block].end:
        at.block += 1
        at.offset = blocks[at.block].start if at.block < len(blocks) else at.offset


def _why(source: str, blocks: tuple[Block, ...], at: _Cursor, item: ListedSentence) -> Problem:
    beyond = _match_words(source, at.offset, len(source), item.words.split())
    if beyond is not None:
        message = f"{item.id} runs over the end of a paragraph."
        hint = "A sentence lies within one paragraph: split the line, with a new id for the rest."
        return Problem(item.place, "R504", message, hint)
    return _differs(item, f"the seed has “{_short(source[at.offset : blocks[at.block].end])}”")


def _differs(item: ListedSentence, what: str) -> Problem:
    message = f"the seed has changed since the list was made: at {item.id}, {what}."
    slug = PurePosixPath(item.place.file).parent.name
    hint = f"After an edit of the seed, run `annotated-reader rebase {slug}`; else mend this line."
    return Problem(item.place, "R503", message, hint)


def _short(words: str, length: int = 60) -> str:
    flat = " ".join(words[: 3 * length].split())
    return flat if len(flat) <= length else flat[:length].rstrip() + " …"
