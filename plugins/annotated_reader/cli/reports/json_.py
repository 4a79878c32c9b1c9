"""The check for programs: JSON whose keys stay. What may come is more keys, never other ones."""

import json
from typing import Any

from annotated_reader.cli.reports.finding import Finding
from annotated_reader.history import Changes, NoteChange
from annotated_reader.problems import Problem, Severity

VERSION = 1
"""Rises when a key goes or changes its meaning."""


def json_report(finding: Finding) -> str:
    """Return the whole finding; what is not known is null."""
    report = {
        "version": VERSION,
        "counts": {
            str(severity): sum(problem.severity is severity for problem in finding.problems)
            for severity in Severity
        },
        "problems": [_problem(problem, finding) for problem in finding.problems],
        "untold": finding.untold,
        "texts": [
            {
                "slug": text.slug,
                "title": text.title,
                "sentences": text.counts.sentences,
                "annotated": text.counts.annotated,
                "checked": text.counts.checked,
                "notes": text.counts.notes,
            }
            for text in finding.edition.texts
        ],
        "changes": _changes(finding.changes) if finding.changes else None,
    }
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _problem(problem: Problem, finding: Finding) -> dict[str, Any]:
    return {
        "code": problem.code,
        "severity": str(problem.severity),
        "file": problem.place.file,
        "line": problem.place.line or None,
        "column": problem.place.column or None,
        "message": problem.message,
        "hint": problem.hint or None,
        "page": finding.site.page_of(problem.code) or None,
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "since": changes.since,
        "files": sorted(changes.files),
        "notes": [_note(change) for change in changes.notes],
    }


def _note(change: NoteChange) -> dict[str, Any]:
    note = change.note
    return {
        "change": str(change.change),
        "text": change.text.slug,
        "id": note.record.id or None,
        "label": note.label or None,
        "kind": note.record.kind,
        "sentences": list(note.target.sentences),
        "file": note.place.file,
        "line": note.place.line,
        "keys": list(change.keys),
    }
