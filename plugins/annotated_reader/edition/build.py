"""The one pure function at the centre: folders in, an Edition and problems out."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import takewhile

from annotated_reader.anchoring import Finding, Passages, Selector, State, Target, anchor
from annotated_reader.anchoring.revision import Carrier
from annotated_reader.edition.inputs import TextInput, find_texts
from annotated_reader.edition.library import Library, read_library
from annotated_reader.edition.reading import TextReading, read_document
from annotated_reader.edition.records import Edition, Project
from annotated_reader.edition.resolve import Draft, resolve
from annotated_reader.edition.waivers import waive
from annotated_reader.notes import (
    NoteEntry,
    Vocabulary,
    YamlFile,
    check_note,
    notes_in,
    read_chronology,
    read_files,
    read_pieces,
    read_text_record,
    read_vocabulary,
)
from annotated_reader.notes.vocabulary import FILE_NAME as VERDICTS_FILE
from annotated_reader.problems import ERROR, MAX_FAULTS, Problem, has_errors, too_many_faults


Anchored = tuple[NoteEntry, Target]
Look = Callable[[NoteEntry], tuple[Target, list[Problem]]]


def build_edition(project: Project) -> tuple[Edition, list[Problem]]:
    """Return the edition of a project and every problem found on the way, in order of place.

    Problems: all codes but R6. With errors the edition lacks what they are about.
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
    sources = library.sources if library.is_known else None
    place = _anchoring(reading) if reading else lambda _: (Target(State.LOST), [])

    def look(entry: NoteEntry) -> tuple[Target, list[Problem]]:
        target, found = place(entry)
        return target, check_note(entry, vocabulary, sources) + found

    anchored, found = _look_at(entries, look)
    problems += found
    if reading is None:
        return None, problems
    written_in = tuple(project.annotations.place(path) for path in text.notes)
    draft = Draft(
        slug=text.slug,
        record=record,
        document=reading.document,
        files=written_in,
        entries=tuple(anchored),
        pieces=tuple(pieces),
        chronology=chronology,
    )
    return draft, problems


def _look_at(entries: Iterable[NoteEntry], look: Look) -> tuple[list[Anchored], list[Problem]]:
    """Return the notes with their targets; without one behind too many errors of a file (R017).

    What an edit of the seed has done to a note is no fault of the file.
    """
    anchored: list[Anchored] = []
    problems: list[Problem] = []
    errors: Counter[str] = Counter()
    for entry in entries:
        file = entry.place().file
        target, found = Target(State.LOST), []
        if errors[file] < MAX_FAULTS:
            target, found = look(entry)
            errors[file] += sum(p.severity is ERROR and p.code not in _CODES.values() for p in found)
            if errors[file] >= MAX_FAULTS:
                found.append(too_many_faults(entry.place()))
        anchored.append((entry, target))
        problems += found
    return anchored, problems


def _anchoring(reading: TextReading) -> Look:
    """Return how the notes of a text find their place: in the text, or over its edit."""
    if reading.revision:
        carrier = Carrier(reading.revision)
        return lambda entry: _carry(carrier, entry)
    passages = Passages(reading.document)
    return lambda entry: _anchor(passages, entry)


def selector_of(entry: NoteEntry) -> Selector | None:
    """Return what a note says of its place, or None when it says nothing (R103)."""
    note = entry.record
    if not note.sentences and not note.quote:
        return None
    return Selector(note.sentences, note.quote, note.prefix, note.suffix)


def _anchor(passages: Passages, entry: NoteEntry) -> tuple[Target, list[Problem]]:
    selector = selector_of(entry)
    if selector is None:
        return Target(State.LOST), []
    target, findings = anchor(passages, selector)
    return target, _problems(entry, findings)


def _problems(entry: NoteEntry, findings: Iterable[Finding]) -> list[Problem]:
    return [Problem(entry.place(f.key), f.code, f.message, f.hint) for f in findings]


_CODES = {State.MOVED: "R109", State.EDITED: "R110", State.AMBIGUOUS: "R111", State.LOST: "R112"}


def _carry(carrier: Carrier, entry: NoteEntry) -> tuple[Target, list[Problem]]:
    """Return the place of a note after an edit of the seed, and what happened to it."""
    selector = selector_of(entry)
    if selector is None:
        return Target(State.LOST), []
    carried = carrier.carry(selector)
    if carried.state is State.EXACT or carried.findings:
        return carried.target, _problems(entry, carried.findings)
    message = f"{carried.state}: {carried.reason}."
    same = _same_beginning(carried.before, carried.after)
    change = f"Before: “{shorten(carried.before, around=same)}”"
    change += f", now: “{shorten(carried.after, around=same)}”." if carried.after else "."
    if carried.before == carried.after:
        change = "Its words are the same; read the sentence again."
    key = "quote" if entry.record.quote else "at"
    problem = Problem(entry.place(key), _CODES[carried.state], message, change)
    return carried.target, [problem]


def shorten(words: str, length: int = 80, around: int = 0) -> str:
    """Return about as many characters of some words, those around a place, with ellipses."""
    if len(words) <= length:
        return words
    start = min(max(0, around - length // 2), len(words) - length)
    start = words.find(" ", start) + 1 if start else 0
    end = start + length
    return f"{'… ' if start else ''}{words[start:end].rstrip()}{' …' if end < len(words) else ''}"


def _same_beginning(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginnings."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
