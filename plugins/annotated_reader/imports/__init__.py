"""From annotation files of other systems to notes of a text, every one of them accounted for."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annotated_reader.anchoring import Passages
from annotated_reader.edition import Edition, TextEdition
from annotated_reader.imports import hypothesis, web_annotation
from annotated_reader.imports.reading import read_json
from annotated_reader.imports.records import NO_NOTE, SETTLED, Incoming, Outcome, Result
from annotated_reader.imports.report import report_lines, unplaced_yaml
from annotated_reader.imports.settle import settle
from annotated_reader.imports.surroundings import Others
from annotated_reader.notes import NoteRecord, Vocabulary
from annotated_reader.notes.writing import notes_yaml
from annotated_reader.problems import Place, Problem

__all__ = [
    "Import",
    "Outcome",
    "Result",
    "import_data",
    "import_file",
]

MAX_ANNOTATIONS = 20_000
"""Annotations taken from one file; each of them may have to be looked for."""


@dataclass(frozen=True, slots=True)
class Source:
    """A system whose annotations can be read: how to know its files, and what reads them."""

    title: str
    recognise: Callable[[Any], bool]
    read: Callable[[Any, Vocabulary], list[Incoming]]


SOURCES = (
    Source(hypothesis.TITLE, hypothesis.is_hypothesis, hypothesis.read_hypothesis),
    Source(
        web_annotation.TITLE, web_annotation.is_web_annotation, web_annotation.read_web_annotations
    ),
)
"""Every system that annotations can come from."""


@dataclass(frozen=True)
class Import:
    """What a file holds, and what becomes of it in a text."""

    name: str
    """Name of the file."""
    system: str
    text: TextEdition
    passages: Passages
    results: list[Result]

    @property
    def notes(self) -> list[NoteRecord]:
        """The notes to write, in reading order as far as they name sentences."""
        return [r.note for r in self.results if r.written and r.note is not None]

    @property
    def settled(self) -> bool:
        """Whether every annotation got its place, has it already, or comes with one that has."""
        return all(result.written or result.outcome in SETTLED for result in self.results)

    @property
    def complete(self) -> bool:
        """Whether nothing is left over for the file of unplaced annotations."""
        return all(r.written or r.outcome in NO_NOTE for r in self.results)

    def notes_file(self) -> str:
        """Return the content of the file of notes."""
        header = [
            f"Imported from {self.name} ({self.system}).",
            "Read each note beside the text before it is published.",
        ]
        return notes_yaml(self.notes, header)

    def unplaced_file(self) -> str:
        """Return the content of the file of everything that did not become a note."""
        return unplaced_yaml(self.results, self.text, self.passages, self.name)

    def report(self) -> list[str]:
        """Return the report, line by line."""
        return list(report_lines(self.results, self.passages))


def import_file(
    path: Path,
    edition: Edition,
    text: TextEdition,
    *,
    accept_edited: bool = False,
    replaces: str = "",
) -> tuple[Import | None, list[Problem]]:
    """Return what becomes of the annotations in a file.

    Edited words get a place only with `accept_edited`. `replaces` names a file of the
    project (as places do) that the new notes take the place of.

    Problems: those of `read_json`, R015 when it holds no annotations, or too many.
    """
    data, problems = read_json(path)
    if problems:
        return None, problems
    return import_data(
        data, path.name, edition, text, accept_edited=accept_edited, replaces=replaces
    )


def import_data(
    data: Any,
    name: str,
    edition: Edition,
    text: TextEdition,
    *,
    accept_edited: bool = False,
    replaces: str = "",
) -> tuple[Import | None, list[Problem]]:
    """Return what becomes of annotations that have been parsed, as `import_file` does."""
    source = next((source for source in SOURCES if source.recognise(data)), None)
    if source is None:
        message = "holds neither W3C Web Annotations nor annotations from Hypothesis."
        return None, [Problem(Place(name), "R015", message)]
    incoming = source.read(data, edition.vocabulary)
    if len(incoming) > MAX_ANNOTATIONS:
        message = f"holds {len(incoming):,} annotations; {MAX_ANNOTATIONS:,} are allowed."
        return None, [Problem(Place(name), "R004", message, "Import it in parts.")]
    passages = Passages(text.document)
    others = Others(edition, text, replaces)
    results = settle(incoming, others, passages, accept_edited=accept_edited)
    return Import(name, source.title, text, passages, results), []
