"""From a seed file to a Document: blocks, sentences, ids. Nothing of the seed is lost."""

import re
from pathlib import Path

from annotated_reader.files import Folder, line_and_column, read_text, refuse_hiding
from annotated_reader.problems import Problem
from annotated_reader.text.blocks import find_blocks
from annotated_reader.text.document import Block, BlockKind, Document, Sentence
from annotated_reader.text.identify import TITLE, apply_sentence_list, number_sentences
from annotated_reader.text.limits import find_excess
from annotated_reader.text.sentence_list import (
    FILE_NAME,
    ListedSentence,
    format_sentence_list,
    read_sentence_list,
)
from annotated_reader.text.splitting import split_sentences

__all__ = [
    "FILE_NAME",
    "TITLE",
    "Block",
    "BlockKind",
    "Document",
    "ListedSentence",
    "Sentence",
    "cut",
    "find_blocks",
    "find_excess",
    "format_sentence_list",
    "read_seed",
    "read_sentence_list",
    "split_sentences",
]

# What other programs take off a Markdown file: keys and values between two lines of hyphens.
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n[\w-]+[ \t]*:[^\n]*\n(?:[^\n]*\n)*?---[ \t]*(?:\r?\n|\Z)"
)


def read_seed(path: Path, folder: Folder) -> tuple[str | None, list[Problem]]:
    """Return the characters of a seed; encoded as UTF-8 they are the file, byte for byte.

    Problems: those of `read_text`, R004 for more lines or ends of sentences
    than the limits, or a longer line, R005 for a character that hides or reorders text,
    R505 for a seed without text, R510 for a Markdown one with front matter, whose lines
    would become sentences for ever.
    """
    source, problems = read_text(path, folder)
    if source is None:
        return None, problems
    if not source.replace("\ufeff", "").strip():
        return None, [Problem(folder.place(path), "R505", "has no text.")]
    body = source.removeprefix("\ufeff")
    if hiding := refuse_hiding(body):
        offset, message = hiding
        place = folder.place(path, *line_and_column(body, offset))
        return None, [Problem(place, "R005", message, "Remove it from the seed.")]
    if excess := find_excess(source):
        offset, message, hint = excess
        place = folder.place(path, *line_and_column(source, offset))
        return None, [Problem(place, "R004", message, hint)]
    if path.suffix == ".md" and _FRONT_MATTER.match(source):
        message = "keys and values (front matter) stand here, which are not text."
        hint = "Move what is to be kept of them to text.yml."
        return None, [Problem(folder.place(path, 1, 1), "R510", message, hint)]
    return source, []


def cut(
    source: str, *, language: str, markdown: bool, listed: list[ListedSentence]
) -> tuple[Document | None, list[Problem]]:
    """Return the Document of a seed; with listed sentences, their ids and boundaries.

    Problems: those of `apply_sentence_list`; then there is no document, for which
    sentence is which is not for the splitter to say.
    """
    blocks = find_blocks(source, markdown=markdown)
    if not listed:
        return Document(source, blocks, number_sentences(source, blocks, language)), []
    sentences, problems = apply_sentence_list(source, blocks, listed)
    if sentences is None:
        return None, problems
    retired = frozenset(item.id for item in listed if item.retired)
    return Document(source, blocks, sentences, retired), problems
