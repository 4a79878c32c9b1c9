"""Making a note fit the project that it comes to: what nobody here knows becomes text.

An import must not break the build, and must not lose anything: a source that is not
in `sources.yml` is still told, as words of the note.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from annotated_reader.edition import Edition
from annotated_reader.files import Folder
from annotated_reader.imports.contents import MAX_LEAD, MAX_NOTE, too_long, with_lines
from annotated_reader.imports.html_to_markdown import escape_markdown
from annotated_reader.notes import NoteRecord, check_note
from annotated_reader.notes.format import SourceUse
from annotated_reader.notes.records import Entry
from annotated_reader.notes.yaml_reader import Marks, YamlFile

_NOWHERE = YamlFile({}, Marks(0, 0), Path("/import"), Folder(Path("/"), ""))


@dataclass(frozen=True, slots=True)
class Fitted:
    """A note that passes every check of the project (None: `why` there is none)."""

    note: NoteRecord | None
    remarks: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a note may refer to: the project, and the targets of its `see` by their names."""

    edition: Edition
    targets: frozenset[str]
    titles: Mapping[str, str]
    """Title and address of each source of the import, by its id there."""

    def fit(self, note: NoteRecord) -> Fitted:
        """Return the note, with what the project does not know turned into text."""
        fitted, lines = self._known(note)
        remarks = []
        if problem := self._problem(_with_text(fitted, lines)):
            fitted, more = _as_gloss(fitted)
            lines = [*more, *lines]
            remarks.append(f"it became a gloss: {problem}")
        elif lines:
            remarks.append("what the project does not know stands in the text of the note")
        fitted = _with_text(fitted, lines)
        if why := self._problem(fitted) or _too_long(fitted):
            return Fitted(None, why=why)
        return Fitted(fitted, tuple(remarks))

    def _known(self, note: NoteRecord) -> tuple[NoteRecord, list[str]]:
        sources = [use for use in note.sources if use.source in self.edition.sources]
        see = [name for name in note.see if name in self.targets]
        reasons = [name for name in note.reasons if name in self.edition.vocabulary.reasons]
        lines = [self._source_line(use) for use in note.sources if use not in sources]
        unknown = [escape_markdown(name) for name in note.see if name not in see]
        lines += [f"See: {', '.join(unknown)}"] if unknown else []
        unknown = [escape_markdown(name) for name in note.reasons if name not in reasons]
        lines += [f"Reasons: {', '.join(unknown)}"] if unknown else []
        if not lines:
            return note, []
        return msgspec.structs.replace(note, sources=sources, see=see, reasons=reasons), lines

    def _source_line(self, use: SourceUse) -> str:
        title = self.titles.get(use.source) or escape_markdown(use.source)
        parts = [title, escape_markdown(use.locator)]
        parts += [f"“{escape_markdown(use.quote)}”"] if use.quote else []
        return f"Source ({use.relation}): {', '.join(part for part in parts if part)}"

    def _problem(self, note: NoteRecord) -> str:
        """Return what the project's checks say against a note first, or an empty text."""
        # Its place is judged elsewhere: any sentence will do.
        entry = Entry(msgspec.structs.replace(note, at="s0"), _NOWHERE.marks, _NOWHERE)
        problems = check_note(entry, self.edition.vocabulary, self.edition.sources)
        return problems[0].message if problems else ""


def _as_gloss(note: NoteRecord) -> tuple[NoteRecord, list[str]]:
    """Return a note as a gloss, and lines with what only another kind can have."""
    found: dict[str, list[str]] = {
        "Verdict": [note.verdict],
        "Reasons": note.reasons,
        "Checked": [note.checked],
        "Searched": note.searched,
        "Earlier verdicts": [f"{e.verdict} {e.checked} {e.why}".strip() for e in note.history],
        "Relation": [note.relation or ""],
    }
    lines = [
        f"{name}: {'; '.join(escape_markdown(value) for value in values)}"
        for name, values in found.items()
        if any(values)
    ]
    gloss = msgspec.structs.replace(
        note,
        kind="gloss",
        verdict="",
        reasons=[],
        checked="",
        searched=[],
        history=[],
        relation=None,
    )
    return gloss, lines


def _too_long(note: NoteRecord) -> str:
    return too_long(note.note) if len(note.note) > MAX_NOTE else ""


def _with_text(note: NoteRecord, lines: list[str]) -> NoteRecord:
    if not any(lines):
        return note
    text = with_lines(note.note, lines)
    if not note.lead and not note.note and len(lines) == 1 and len(lines[0]) <= MAX_LEAD:
        return msgspec.structs.replace(note, lead=lines[0])
    return msgspec.structs.replace(note, note=f"{text}\n")
