"""Reading one text: its seed, and its sentences as the list remembers them."""

from dataclasses import dataclass

from annotated_reader.anchoring.revision import Revision, revise
from annotated_reader.edition.inputs import TextInput
from annotated_reader.edition.records import Project
from annotated_reader.files import is_there
from annotated_reader.problems import Problem, has_errors
from annotated_reader.text import (
    Document,
    ListedSentence,
    cut,
    read_seed,
    read_sentence_list,
)


@dataclass(frozen=True, slots=True)
class TextReading:
    """A document, and what an edit of the seed did to it, if the list is older than the seed."""

    document: Document
    revision: Revision | None = None


def read_document(
    text: TextInput, project: Project, language: str
) -> tuple[TextReading | None, list[Problem]]:
    """Return the document of a text, its sentences as `sentences.tsv` has them.

    Where the seed was edited since, ids are carried over and the revision says how;
    nothing is written. Problems: those of `read_seed`, `read_sentence_list` and
    `cut`, R508 without a list.
    """
    source, problems = read_seed(text.seed, project.seeds)
    if source is None:
        return None, problems
    listed, found = _read_list(text, project)
    problems += found
    if has_errors(found):
        # With a line of the list missing, the rest would look like an edit of the seed.
        return None, problems
    markdown = text.seed.suffix == ".md"
    document, found = cut(source, language=language, markdown=markdown, listed=listed)
    problems += found
    if document is not None:
        return TextReading(document), problems
    revision = revise(source, listed, language=language, markdown=markdown)
    return TextReading(revision.document, revision), problems


def _read_list(text: TextInput, project: Project) -> tuple[list[ListedSentence], list[Problem]]:
    if is_there(text.sentences):
        return read_sentence_list(text.sentences, project.annotations)
    if not text.notes:
        return [], []
    place = project.annotations.place(text.sentences)
    hint = "Run `annotated-reader lock` and commit the file."
    return [], [Problem(place, "R508", "sentence ids are not kept without this file.", hint)]
