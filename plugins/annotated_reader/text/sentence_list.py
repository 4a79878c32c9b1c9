"""`sentences.tsv`: the committed list of a text's sentences and their ids.

One line per sentence, `id TAB sentence`, white space inside the sentence made
single spaces; a third column `retired` marks an id that must not be used again, and
`edited 2026-11-24` says on which day an edit of the seed last changed the words. Lines
that begin with `#` are comments.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from annotated_reader.files import Folder, line_and_column, read_text, refuse_hiding
from annotated_reader.problems import MAX_FAULTS, Place, Problem, too_many_faults
from annotated_reader.text.document import Document
from annotated_reader.text.limits import find_excess

FILE_NAME = "sentences.tsv"
SENTENCE_ID = re.compile(r"s(?:0|[1-9][0-9]{0,5})")
_EDITED = re.compile(r"edited ([0-9]{4}-[0-9]{2}-[0-9]{2})")

_HEADER = """\
# The sentences of this text and their ids, in reading order: id TAB sentence.
# An id is for ever: links and notes point at it. Join two sentences by joining their lines,
# split one by giving the second half a new line and a new id. Line breaks do not matter here.
# Behind a sentence, "edited" tells the day on which its words were changed: a claim whose verdict
# is older must be checked again.
"""


@dataclass(frozen=True, slots=True)
class ListedSentence:
    """One line of the list: an id, the wording it had when listed, and where that stands."""

    id: str
    words: str
    retired: bool
    place: Place
    edited: str = ""
    """Day on which its words were last changed, like `2026-11-24`; empty if they never were."""


def read_sentence_list(path: Path, folder: Folder) -> tuple[list[ListedSentence], list[Problem]]:
    """Return the listed sentences, retired ones included, in order.

    Problems: those of `read_text`, R004 for more than the limits of a text, R005 for a
    character that hides or reorders text, R501 for a line of another form, R502 for an id
    that stands twice. Such lines are left out.
    """
    content, problems = read_text(path, folder)
    if content and (excess := find_excess(content)):
        offset, message, _ = excess
        place = folder.place(path, *line_and_column(content, offset))
        return [], [Problem(place, "R004", message, "Divide the seed.")]
    listed: dict[str, ListedSentence] = {}
    for number, line in enumerate((content or "").lstrip("\ufeff").split("\n"), start=1):
        if len(problems) >= MAX_FAULTS:
            problems.append(too_many_faults(folder.place(path, number, 1)))
            break
        if not line.strip() or (line.startswith("#") and not refuse_hiding(line)):
            continue
        parsed = _parse(line, folder.place(path, number, 1))
        if isinstance(parsed, Problem):
            problems.append(parsed)
        elif parsed.id in listed:
            first = listed[parsed.id].place.line
            message = f"{parsed.id} stands already in line {first}."
            problems.append(Problem(parsed.place, "R502", message, "Give the new one a new id."))
        else:
            listed[parsed.id] = parsed
    return list(listed.values()), problems


def _parse(line: str, place: Place) -> ListedSentence | Problem:
    if hiding := refuse_hiding(line):
        found = Place(place.file, place.line, hiding[0] + 1)
        return Problem(found, "R005", hiding[1], "Remove it.")
    id_, *rest = line.split("\t")
    mark = rest[1].strip() if len(rest) == 2 else ""
    day = _day(mark)
    words = " ".join(rest[0].split()) if rest else ""
    if not SENTENCE_ID.fullmatch(id_) or len(rest) not in (1, 2) or not words:
        return Problem(
            place,
            "R501",
            "this line is not `id TAB sentence`.",
            'Write an id like "s12", one tab character, and the sentence.',
        )
    if mark not in ("", "retired") and not day:
        message = f'"{mark[:60]}" cannot stand in the third column.'
        hint = "Only: retired, or edited and a day, like: edited 2026-11-24."
        return Problem(place, "R501", message, hint)
    return ListedSentence(id_, words, mark == "retired", place, day)


def _day(mark: str) -> str:
    """Return the day that `edited 2026-11-24` names, or nothing where there is no such day."""
    found = _EDITED.fullmatch(mark)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def format_sentence_list(document: Document, retired: Iterable[tuple[str, str]] = ()) -> str:
    """Return the content of `sentences.tsv` for a document; `retired` gives ids and old wordings."""
    current = [
        (s.id, document.flat(s.start, s.end), f"\tedited {s.edited}" if s.edited else "")
        for s in document.sentences
    ]
    gone = [(id_, words, "\tretired") for id_, words in retired]
    return _HEADER + "".join(f"{id_}\t{words}{mark}\n" for id_, words, mark in [*current, *gone])
