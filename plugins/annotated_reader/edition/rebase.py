"""After an edit of a seed: what became of every sentence and note, and the files that say so."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.anchoring import Selector, State
from annotated_reader.anchoring.revision import Carried, Carrier, Revision
from annotated_reader.edition.build import selector_of
from annotated_reader.edition.inputs import TextInput
from annotated_reader.edition.reading import read_document
from annotated_reader.edition.records import Project
from annotated_reader.files import read_text
from annotated_reader.notes import NoteEntry, read_notes, read_text_record
from annotated_reader.notes.rewriting import Value, rewrite_notes
from annotated_reader.problems import Problem
from annotated_reader.text import format_sentence_list


@dataclass(frozen=True, slots=True)
class RebasedNote:
    """A note, and what an edit of the seed did to it."""

    entry: NoteEntry
    carried: Carried
    rewritten: bool
    """Whether its file must be changed for it to stay in its place."""

    @property
    def name(self) -> str:
        """Its id, or where it was written."""
        return self.entry.record.id or str(self.entry.place())


@dataclass(frozen=True, slots=True)
class Rebase:
    """A text after an edit of its seed."""

    slug: str
    revision: Revision
    notes: tuple[RebasedNote, ...]
    files: Mapping[Path, str]
    """What `--write` writes: the list of sentences, and the files of rewritten notes."""

    @property
    def complete(self) -> bool:
        """Whether every note still has a place."""
        return all(note.carried.target.sentences for note in self.notes)


def rebase_text(text: TextInput, project: Project) -> tuple[Rebase | None, list[Problem]]:
    """Return what became of a text; None when its list fits the seed, or it cannot be read.

    Problems: those of the seed, the list and the notes, R503 apart, which is what
    this answers.
    """
    record, problems = read_text_record(text.text, project.annotations)
    reading, found = read_document(text, project, record.language)
    problems += [problem for problem in found if problem.code not in ("R503", "R504")]
    entries, found = read_notes(list(text.notes), project.annotations)
    problems += found
    if reading is None or reading.revision is None:
        return None, problems
    carrier = Carrier(reading.revision)
    notes = []
    for entry in entries:
        if selector := selector_of(entry):
            carried = carrier.carry(selector)
            notes.append(RebasedNote(entry, carried, carried.selector != selector))
    files = {text.sentences: format_sentence_list(reading.document, reading.revision.retired)}
    files |= _rewritten(notes, project)
    return Rebase(text.slug, reading.revision, tuple(notes), files), problems


def _rewritten(notes: list[RebasedNote], project: Project) -> dict[Path, str]:
    edits: dict[Path, dict[int, Mapping[str, Value]]] = {}
    for note in notes:
        if note.rewritten:
            file = note.entry.file
            index = file.marks.at("notes").index_of(note.entry.marks)
            edits.setdefault(file.path, {})[index] = _values(note.carried.selector)
    contents = {path: read_text(path, project.annotations)[0] or "" for path in edits}
    return {path: rewrite_notes(contents[path], of_file) for path, of_file in edits.items()}


def _values(selector: Selector) -> dict[str, Value]:
    at = selector.sentences[0] if len(selector.sentences) == 1 else selector.sentences
    return {
        "at": at,
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def count_states(rebase: Rebase) -> dict[State, int]:
    """Return how many notes are in each state, in the order of the states."""
    states = [note.carried.state for note in rebase.notes]
    return {state: states.count(state) for state in State}
