"""Cutting a seed into title, headings and paragraphs."""

import re
from itertools import groupby

from annotated_reader.text.document import Block, BlockKind

LONG_LINE = 120
"""Lines longer than this were not wrapped by hand, so each of them is a paragraph."""

MAX_TITLE = 120
"""A first line longer than this, in characters, is a paragraph and not a title."""

_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?=\S)")
_BLANK = "\ufeff" + "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_ENDS_A_SENTENCE = tuple(".!?;:,…»”\"'")

Line = tuple[int, int]


def find_blocks(source: str, *, markdown: bool) -> tuple[Block, ...]:
    """Return the blocks of a seed in order.

    Plain text: blocks are divided by blank lines; a short first line on its own is
    the title. Markdown: `#` headings are blocks of their own, the first one of
    level 1 is the title. Every character that is not white space or a heading mark
    lies in exactly one block.
    """
    blocks: list[Block] = []
    for run in _runs_of_lines(source):
        blocks += _markdown_blocks(source, run) if markdown else _paragraphs(run)
    return tuple(_with_title(source, blocks, markdown=markdown))


def _runs_of_lines(source: str) -> list[list[Line]]:
    """Return the lines that hold text, grouped by the blank lines between them."""
    lines: list[Line] = []
    start = 0
    for line in source.splitlines(keepends=True):
        lines.append(_trim(source, start, start + len(line)))
        start += len(line)
    grouped = groupby(lines, key=lambda line: line[0] < line[1])
    return [list(group) for has_text, group in grouped if has_text]


def _trim(source: str, start: int, end: int) -> Line:
    line = source[start:end]
    start += len(line) - len(line.lstrip(_BLANK))
    return start, max(start, end - len(line) + len(line.rstrip(_BLANK)))


def _paragraphs(run: list[Line]) -> list[Block]:
    if max(end - start for start, end in run) > LONG_LINE:
        return [Block(BlockKind.PARAGRAPH, 0, *line) for line in run]
    return [Block(BlockKind.PARAGRAPH, 0, run[0][0], run[-1][1])]


def _markdown_blocks(source: str, run: list[Line]) -> list[Block]:
    blocks: list[Block] = []
    for is_heading, group in groupby(run, key=lambda line: bool(_mark(source, line))):
        lines = list(group)
        blocks += [_heading(source, line) for line in lines] if is_heading else _paragraphs(lines)
    return blocks


def _mark(source: str, line: Line) -> re.Match[str] | None:
    return _HEADING.match(source, *line)


def _heading(source: str, line: Line) -> Block:
    mark = _mark(source, line)
    assert mark is not None
    words = source[mark.end() : line[1]]
    without = words.rstrip("#")
    closed = len(without) < len(words) and without[-1:].isspace()
    end = mark.end() + len(without.rstrip() if closed else words)
    return Block(BlockKind.HEADING, len(mark[1]), mark.end(), end)


def _with_title(source: str, blocks: list[Block], *, markdown: bool) -> list[Block]:
    if not blocks:
        return blocks
    first, words = blocks[0], source[blocks[0].start : blocks[0].end]
    if markdown:
        is_title = first.kind is BlockKind.HEADING and first.level == 1
    else:
        one_line = len(words.splitlines()) == 1 and len(words) <= MAX_TITLE
        is_title = one_line and len(blocks) > 1 and not words.endswith(_ENDS_A_SENTENCE)
    if not is_title:
        return blocks
    return [Block(BlockKind.TITLE, 1, first.start, first.end), *blocks[1:]]
