"""After an edit of a seed: what became of every sentence and note, and the files that say so."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from annotated_reader.anchoring import Selector, State
from annotated_reader.anchoring.revision import Carried, Carrier, Revision, dated
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.overtaken import edited_since, last_edit
from annotated_reader.edition.placing import selector_of
from annotated_reader.edition.pointers import Pointer, pointers
from annotated_reader.edition.reading import read_document
from annotated_reader.edition.records import Project
from annotated_reader.files import read_text
from annotated_reader.notes import NoteEntry, read_notes, read_text_record
from annotated_reader.notes.rewriting import Steps, rewrite_values
from annotated_reader.notes.yaml_scalars import Value
from annotated_reader.problems import Problem, has_errors
from annotated_reader.text import format_sentence_list


@dataclass(frozen=True, slots=True)
class RebasedNote:
    """A note, and what an edit of the seed did to it."""

    entry: NoteEntry
    carried: Carried
    rewritten: bool
    """Whether its file must be changed for it to stay in its place."""
    remark: str = ""
    """What the edit means for the verdict of a claim; empty for what has none."""

    @property
    def name(self) -> str:
        """Its id, or where it was written."""
        return self.entry.record.id or str(self.entry.place())

    @property
    def placed(self) -> bool:
        """Whether it still has a place; else its author must decide."""
        return bool(self.carried.target.sentences)


@dataclass(frozen=True, slots=True)
class Rebase:
    """A text after an edit of its seed."""

    slug: str
    revision: Revision
    notes: tuple[RebasedNote, ...]
    pointers: tuple[Pointer, ...]
    """What names a sentence that is gone, in the files of all texts."""
    files: Mapping[Path, str]
    """What `--write` writes: the list of sentences, and the files that name others now."""

    @property
    def complete(self) -> bool:
        """Whether every note still has a place, and nothing points at what is gone."""
        return all(note.placed for note in self.notes) and not self.broken

    @property
    def broken(self) -> tuple[Pointer, ...]:
        """What points at a sentence that nobody can name now."""
        return tuple(pointer for pointer in self.pointers if pointer.broken)


def rebase_text(
    text: TextInput, project: Project, today: str
) -> tuple[Rebase | None, list[Problem]]:
    """Return what became of a text; None when its list fits the seed, or with an error.

    `today`, like `2026-11-24`, is the day that is kept of the sentences with other words.

    Problems: those of the seed, the list and the notes, R503 and R504 apart, which are
    what this answers; R015 for a file that cannot be rewritten for certain.
    """
    record, problems = read_text_record(text.text, project.annotations)
    reading, found = read_document(text, project, record.language)
    problems += [problem for problem in found if problem.code not in ("R503", "R504")]
    entries, found = read_notes(list(text.notes), project.annotations)
    problems += found
    if reading is None or reading.revision is None or has_errors(problems):
        return None, problems
    revision = dated(reading.revision, today)
    notes = _carry(entries, revision, today)
    homes = {note.entry.place(): note.carried.target.sentences for note in notes}
    named = pointers(text.slug, revision, homes, find_texts(project)[0], project)
    listed = format_sentence_list(revision.document, revision.retired)
    before = read_text(text.sentences, project.annotations)[0] or ""
    files = {text.sentences: _with_comments(listed, before)}
    rewritten, found = _rewritten(notes, named, project)
    if has_errors(found):
        return None, problems + found
    return Rebase(text.slug, revision, notes, tuple(named), files | rewritten), problems


def _carry(entries: list[NoteEntry], revision: Revision, today: str) -> tuple[RebasedNote, ...]:
    carrier = Carrier(revision)
    notes = []
    for entry in entries:
        if selector := selector_of(entry):
            carried = carrier.carry(selector)
            note = RebasedNote(entry, carried, carried.selector != selector)
            notes.append(replace(note, remark=_remark(note, revision, today)))
    return tuple(notes)


def _remark(note: RebasedNote, revision: Revision, today: str) -> str:
    record, target = note.entry.record, note.carried.target
    if edited_since(record, target, revision.document):
        waived = "; its waiver was about an earlier edit, and goes" if _waivers(note) else ""
        return f"its verdict of {record.checked} is older now{waived}"
    # A day is all that is known of a verdict, and the same day proves nothing.
    if last_edit(record, target, revision.document) == today:
        return "it was checked today, so no check will remind you: was it before the edit?"
    return ""


def _waivers(note: RebasedNote) -> list[int]:
    """Return the indexes of the waivers of a note that are about an earlier edit of its words."""
    if note.carried.state in (State.EXACT, State.MOVED):
        return []
    return [n for n, waiver in enumerate(note.entry.record.allow) if waiver.code == "R406"]


def _rewritten(
    notes: Iterable[RebasedNote], named: Iterable[Pointer], project: Project
) -> tuple[dict[Path, str], list[Problem]]:
    edits: dict[Path, dict[Steps, Value]] = defaultdict(dict)
    for note in notes:
        edits[note.entry.file.path] |= _edits(note)
    for pointer in named:
        if not pointer.broken:
            edits[pointer.path][pointer.steps] = pointer.value
    files, problems = {}, []
    for path, of_file in edits.items():
        if not of_file:
            continue
        content = rewrite_values(read_text(path, project.annotations)[0] or "", of_file)
        if content is None:
            message = "what the edit changed cannot be written into this file."
            hint = "Write every key on a line of its own, like `at: s12`."
            problems.append(Problem(project.annotations.place(path), "R015", message, hint))
        else:
            files[path] = content
    return files, problems


def _edits(note: RebasedNote) -> dict[Steps, Value]:
    """Return what must be written into a note: its new place, and no waiver of an older edit."""
    file = note.entry.file
    way = ("notes", file.marks.at("notes").index_of(note.entry.marks))
    values = _values(note.carried.selector) if note.rewritten else {}
    edits: dict[Steps, Value] = {(*way, key): value for key, value in values.items()}
    return edits | {(*way, "allow", number): "" for number in _waivers(note)}


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


def count_states(rebase: Rebase) -> dict[State, int]:
    """Return how many notes are in each state, in the order of the states."""
    states = [note.carried.state for note in rebase.notes]
    return {state: states.count(state) for state in State}
