"""The vocabulary of flagged claims: verdicts and reasons."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from annotated_reader.files import Folder, is_there
from annotated_reader.notes.format import ReasonRecord, VerdictRecord
from annotated_reader.notes.records import Entry, read_entries, unknown_keys
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.problems import Problem

FILE_NAME = "verdicts.yml"
DEFAULT = Path(__file__).with_name(FILE_NAME)
_OURS = Folder(DEFAULT.parent, "annotated_reader")

Record = TypeVar("Record", VerdictRecord, ReasonRecord)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Verdicts and reasons by id, in the order in which they are shown."""

    verdicts: Mapping[str, VerdictRecord]
    reasons: Mapping[str, ReasonRecord]


def read_vocabulary(path: Path, folder: Folder) -> tuple[Vocabulary | None, list[Problem]]:
    """Return the project's vocabulary, the default one without a file, None when unreadable.

    Problems: those of `read_yaml` and of the records, R404 for an id used twice.
    """
    if not is_there(path):
        path, folder = DEFAULT, _OURS
    file, problems = read_yaml(path, folder, "verdicts")
    if file is None:
        return None, problems
    problems += unknown_keys(file, ["verdicts", "reasons"])
    verdicts, of_verdicts = read_entries(file, "verdicts", VerdictRecord)
    reasons, of_reasons = read_entries(file, "reasons", ReasonRecord)
    problems += [*of_verdicts, *of_reasons]
    return Vocabulary(_by_id(verdicts, problems), _by_id(reasons, problems)), problems


@cache
def default_vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with the reader."""
    vocabulary, problems = read_vocabulary(DEFAULT, _OURS)
    assert vocabulary is not None
    assert not problems
    return vocabulary


def _by_id(entries: Iterable[Entry[Record]], problems: list[Problem]) -> Mapping[str, Record]:
    found: dict[str, Record] = {}
    for entry in entries:
        if entry.record.id in found:
            message = f'"{entry.record.id}" is defined already.'
            problems.append(Problem(entry.place("id"), "R404", message, "Remove one of the two."))
        found.setdefault(entry.record.id, entry.record)
    return MappingProxyType(found)
