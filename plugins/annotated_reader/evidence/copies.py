"""`annotations/evidence/`: the passages and pages that editors saved of their sources."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from annotated_reader.anchoring.nearest import WordVotes
from annotated_reader.anchoring.occurrences import occurrences
from annotated_reader.anchoring.passages import Stretch
from annotated_reader.evidence.header import Header, read_header
from annotated_reader.evidence.html_limits import find_excess_of_page
from annotated_reader.evidence.html_words import words_of_html
from annotated_reader.evidence.pasted import Joined, join, without_ligatures
from annotated_reader.files import (
    Folder,
    line_and_column,
    read_text,
    refuse_hiding,
    without_hiding_characters,
)
from annotated_reader.notes import Source
from annotated_reader.problems import Place, Problem, did_you_mean
from annotated_reader.text import Document, Sentence, find_blocks, find_excess

FOLDER = "evidence"
ENDINGS = (".txt", ".html")

MAX_BYTES = 2_000_000
"""Largest copy, in bytes: a book, or a page without its pictures."""

Refusal = tuple[int, str, str, str]
"""Offset, code, message and hint."""

Copies = Mapping[str, tuple["KeptCopy", ...]]
"""The copies of each source, by its id; a source without one is not there."""


@dataclass(frozen=True)
class KeptCopy:
    """One saved passage or page, and when and where it was saved."""

    place: Place
    header: Header
    content: str
    is_page: bool
    """Whether the content is HTML."""

    @cached_property
    def words(self) -> str:
        """The text of the copy, ligatures in letters."""
        if not self.is_page:
            return without_ligatures(self.content)
        # Marks of direction are the page's own; the words are the same without them.
        return without_ligatures(without_hiding_characters(words_of_html(self.content)))

    @cached_property
    def stretch(self) -> Stretch:
        """The words folded, for finding others in them."""
        return Stretch(self.document, 0, len(self.words))

    def has(self, quote: str) -> bool:
        """Say whether a folded quote stands there, divided words made whole."""
        if occurrences(self.stretch.find, quote):
            return True
        return self.joined is not None and self.joined.has(quote)

    @cached_property
    def joined(self) -> Joined | None:
        """The words with those made whole that a line end divides; None if there are none."""
        return None if self.is_page else join(self.words)

    @cached_property
    def document(self) -> Document:
        """The words by paragraphs, each of which stands for a sentence: for proposals only."""
        blocks = find_blocks(self.words, markdown=False)
        sentences = (Sentence(f"p{n}", b.start, b.end, n) for n, b in enumerate(blocks))
        return Document(self.words, blocks, tuple(sentences))

    @cached_property
    def votes(self) -> WordVotes:
        """Which paragraphs have which words: for proposals only."""
        return WordVotes(self.document)


def read_copies(
    annotations: Folder, sources: Mapping[str, Source] | None
) -> tuple[Copies, list[Problem]]:
    """Return the kept copies of the sources; one source may have a text and a page.

    Problems: those of `read_text` and `read_header`, R004 for more than a reader takes, R005 for a character that hides
    or reorders text, R016 for what is no copy, R311 for the copy of no source.
    """
    found: dict[str, list[KeptCopy]] = defaultdict(list)
    problems = []
    for path in _files(annotations):
        if refusal := _not_a_copy(path, annotations, sources):
            problems.append(refusal)
            continue
        copy, faults = _read(path, annotations)
        problems += faults
        found[path.stem] += [copy] if copy else []
    return MappingProxyType({id_: tuple(copies) for id_, copies in found.items()}), problems


def _files(annotations: Folder) -> Iterator[Path]:
    folder = annotations.path / FOLDER
    if folder.is_symlink() or folder.is_file():
        yield folder
    elif folder.is_dir():
        # A README is for people, and so are the hidden files of their programs.
        yield from sorted(
            path
            for path in folder.iterdir()
            if not path.name.startswith((".", "~")) and path.suffix not in (".md", ".license")
        )


def _not_a_copy(
    path: Path, annotations: Folder, sources: Mapping[str, Source] | None
) -> Problem | None:
    place = annotations.place(path)
    if path.is_symlink():
        return None  # Reading it refuses it.
    if path.is_dir():
        return _unread(place, "A page needs no folder: save it without its pictures and scripts.")
    if path.suffix not in ENDINGS:
        hint = f"It lies in {FOLDER}/, has the id of its source and ends in .txt or .html."
        return _unread(place, hint)
    if sources is not None and path.stem not in sources:
        message = f'there is no source "{path.stem}" in sources.yml.'
        return Problem(place, "R311", message, did_you_mean(path.stem, sources))
    return None


def _unread(place: Place, hint: str) -> Problem:
    return Problem(place, "R016", "this is not a kept copy.", hint)


def _read(path: Path, annotations: Folder) -> tuple[KeptCopy | None, list[Problem]]:
    content, problems = read_text(path, annotations, MAX_BYTES)
    if content is None:
        return None, problems
    place, is_page = annotations.place(path), path.suffix == ".html"
    header, rest, problems = read_header(content, place, html=is_page)
    body = content.removeprefix("\ufeff")
    if refusal := _refusal_of_page(body) if is_page else _refusal_of_text(body):
        offset, code, message, hint = refusal
        here = annotations.place(path, *line_and_column(body, offset))
        return None, [*problems, Problem(here, code, message, hint)]
    return KeptCopy(place, header, rest, is_page), problems


def _refusal_of_page(content: str) -> Refusal | None:
    hint = "Keep the passages that are quoted, in a file that ends in .txt."
    excess = find_excess_of_page(content)
    return (excess[0], "R004", excess[1], hint) if excess else None


def _refusal_of_text(content: str) -> Refusal | None:
    if hiding := refuse_hiding(content):
        offset, message = hiding
        return offset, "R005", message, "Remove it from the copy."
    excess = find_excess(content)
    return (excess[0], "R004", *excess[1:]) if excess else None
