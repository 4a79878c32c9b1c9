"""The projects that are built: chapters of sentences, with some notes in each."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path

from annotated_reader.edition import Project, build_edition
from annotated_reader.text import Document, cut

WORDS = """the a one this harbour river valley bridge storm keeper captain window letter garden
winter morning of in beside under after before was had became told found carried left old quiet
broken narrow distant and but while until where""".split()
"""Of these, sentences are made when no book is given."""

NOTE = """- at: {sentence}
  quote: '{quote}'
  kind: gloss
  lead: Remark {number} on these words of the book.
  note: |
    The words are used here as in other places of the book. See *that* number {number}.
"""
PER_FILE = 5000
"""Notes in a file; one of 10,000 may be too large to be read."""

CONFIG = """site_name: Benchmark
site_url: https://example.org/
docs_dir: docs
theme: {name: material, font: false}
plugins: [search, annotated-reader]
"""


@dataclass(frozen=True, slots=True)
class Shape:
    """So many chapters, of so many sentences, with so many notes, each; one chapter has no heading."""

    chapters: int
    sentences: int
    notes: int
    most: float
    """How often the work of a build without the notes one with them may be."""

    def __str__(self) -> str:
        return f"{self.chapters} x {self.sentences} x {self.notes}"


SHAPES = (
    Shape(1, 500, 500, 1.6),
    Shape(1, 5000, 5000, 3),
    Shape(100, 40, 20, 2),
    Shape(100, 80, 50, 2.5),
    Shape(1000, 40, 20, 3),
)
BOOK = Shape(135, 110, 75, 3)
"""A book of 1.2 MB with 10,000 notes, as it is written when none is given."""


def sentences_of(book: Path | None) -> list[str]:
    """Return sentences to write texts with: those of a book, or made ones."""
    if book is None:
        return [_sentence(number) for number in range(9000)]
    source = book.read_text(encoding="utf-8")
    document, _ = cut(source, language="en", markdown=book.suffix == ".md", listed=[])
    assert document is not None
    found = (" ".join(document.words(sentence).split()) for sentence in document.sentences)
    return [words for words in found if re.fullmatch(r"[A-Z][^#*_`]{30,90}[.]", words)]


def _sentence(number: int) -> str:
    length = 9 + number * 7 % 9
    words = [WORDS[(number * 31 + step * step * 17 + step) % len(WORDS)] for step in range(length)]
    return f"{' '.join(words).capitalize()} {number}."


def write_text(shape: Shape, sentences: list[str]) -> str:
    """Return a text of a shape, in paragraphs of five sentences."""
    supply = cycle(sentences)
    chapters = []
    for number in range(1, shape.chapters + 1):
        own = list(islice(supply, shape.sentences))
        paragraphs = [" ".join(own[start : start + 5]) for start in range(0, len(own), 5)]
        heading = [f"## Chapter {number}"] if shape.chapters > 1 else []
        chapters.append("\n\n".join([*heading, *paragraphs]))
    return "# A book\n\n" + "\n\n".join(chapters) + "\n"


def write_project(root: Path, text: str, notes: int) -> int:
    """Write a site with one text and about as many notes; return how many there are."""
    (root / "docs").mkdir(parents=True)
    for name in ("seeds", "annotations/book"):
        (root / name).mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIG)
    (root / "docs/index.md").write_text("# Home\n")
    (root / "annotations/book/text.yml").write_text("title: A book\nlanguage: en\n")
    (root / "seeds/book.md").write_text(text, encoding="utf-8")
    edition, _ = build_edition(Project.at(root))
    written = list(islice(_notes(edition.texts[0].document, notes), notes))
    for start in range(0, len(written), PER_FILE):
        content = "notes:\n" + "".join(written[start : start + PER_FILE])
        path = root / f"annotations/book/notes-{start}.yml"
        path.write_text(content, encoding="utf-8")
    return len(written)


def _notes(document: Document, count: int) -> Iterator[str]:
    """Yield notes on words that stand once in their sentence, spread evenly over the text."""
    found = [(s.id, document.words(s).split()) for s in document.sentences]
    able = [(id_, words) for id_, words in found if len(words) > 8]
    for number in range(count):
        id_, words = able[number * len(able) // count]
        start = number * 5 % (len(words) - 5)
        quote = " ".join(words[start : start + 4])
        if " ".join(words).count(quote) == 1:
            yield NOTE.format(sentence=id_, quote=quote.replace("'", "''"), number=number)


def without_notes(root: Path, copy: Path) -> None:
    """Make a copy of a project that has no notes."""
    shutil.copytree(root, copy)
    for path in copy.glob("annotations/book/notes-*.yml"):
        path.unlink()
