"""A project after an edit of its seed, written from a case, and what a rebase makes of it."""

from pathlib import Path
from typing import Any

from annotated_reader.edition import (
    Project,
    Rebase,
    build_edition,
    find_texts,
    read_document,
    rebase_text,
)
from annotated_reader.problems import Problem, Severity
from annotated_reader.text import format_sentence_list
from tests.edition.conftest import TODAY

FOLDER = "annotations/essay"


def write(root: Path, name: str, content: str) -> None:
    """Write a file of the project by its path from the root."""
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8"))


def _lock(root: Path) -> None:
    project = Project.at(root)
    for text in find_texts(project)[0]:
        reading, _ = read_document(text, project, "en")
        assert reading is not None
        write(
            root, f"annotations/{text.slug}/sentences.tsv", format_sentence_list(reading.document)
        )


def _seed(root: Path, case: dict[str, Any], key: str) -> None:
    name = "essay.md" if case.get("markdown") else "essay.txt"
    write(root, f"seeds/{name}", case[key])


def edited(root: Path, case: dict[str, Any]) -> Path:
    """Write the project of a case, as it is after the edit of its seed."""
    _seed(root, case, "before")
    write(root, f"{FOLDER}/notes.yml", f"notes:\n{case['notes'].rstrip()}\n")
    for name, content in case.get("beside", {}).items():
        write(root, f"annotations/{name}", content)
    if "beside" in case:
        write(root, "seeds/other.txt", "It rained. It snowed.\n")
    _lock(root)
    _seed(root, case, "after")
    return root


def rebased(root: Path) -> tuple[Rebase | None, list[Problem]]:
    """Return what became of the text `essay`, as `rebase_text` does."""
    project = Project.at(root)
    text = next(text for text in find_texts(project)[0] if text.slug == "essay")
    return rebase_text(text, project, TODAY)


def done(root: Path) -> Rebase:
    """Return what became of it, where nothing was in the way."""
    result, problems = rebased(root)
    assert problems == []
    assert result is not None
    return result


def built(root: Path) -> tuple[dict[str, str], set[int]]:
    """Return the words of each note that has a place, by id, and the lines with an error."""
    edition, problems = build_edition(Project.at(root))
    text = edition.text("essay")
    spans = {note.record.id: note.target for note in text.notes}
    words = {id_: text.document.source[s.start : s.end].split() for id_, s in spans.items()}
    faulty = {p.place.line for p in problems if p.severity is Severity.ERROR}
    return {id_: " ".join(parts) for id_, parts in words.items()}, faulty


def take_over(rebase: Rebase) -> None:
    """Write what `--write` writes."""
    for path, content in rebase.files.items():
        path.write_bytes(content.encode("utf-8"))
