"""From the files of reference managers into `sources.yml`, every record accounted for."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from annotated_reader.files import MAX_BYTES, Folder
from annotated_reader.imports.sources.convert import convert
from annotated_reader.imports.sources.merge import Merger
from annotated_reader.imports.sources.reading import read_file
from annotated_reader.imports.sources.records import Incoming, Outcome, Result
from annotated_reader.imports.sources.report import report_lines
from annotated_reader.imports.sources.stub import stub
from annotated_reader.notes.source_rewriting import Fields, rewrite_sources
from annotated_reader.notes.yaml_reader import parse_yaml
from annotated_reader.problems import Problem

__all__ = ["Merged", "Outcome", "Result", "convert", "merge", "read_file", "stub"]


@dataclass(frozen=True)
class Merged:
    """What becomes of records, and the content of `sources.yml` after it."""

    results: list[Result]
    content: str
    changed: bool

    @property
    def complete(self) -> bool:
        """Whether every record could be read."""
        return all(result.outcome is not Outcome.INVALID for result in self.results)

    def report(self) -> list[str]:
        """Return the report, line by line."""
        return list(report_lines(self.results))


def merge(
    incoming: Sequence[Incoming], content: str, path: Path, folder: Folder, *, update: bool = False
) -> tuple[Merged | None, list[Problem]]:
    """Return what becomes of records beside the sources in a content of `sources.yml`.

    Problems: those of `parse_yaml`, R203 where `references` is no list, R004 when the
    file would get too large, R015 when it is laid out so that nothing can be added.
    """
    file, problems = parse_yaml(content, path, folder, "references")
    if file is None:
        return None, problems
    references = file.data.get("references") or []
    place = file.place(file.marks.at("references"))
    if not isinstance(references, list):
        return None, [Problem(place, "R203", '"references" must be a list of sources.')]
    merger = Merger.beside(references, update=update)
    results = [merger.merge(item) for item in incoming]
    new = [result.fields for result in results if result.outcome is Outcome.NEW]
    filled: dict[int, Fields] = {}
    for result in results:
        if result.outcome is Outcome.UPDATED:
            filled.setdefault(result.index, {}).update(result.fields)
    if not new and not filled:
        return Merged(results, content, changed=False), []
    written = rewrite_sources(content, new, filled)
    if written is None:
        hint = "Write one key a line, each source beginning with a hyphen."
        return None, [Problem(place, "R015", "nothing can be added to this list.", hint)]
    if len(written.encode("utf-8")) > MAX_BYTES:
        message = f"would be larger than the {MAX_BYTES:,} bytes that are allowed."
        return None, [Problem(folder.place(path), "R004", message, "Import fewer sources.")]
    return Merged(results, written, changed=True), []
