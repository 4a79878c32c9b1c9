"""The one pure function at the centre: folders in, an Edition and problems out."""

from collections import Counter
from collections.abc import Iterable

from annotated_reader.anchoring import State, Target
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.library import Library, read_library
from annotated_reader.edition.placing import OF_AN_EDIT, Placing, placing
from annotated_reader.edition.reading import TextReading, read_document
from annotated_reader.edition.records import Edition, Project
from annotated_reader.edition.resolve import resolve
from annotated_reader.edition.text_draft import Draft
from annotated_reader.edition.waivers import waive
from annotated_reader.notes import (
    NoteEntry,
    Vocabulary,
    YamlFile,
    check_note,
    days_to_come,
    notes_in,
    read_chronology,
    read_files,
    read_pieces,
    read_text_record,
    read_vocabulary,
)
from annotated_reader.notes.vocabulary import FILE_NAME as VERDICTS_FILE
from annotated_reader.problems import MAX_FAULTS, Problem, Severity, has_errors, too_many_faults

Anchored = tuple[NoteEntry, Target]


def build_edition(project: Project, today: str = "") -> tuple[Edition, list[Problem]]:
    """Return the edition of a project and every problem found on the way, in order of place.

    `today`, like `2026-11-24`, is the day after which no verdict can have been reached;
    without one, no day is too late. Problems: all codes but R6. With errors the edition
    lacks what they are about.
    """
    texts, problems = find_texts(project)
    annotations = project.annotations
    vocabulary, found = read_vocabulary(annotations.path / VERDICTS_FILE, annotations)
    problems += found
    files: dict[str, list[YamlFile]] = {}
    for text in texts:
        files[text.slug], found = read_files(list(text.notes), annotations)
        problems += found
    library, found = read_library(annotations, [file for some in files.values() for file in some])
    problems += found
    drafts = []
    for text in texts:
        draft, found = _draft(text, files[text.slug], project, vocabulary, library)
        problems += found
        for entry, _ in draft.entries if draft and today else ():
            problems += days_to_come(entry, today)
        drafts += [draft] if draft else []
    edition, found = resolve(drafts, vocabulary or Vocabulary({}, {}), library)
    problems += found
    problems = waive((entry for draft in drafts for entry, _ in draft.entries), problems)
    if not has_errors(problems):
        # Else what cites it may be among what is left out.
        problems += _uncited(edition)
    return edition, sorted(set(problems))


def _uncited(edition: Edition) -> list[Problem]:
    return [
        Problem(edition.sources[id_].place, "R306", f'no note cites the source "{id_}".')
        for id_, uses in edition.uses.items()
        if not uses
    ]


def _draft(
    text: TextInput,
    files: list[YamlFile],
    project: Project,
    vocabulary: Vocabulary | None,
    library: Library,
) -> tuple[Draft | None, list[Problem]]:
    record, problems = read_text_record(text.text, project.annotations)
    reading, found = read_document(text, project, record.language)
    problems += found
    entries, found = notes_in(files)
    problems += found
    pieces, found = read_pieces(text.pieces, project.annotations)
    problems += found
    chronology, found = read_chronology(text.chronology, project.annotations)
    problems += found
    anchored, found = _look_at(entries, _looking(reading, vocabulary, library))
    problems += found
    if reading is None:
        return None, problems
    draft = Draft(
        slug=text.slug,
        record=record,
        document=reading.document,
        files=tuple(project.annotations.place(path) for path in text.notes),
        entries=tuple(anchored),
        pieces=tuple(pieces),
        chronology=chronology,
    )
    return draft, problems


def _looking(
    reading: TextReading | None, vocabulary: Vocabulary | None, library: Library
) -> Placing:
    """Return how a note is looked at: where its place is, and what is wrong with it."""
    sources = library.sources if library.is_known else None
    place = placing(reading) if reading else lambda _: (Target(State.LOST), [])

    def look(entry: NoteEntry) -> tuple[Target, list[Problem]]:
        """Return the target of a note, and all that is wrong with it."""
        target, found = place(entry)
        return target, check_note(entry, vocabulary, sources) + found

    return look


def _look_at(entries: Iterable[NoteEntry], look: Placing) -> tuple[list[Anchored], list[Problem]]:
    """Return the notes with their targets; without one behind too many errors of a file (R017).

    What an edit of the seed has done to a note is no fault of the file.
    """
    anchored: list[Anchored] = []
    problems: list[Problem] = []
    errors: Counter[str] = Counter()
    skipped: dict[str, NoteEntry] = {}
    for entry in entries:
        file = entry.place().file
        if errors[file] >= MAX_FAULTS:
            anchored.append((entry, Target(State.LOST)))
            skipped.setdefault(file, entry)
            continue
        target, found = look(entry)
        anchored.append((entry, target))
        problems += found
        errors[file] += sum(
            p.severity is Severity.ERROR and p.code not in OF_AN_EDIT for p in found
        )
    problems += [too_many_faults(entry.place()) for entry in skipped.values()]
    return anchored, problems
