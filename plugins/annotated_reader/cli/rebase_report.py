"""What an edit of a seed did, as a table for a terminal, as JSON, or as Markdown for a review."""

import json
from collections.abc import Callable
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from annotated_reader.anchoring import State
from annotated_reader.anchoring.revision import Change, ChangeKind
from annotated_reader.edition import Rebase, RebasedNote, count_states

NAMES = {
    State.EXACT: "kept",
    State.MOVED: "moved",
    State.EDITED: "edited",
    State.AMBIGUOUS: "ambiguous",
    State.LOST: "lost",
}
_STYLES = {"edited": "yellow", "ambiguous": "bold red", "lost": "bold red"}


def _summary(rebase: Rebase) -> str:
    counts = count_states(rebase)
    return ", ".join(f"{counts[state]} {name}" for state, name in NAMES.items() if counts[state])


def _noteworthy(rebase: Rebase) -> list[RebasedNote]:
    return [note for note in rebase.notes if note.carried.state is not State.EXACT]


def _changed(rebase: Rebase) -> list[Change]:
    return [c for c in rebase.revision.changes if c.kind is not ChangeKind.UNCHANGED]


def _sides(rebase: Rebase, change: Change) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return ids and words of a change, before and after."""
    document = rebase.revision.document
    old = [(rebase.revision.listed[i].id, rebase.revision.listed[i].words) for i in change.old]
    sentences = [document.sentences[j] for j in change.new]
    return old, [(s.id, " ".join(document.words(s).split())) for s in sentences]


def print_table(rebase: Rebase) -> None:
    """Print the changed sentences and the notes that are not simply kept."""
    console = Console(highlight=False)
    sentences = Table("sentence", "what", "before", "after", title=f"{rebase.slug}: sentences")
    for change in _changed(rebase):
        old, new = _sides(rebase, change)
        ids = " ".join(dict.fromkeys(id_ for id_, _ in [*old, *new]))
        words = [Text(" ".join(w for _, w in side)) for side in (old, new)]
        sentences.add_row(Text(ids), change.kind.value, *words)
    notes = Table("note", "what", "why", "before", "now", title=f"{rebase.slug}: notes")
    for note in _noteworthy(rebase):
        name = NAMES[note.carried.state]
        carried = note.carried
        row = (carried.reason, carried.before, carried.after)
        notes.add_row(
            Text(note.name, overflow="fold"), Text(name, _STYLES.get(name, "")), *map(Text, row)
        )
    console.print(sentences)
    if notes.row_count:
        console.print(notes)
    console.print(Text(f"notes: {_summary(rebase)}", "bold"))


def print_json(rebase: Rebase) -> None:
    """Print everything, kept notes included."""
    data: dict[str, Any] = {
        "text": rebase.slug,
        "sentences": [
            {"change": change.kind.value, "before": dict(old), "after": dict(new)}
            for change in rebase.revision.changes
            for old, new in [_sides(rebase, change)]
        ],
        "notes": [
            {
                "note": note.name,
                "file": note.entry.place().file,
                "line": note.entry.place().line,
                "state": NAMES[note.carried.state],
                "reason": note.carried.reason,
                "before": note.carried.before,
                "after": note.carried.after,
                "rewritten": note.rewritten,
            }
            for note in rebase.notes
        ],
        "counts": {NAMES[state]: number for state, number in count_states(rebase).items()},
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_markdown(rebase: Rebase) -> None:
    """Print what a reviewer reads in a pull request."""
    lines = [f"## {rebase.slug}: {_summary(rebase)}", "", "### Sentences", ""]
    for change in _changed(rebase):
        old, new = _sides(rebase, change)
        lines += [f"- **{change.kind.value}**", "", "  ```diff"]
        lines += [f"  - {id_} {words}" for id_, words in old]
        lines += [f"  + {id_} {words}" for id_, words in new]
        lines += ["  ```", ""]
    lines += ["### Notes", "", "| note | what | why | before | now |", "|---|---|---|---|---|"]
    for note in _noteworthy(rebase):
        carried = note.carried
        cells = (
            note.name,
            NAMES[carried.state],
            carried.reason,
            carried.before,
            carried.after,
        )
        lines.append("| " + " | ".join(map(_cell, cells)) + " |")
    click.echo("\n".join(lines))


def _cell(text: str) -> str:
    """Return a text that cannot break out of its cell, nor become markup."""
    escaped = "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)
    return " ".join(escaped.split())


FORMATS: dict[str, Callable[[Rebase], None]] = {
    "table": print_table,
    "json": print_json,
    "markdown": print_markdown,
}
"""Every way to print a rebase, by the name that the command knows it by."""
