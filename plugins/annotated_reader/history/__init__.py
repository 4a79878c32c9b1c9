"""What changed since a revision of the project: its notes, its files and its problems."""

from annotated_reader.history.changes import Change, Changes, NoteChange, changes_between
from annotated_reader.history.revision import read_revision

__all__ = ["Change", "Changes", "NoteChange", "changes_between", "read_revision"]
