"""The check as a page for reviewers: the summary of a job on GitHub.

Whatever a note says comes as sanitised HTML in one block without blank lines, in which
Markdown means nothing, so that a note cannot write a summary of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup, escape

from annotated_reader.cli.reports.finding import Finding
from annotated_reader.cli.reports.reading import how_it_reads
from annotated_reader.history import Change, Changes, NoteChange
from annotated_reader.problems import Problem

_LINE_END = re.compile(r"[\r\n]")

MAX_BYTES = 900_000
"""GitHub refuses a summary of more than 1 MiB."""


def markdown_report(finding: Finding) -> str:
    """Return the problems, and the notes that changed as they will read."""
    blocks = [*_problems(finding), *(_changes(finding.changes) if finding.changes else ())]
    blocks += [f"<p>{escape(line)}</p>" for line in finding.counted()]
    return _within_limit(blocks)


def _within_limit(blocks: list[str]) -> str:
    written, size = [], 0
    for number, block in enumerate(blocks):
        size += len(block.encode("utf-8")) + 2
        if size > MAX_BYTES:
            written.append(f"<p>… and {len(blocks) - number} more, too many for one page.</p>")
            break
        written.append(block)
    return "\n\n".join(written) + "\n"


def _problems(finding: Finding) -> Iterator[str]:
    if not finding.problems:
        yield "## Nothing is wrong"
    else:
        yield "## What is wrong"
        yield from (_problem(problem, finding) for problem in finding.problems)
    if finding.untold:
        yield f"<p>In files that did not change: {finding.untold} more.</p>"


def _problem(problem: Problem, finding: Finding) -> str:
    page = finding.site.page_of(problem.code)
    code = Markup('<a href="{}">{}</a>').format(page, problem.code) if page else problem.code
    return Markup("<p><b>{}</b> {} <code>{}</code><br>{} {}</p>").format(
        problem.severity, code, problem.place, problem.message, problem.hint
    )


def _changes(changes: Changes) -> Iterator[str]:
    counts = Counter(change.change for change in changes.notes)
    told = ", ".join(f"{counts[change]} {change}" for change in Change)
    yield f"## Notes: {told}"
    yield from map(_note, changes.notes)


def _note(change: NoteChange) -> str:
    note = change.note
    label = f" {note.label}" if note.label else ""
    keys = f" ({', '.join(change.keys)})" if change.keys else ""
    head = Markup("<h3>{}: {}{}{}</h3>\n<p><code>{}</code></p>\n").format(
        change.change.capitalize(), note.record.kind, label, keys, note.place
    )
    block = head + how_it_reads(change.text, note)
    if change.before:
        before = how_it_reads(*change.before)
        block += Markup("<details><summary>Before</summary>\n{}</details>\n").format(before)
    # A carriage return ends a line for Markdown, too (CommonMark 0.31, section 2.1).
    return "\n".join(line for line in _LINE_END.split(block) if line.strip())
