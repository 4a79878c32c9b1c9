"""What names a sentence by its id, from anywhere in a project, after an edit of the seed.

Cross-references of notes and events, and the runs of pieces. Where the words of a sentence
went is known, so its name is changed with them; where it is not, its author is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.anchoring.revision import Change, ChangeKind, Revision
from annotated_reader.edition.inputs import TextInput
from annotated_reader.edition.records import Project
from annotated_reader.notes import (
    Entry,
    EventRecord,
    NoteEntry,
    PieceRecord,
    read_chronology,
    read_notes,
    read_pieces,
)
from annotated_reader.notes.rewriting import Steps
from annotated_reader.problems import Place

_LOOK = "; look at it now, for their ids are in use and no check will tell"
_ENDS = {"first": "begins", "last": "ends"}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in a file that names a sentence which is not the same any more."""

    path: Path
    steps: Steps
    """The way to the value in its file."""
    place: Place
    sentence: str
    """The id that stands there."""
    words: str
    """How that sentence read."""
    now: str
    """The id to be named now; empty where nobody can say."""
    why: str
    value: str = ""
    """What is to be written; empty where it is named beside it already, and goes."""

    @property
    def broken(self) -> bool:
        """Whether its author must decide where it leads."""
        return not self.now


def pointers(
    slug: str,
    revision: Revision,
    homes: Mapping[Place, tuple[str, ...]],
    texts: Sequence[TextInput],
    project: Project,
) -> list[Pointer]:
    """Return what names a sentence of a text that is gone, in the files of all texts.

    `homes` gives the sentences of the notes of this text by where they were written. What has
    faults is left out: the check tells of them, and then what it names.
    """
    finder = _Finder(slug, revision, homes)
    found: list[Pointer] = []
    for text in texts:
        for note in read_notes(list(text.notes), project.annotations)[0]:
            found += [] if note.faulty else finder.links(note, "notes", text.slug)
        chronology, _ = read_chronology(text.chronology, project.annotations)
        for event in chronology.events:
            found += [] if event.faulty else finder.links(event, "events", text.slug)
        if text.slug == slug:
            for piece in read_pieces(text.pieces, project.annotations)[0]:
                found += [] if piece.faulty else finder.runs(piece)
    return found


class _Finder:
    """Knows what became of every sentence of the edited text."""

    def __init__(
        self, slug: str, revision: Revision, homes: Mapping[Place, tuple[str, ...]]
    ) -> None:
        self._slug = slug
        self._homes = homes
        self._listed = revision.listed
        self._ids = [sentence.id for sentence in revision.document.sentences]
        self._old = {item.id: index for index, item in enumerate(revision.listed)}
        self._changes = {index: change for change in revision.changes for index in change.old}
        self._from: Mapping[int, Change] = {
            index: change for change in revision.changes for index in change.new
        }

    def links(
        self, entry: NoteEntry | Entry[EventRecord], key: str, here: str
    ) -> Iterator[Pointer]:
        """Yield the cross-references of a note or an event to sentences that are gone."""
        see = entry.record.see
        named = {self._id(written, here) for written in see}
        for number, written in enumerate(see):
            id_ = self._id(written, here)
            if id_ not in self._old or id_ in self._ids:
                continue
            now, why = self._went(id_, self._homes.get(entry.place(), ()))
            value = written.removesuffix(id_) + now if now and now not in named else ""
            named.add(now)
            yield self._pointer(entry, key, ("see", number), (id_, now), why, value)

    def _went(self, id_: str, home: Sequence[str]) -> tuple[str, str]:
        """Return the sentence that has the words of one that is gone, and the reason."""
        new = self._changes[self._old[id_]].new
        if not new:
            return "", f"{id_} is gone"
        now = self._ids[new[0]]
        why = f"{id_} is gone; its words are in {now} now"
        return ("", f"{why}, where the note itself is") if now in home else (now, why)

    def _id(self, written: str, here: str) -> str:
        """Return the sentence of the edited text that a `see:` names, or nothing."""
        text, mark, name = written.rpartition("#")
        return name if (text if mark else here) == self._slug else ""

    def runs(self, piece: Entry[PieceRecord]) -> Iterator[Pointer]:
        """Yield the ends of runs that must be other sentences for the run to hold the same words."""
        for number, run in enumerate(piece.record.runs):
            first, last = self._old.get(run.first), self._old.get(run.last)
            if first is None or last is None or last < first:
                continue
            news, why = self._run(first, last)
            if why:
                why += _LOOK if {run.first, run.last}.issubset(self._ids) else ""
                way: Steps = ("runs", number)
                yield self._pointer(piece, "pieces", way, (run.first, ""), why, "")
                continue
            ends = (("first", run.first, news[0]), ("last", run.last, news[-1]))
            for key, id_, new in ends:
                if (now := self._ids[new]) != id_:
                    way, why = ("runs", number, key), f"the run {_ENDS[key]} with {now} now"
                    yield self._pointer(piece, "pieces", way, (id_, now), why, now)

    def _run(self, first: int, last: int) -> tuple[list[int], str]:
        """Return the new sentences of a run, or why nobody can say which they are."""
        changes = [self._changes[index] for index in range(first, last + 1)]
        if any(changes[end].kind is ChangeKind.AMBIGUOUS for end in (0, -1)):
            return [], "nobody can tell where the run begins or ends now"
        news = sorted({index for change in changes for index in change.new})
        if not news:
            return [], "all sentences of the run are gone"
        between = (self._from[index].old for index in range(news[0], news[-1] + 1))
        if any(not first <= old <= last for olds in between for old in olds):
            return [], "the sentences of the run no longer stand together, by themselves"
        return news, ""

    def _pointer(
        self,
        entry: Entry[EventRecord] | Entry[PieceRecord] | NoteEntry,
        key: str,
        way: Steps,
        ids: tuple[str, str],
        why: str,
        value: str,
    ) -> Pointer:
        file, (id_, now) = entry.file, ids
        index = file.marks.at(key).index_of(entry.marks)
        words = self._listed[self._old[id_]].words
        place = entry.place(*way)
        return Pointer(file.path, (key, index, *way), place, id_, words, now, why, value)
