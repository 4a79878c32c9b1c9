"""The files that say what a rebase found: notes with their new places, the list of sentences."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from annotated_reader.anchoring import Selector
from annotated_reader.edition.pointers import Pointer
from annotated_reader.edition.rebased import RebasedNote
from annotated_reader.edition.records import Project
from annotated_reader.files import read_text
from annotated_reader.notes.rewriting import Steps, rewrite_values
from annotated_reader.notes.yaml_scalars import Value
from annotated_reader.problems import Problem


def rewritten(
    notes: Iterable[RebasedNote], named: Iterable[Pointer], project: Project
) -> tuple[dict[Path, str], list[Problem]]:
    """Return the files of notes and of what points at sentences, as they must read now.

    Problems: R015 for a file that cannot be rewritten for certain.
    """
    edits: dict[Path, dict[Steps, Value]] = defaultdict(dict)
    for note in notes:
        edits[note.entry.file.path] |= _edits(note)
    for pointer in named:
        if not pointer.broken:
            edits[pointer.path][pointer.steps] = pointer.value
    files, problems = {}, []
    for path, of_file in edits.items():
        if not of_file:
            continue
        content = rewrite_values(read_text(path, project.annotations)[0] or "", of_file)
        if content is None:
            message = "what the edit changed cannot be written into this file."
            hint = "Write every key on a line of its own, like `at: s12`."
            problems.append(Problem(project.annotations.place(path), "R015", message, hint))
        else:
            files[path] = content
    return files, problems


def _edits(note: RebasedNote) -> dict[Steps, Value]:
    """Return what must be written into a note: its new place, and no waiver of an older edit."""
    file = note.entry.file
    way = ("notes", file.marks.at("notes").index_of(note.entry.marks))
    values = _values(note.carried.selector) if note.rewritten else {}
    edits: dict[Steps, Value] = {(*way, key): value for key, value in values.items()}
    return edits | {(*way, "allow", number): "" for number in note.outdated_waivers}


def _values(selector: Selector) -> dict[str, Value]:
    return {
        "at": selector.sentences,
        "quote": selector.quote,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
    }


def with_comments(listed: str, before: str) -> str:
    """Return the new list of sentences with the comments of the old one.

    Those at its top stay there, in place of ours; the others stay above their sentence.
    """
    top: list[str] = []
    above: dict[str, list[str]] = {}
    waiting: list[str] = top
    for line in before.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"):
        if line.startswith("#"):
            waiting.append(line)
        elif line.strip():
            above[line.partition("\t")[0]] = [] if waiting is top else waiting
            waiting = []
    new = [line for line in listed.splitlines() if not (top and line.startswith("#"))]
    lines = [part for line in new for part in (*above.get(line.partition("\t")[0], ()), line)]
    ends = "\r\n" if "\r\n" in before else "\n"
    return "".join(f"{line}{ends}" for line in [*top, *lines, *waiting])
