"""After an edit of a seed: what became of every sentence and note of a text."""

from dataclasses import replace

from annotated_reader.anchoring.revision import Carrier, Revision, dated
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.overtaken import edited_since, last_edit
from annotated_reader.edition.placing import selector_of
from annotated_reader.edition.pointers import pointers
from annotated_reader.edition.reading import read_document
from annotated_reader.edition.rebase_files import rewritten, with_comments
from annotated_reader.edition.rebased import Rebase, RebasedNote
from annotated_reader.edition.records import Project
from annotated_reader.files import read_text
from annotated_reader.notes import NoteEntry, read_notes, read_text_record
from annotated_reader.problems import Problem, has_errors
from annotated_reader.text import format_sentence_list


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
    files = {text.sentences: with_comments(listed, before)}
    changed, found = rewritten(notes, named, project)
    if has_errors(found):
        return None, problems + found
    return Rebase(text.slug, revision, notes, tuple(named), files | changed), problems


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
        waived = "; its waiver was about an earlier edit, and goes" if note.outdated_waivers else ""
        return f"its verdict of {record.checked} is older now{waived}"
    # A day is all that is known of a verdict, and the same day proves nothing.
    if last_edit(record, target, revision.document) == today:
        return "it was checked today, so no check will remind you: was it before the edit?"
    return ""
