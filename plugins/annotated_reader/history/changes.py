"""Two states of a project compared: which notes, which files, and which problems are new."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import msgspec

from annotated_reader.edition import Edition, Note, Project, TextEdition
from annotated_reader.files import MAX_BYTES
from annotated_reader.problems import Problem


class Change(StrEnum):
    """What became of a note."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class NoteChange:
    """A note that is not what it was; a removed one as it was."""

    change: Change
    text: TextEdition
    note: Note
    before: tuple[TextEdition, Note] | None = None
    """A changed note as it was, with its text."""
    keys: tuple[str, ...] = ()
    """The keys of a changed note whose values are others; `place` when the text was edited."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that is not what it was."""

    since: str
    notes: tuple[NoteChange, ...]
    files: frozenset[str]
    """Seeds and annotation files that were added, changed or removed."""
    problems: tuple[Problem, ...]
    """Problems in these files, and those elsewhere that were not there before."""


State = tuple[Project, Edition, Sequence[Problem]]
"""A project, its edition, and what is wrong with it."""


def changes_between(since: str, before: State, now: State) -> Changes:
    """Return what changed between two states of a project."""
    files = frozenset(_changed_files(before[0], now[0]))
    problems = tuple(_new_problems(before[2], now[2], files))
    return Changes(since, tuple(_changed_notes(before[1], now[1])), files, problems)


def _changed_files(before: Project, now: Project) -> set[str]:
    old, new = _contents(before), _contents(now)
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def _contents(project: Project) -> dict[str, bytes | None]:
    """Return what the files hold; line ends count alike, since git may have changed them."""
    found: dict[str, bytes | None] = {}
    for folder in (project.seeds, project.annotations):
        if folder.path.is_symlink():
            found[folder.name] = None
            continue
        for path in sorted(folder.path.rglob("*")):
            name = folder.place(path).file
            if path.is_symlink():
                found[name] = None
            elif path.is_file():
                found[name] = _content(path)
    return found


def _content(path: Path) -> bytes | None:
    try:
        if path.stat().st_size > MAX_BYTES:
            return None
        return path.read_bytes().replace(b"\r\n", b"\n")
    except OSError:
        return None


def _new_problems(
    before: Iterable[Problem], now: Iterable[Problem], files: frozenset[str]
) -> Iterator[Problem]:
    """Yield problems of changed files, and those that stood in no file before, lines apart."""
    known = Counter(map(_substance, before))
    for problem in now:
        known[_substance(problem)] -= 1
        if problem.place.file in files or known[_substance(problem)] < 0:
            yield problem


def _substance(problem: Problem) -> tuple[str, str, str]:
    return problem.place.file, problem.code, problem.message


def _changed_notes(before: Edition, now: Edition) -> Iterator[NoteChange]:
    for slug in sorted({text.slug for text in (*before.texts, *now.texts)}):
        old, new = before.by_slug.get(slug), now.by_slug.get(slug)
        pairs, added, removed = _paired(_notes(old), _notes(new))
        if new:
            yield from (NoteChange(Change.ADDED, new, note) for note in added)
        if old and new:
            for was, note in pairs:
                if keys := tuple(_differences(old, was, new, note)):
                    yield NoteChange(Change.CHANGED, new, note, (old, was), keys)
        if old:
            yield from (NoteChange(Change.REMOVED, old, note) for note in removed)


def _notes(text: TextEdition | None) -> list[Note]:
    return [*text.notes, *text.unplaced] if text else []


_KEYS: tuple[Callable[[Note], Hashable], ...] = (
    lambda note: note.record.id or None,
    lambda note: msgspec.json.encode(note.record),
    lambda note: (note.record.kind, note.record.sentences, note.record.quote),
    lambda note: (note.record.kind, note.record.sentences),
)
"""What tells that two notes are the same one, most certain first."""


def _paired(
    old: list[Note], new: list[Note]
) -> tuple[list[tuple[Note, Note]], list[Note], list[Note]]:
    """Return the notes that are in both, those only in the new list, those only in the old."""
    pairs = []
    for key in _KEYS:
        waiting: dict[Hashable, list[Note]] = defaultdict(list)
        for note in old:
            waiting[key(note)].append(note)
        rest = []
        for note in new:
            same = waiting[key(note)] if key(note) is not None else []
            if same:
                pairs.append((same.pop(0), note))
            else:
                rest.append(note)
        matched = {id(was) for was, _ in pairs}
        old, new = [note for note in old if id(note) not in matched], rest
    return pairs, new, old


def _differences(old: TextEdition, was: Note, new: TextEdition, note: Note) -> Iterator[str]:
    for field in msgspec.structs.fields(type(note.record)):
        if getattr(was.record, field.name) != getattr(note.record, field.name):
            yield field.encode_name
    if _words(old, was) != _words(new, note):
        yield "place"


def _words(text: TextEdition, note: Note) -> tuple[tuple[str, ...], str]:
    return note.target.sentences, text.document.flat(note.target.start, note.target.end)
