"""What an edit of a seed did, as a table for a terminal, as JSON, or as Markdown for a review.

Notes that are simply kept are only counted, but in JSON. What must be decided stands
where it is seen first: at the top of a page, at the bottom in a terminal.
"""

import json
import re
import textwrap
from collections.abc import Callable
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from annotated_reader.cli.rebase_rows import (
    HIDDEN,
    NAMES,
    Row,
    changed_sentences,
    followed,
    links_followed,
    sides,
    to_decide,
)
from annotated_reader.edition import Pointer, Rebase, RebasedNote, count_states

_STYLES = {"-": "red", "+": "green", "=": "", "lost": "bold red", "ambiguous": "bold red"}
_DECIDE = (
    "For each of these, choose other words (quote:) or another sentence (at:, see:) in its file, "
    "or take it out. Until then every check reports it."
)
_READ = "Read them again where their words changed: is the note still right?"


def _summary(rebase: Rebase) -> str:
    counts = count_states(rebase)
    told = [f"{counts[state]} {name}" for state, name in NAMES.items() if counts[state]]
    return f"Notes: {', '.join(told) or 'none'}."


def _verdict(rebase: Rebase) -> str:
    number = len(to_decide(rebase))
    things = "1 thing is" if number == 1 else f"{number} things are"
    return f"{things} to be decided." if number else "Every note has its place."


def print_table(rebase: Rebase) -> None:
    """Print the changed sentences and the notes that are not simply kept, for a terminal."""
    console = Console(highlight=False)
    for title, rows in (
        ("Sentences", changed_sentences(rebase)),
        ("Notes that follow their sentence", followed(rebase)),
        ("Links that follow their sentence", links_followed(rebase)),
        ("To be decided", to_decide(rebase)),
    ):
        if rows:
            console.print(_table(f"{rebase.slug}: {title}", rebase.slug, rows, console.width))
    console.print(Text(f"{_verdict(rebase)} {_summary(rebase)}", "bold"))
    if not rebase.complete:
        console.print(_DECIDE)


def _table(title: str, slug: str, rows: list[Row], width: int) -> Table:
    table = Table(box=box.SIMPLE_HEAD, leading=1, title=title, title_justify="left")
    table.add_column("where", overflow="fold")
    table.add_column("what happened", max_width=max(20, width // 6))
    table.add_column("words (- before, + now, = both)")
    for row in rows:
        inside = row.place.rpartition(f"/{slug}/")[2]
        place = ", ".join(part for part in (inside, row.at) if part)
        where = Text("\n".join(part for part in (row.name, place) if part))
        what = Text(row.what, _STYLES.get(row.what, "bold"))
        if row.why:
            what += Text(f": {row.why}", "none")
        words = Text("\n").join(Text(f"{sign} {words}", _STYLES[sign]) for sign, words in row.words)
        table.add_row(where, what, words)
    return table


def print_json(rebase: Rebase) -> None:
    """Print everything, kept notes included, and all words in full."""
    data: dict[str, Any] = {
        "text": rebase.slug,
        "changed": True,
        "complete": rebase.complete,
        "sentences": [
            {"change": change.kind.value, "before": dict(old), "after": dict(new)}
            for change in rebase.revision.changes
            for old, new in [sides(rebase, change)]
        ],
        "notes": [_note_data(note) for note in rebase.notes],
        "broken_links": [_link_data(pointer) for pointer in rebase.broken],
        "links": [_link_data(pointer) for pointer in rebase.pointers if not pointer.broken],
        "counts": {NAMES[state]: number for state, number in count_states(rebase).items()},
    }
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _link_data(pointer: Pointer) -> dict[str, Any]:
    return {
        "file": pointer.place.file,
        "line": pointer.place.line,
        "sentence": pointer.sentence,
        "now": pointer.now,
        "reason": pointer.why,
    }


def _note_data(note: RebasedNote) -> dict[str, Any]:
    carried = note.carried
    return {
        "note": note.name,
        "file": note.entry.place().file,
        "line": note.entry.place().line,
        "state": NAMES[carried.state],
        "reason": carried.reason,
        "remark": note.remark,
        "before": carried.before,
        "after": carried.after,
        "rewritten": note.rewritten,
    }


def print_markdown(rebase: Rebase) -> None:
    """Print what a reviewer reads in a pull request."""
    lines = [f"## {rebase.slug}: the text was edited", ""]
    lines += [f"**{_verdict(rebase)}** {_summary(rebase)}", ""]
    for title, advice, rows in (
        ("To be decided", _DECIDE, to_decide(rebase)),
        ("Notes that follow their sentence", _READ, followed(rebase)),
        ("Links that follow their sentence", "", links_followed(rebase)),
        ("Sentences", "", changed_sentences(rebase)),
    ):
        if rows:
            lines += [f"### {title}", "", *([advice, ""] if advice else [])]
            lines += [line for row in rows for line in _item(row)]
    click.echo("\n".join(lines))


def _item(row: Row) -> list[str]:
    named = ", ".join(_code(part) for part in (row.name, row.at, row.place) if part)
    head = f"- **{row.what}** {named}" + (f": {_plain(row.why)}" if row.why else "")
    (sign, words), *more = row.words
    if sign == "=" and not more:
        return [f"{head}; unchanged words: {_code(words)}", ""]
    diff = [f"{sign} {line}" for sign, words in row.words for line in textwrap.wrap(words, 90)]
    # No line of words can end the block: each begins with its sign.
    return [head, "", "  ```diff", *(f"  {line}" for line in diff), "  ```", ""]


def _code(text: str) -> str:
    """Return words between more backticks than stand together anywhere in them."""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    space = " " if "`" in text else ""
    return f"{fence}{space}{text}{space}{fence}"


def _plain(text: str) -> str:
    """Return words that cannot become markup."""
    return re.sub(r"([\\`*_\[\]<>|#~&@!])", r"\\\1", HIDDEN.sub(" ", text))


FORMATS: dict[str, Callable[[Rebase], None]] = {
    "table": print_table,
    "json": print_json,
    "markdown": print_markdown,
}
"""Every way to print a rebase, by the name that the command knows it by."""
