"""After an edit of a seed: what became of every sentence and note, and the files that say so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.anchoring import Selector, State
from annotated_reader.anchoring.revision import Carried, Carrier, Revision
from annotated_reader.edition.build import selector_of
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.reading import read_document
from annotated_reader.edition.records import Project
from annotated_reader.files import read_text
from annotated_reader.notes import NoteEntry, read_notes, read_text_record
from annotated_reader.notes.rewriting import rewrite_notes
from annotated_reader.notes.yaml_scalars import Value
from annotated_reader.problems import Place, Problem, has_errors
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

    @property
    def placed(self) -> bool:
        """Whether it still has a place; else its author must decide."""
        return bool(self.carried.target.sentences)


@dataclass(frozen=True, slots=True)
class BrokenReference:
    """A `see:` that names a sentence which is gone."""

    place: Place
    sentence: str
    words: str
    """How the sentence read."""
    now: str
    """Id of the sentence that has its words now, if it was joined with another."""


@dataclass(frozen=True, slots=True)
class Rebase:
    """A text after an edit of its seed."""

    slug: str
    revision: Revision
    notes: tuple[RebasedNote, ...]
    references: tuple[BrokenReference, ...]
    """In the notes of all texts."""
    files: Mapping[Path, str]
    """What `--write` writes: the list of sentences, and the files of rewritten notes."""

    @property
    def complete(self) -> bool:
        """Whether every note still has a place, and nothing points at what is gone."""
        return all(note.placed for note in self.notes) and not self.references


def rebase_text(text: TextInput, project: Project) -> tuple[Rebase | None, list[Problem]]:
    """Return what became of a text; None when its list fits the seed, or with an error.

    Problems: those of the seed, the list and the notes, R503 and R504 apart, which are
    what this answers; R015 for a file of notes that cannot be rewritten for certain.
    """
    record, problems = read_text_record(text.text, project.annotations)
    reading, found = read_document(text, project, record.language)
    problems += [problem for problem in found if problem.code not in ("R503", "R504")]
    entries, found = read_notes(list(text.notes), project.annotations)
    problems += found
    if reading is None or reading.revision is None or has_errors(problems):
        return None, problems
    revision = reading.revision
    notes = _carry(entries, revision)
    listed = format_sentence_list(reading.document, revision.retired)
    before = read_text(text.sentences, project.annotations)[0] or ""
    files = {text.sentences: _with_comments(listed, before)}
    rewritten, found = _rewritten(notes, project)
    if has_errors(found):
        return None, problems + found
    references = tuple(_broken_references(text.slug, revision, project))
    return Rebase(text.slug, revision, notes, references, files | rewritten), problems


def _carry(entries: list[NoteEntry], revision: Revision) -> tuple[RebasedNote, ...]:
    carrier = Carrier(revision)
    notes = []
    for entry in entries:
        if selector := selector_of(entry):
            carried = carrier.carry(selector)
            notes.append(RebasedNote(entry, carried, carried.selector != selector))
    return tuple(notes)


def _rewritten(
    notes: tuple[RebasedNote, ...], project: Project
) -> tuple[dict[Path, str], list[Problem]]:
    edits: dict[Path, dict[int, Mapping[str, Value]]] = {}
    for note in notes:
        if note.rewritten:
            file = note.entry.file
            index = file.marks.at("notes").index_of(note.entry.marks)
            edits.setdefault(file.path, {})[index] = _values(note.carried.selector)
    files, problems = {}, []
    for path, of_file in edits.items():
        content = rewrite_notes(read_text(path, project.annotations)[0] or "", of_file)
        if content is None:
            message = "the new places of its notes cannot be written into this file."
            hint = "Write every key of a note on a line of its own, like `at: s12`."
            problems.append(Problem(project.annotations.place(path), "R015", message, hint))
        else:
            files[path] = content
    return files, problems


def _values(selector: Selector) -> dict[str, Value]:
    return {
        "at": selector.sentences,
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def _with_comments(listed: str, before: str) -> str:
    """Return the new list of sentences with the comments of the old one.

    Those at its top stay there, in place of ours; the others stay above their sentence.
    """
    top: list[str] = []
    above: dict[str, list[str]] = {}
    waiting: list[str] = top
    for line in before.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if line.startswith("#"):
            waiting.append(line)
        elif line.strip():
            above[line.partition("\t")[0]] = [] if waiting is top else waiting
            waiting = []
    new = [line for line in listed.splitlines() if not (top and line.startswith("#"))]
    lines = [part for line in new for part in (*above.get(line.partition("\t")[0], ()), line)]
    ends = "\r\n" if "\r\n" in before else "\n"
    return "".join(f"{line}{ends}" for line in [*top, *lines, *waiting])


def _broken_references(
    slug: str, revision: Revision, project: Project
) -> Iterator[BrokenReference]:
    """Yield every cross-reference, in any text, to a sentence that was there before the edit."""
    document = revision.document
    gone = {item.id: item.words for item in revision.listed if item.id in document.retired}
    became = {
        revision.listed[index].id: document.sentences[change.new[0]].id
        for change in revision.changes
        for index in change.old
        if change.new
    }
    for text in find_texts(project)[0]:
        for entry in read_notes(list(text.notes), project.annotations)[0]:
            for number, written in enumerate(entry.record.see):
                named, mark, id_ = written.rpartition("#")
                if id_ in gone and (named if mark else text.slug) == slug:
                    place = entry.place("see", number)
                    yield BrokenReference(place, id_, gone[id_], became.get(id_, ""))


def count_states(rebase: Rebase) -> dict[State, int]:
    """Return how many notes are in each state, in the order of the states."""
    states = [note.carried.state for note in rebase.notes]
    return {state: states.count(state) for state in State}
