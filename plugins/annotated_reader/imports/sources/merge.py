"""What becomes of each record beside the sources that are there already.

What stands in `sources.yml` is never changed; with `update` a source gets the fields
that it lacks, if the title is alike.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from annotated_reader.imports.sources.ids import free_id
from annotated_reader.imports.sources.matching import ALIKE, Record, Works, likeness, says_the_same
from annotated_reader.imports.sources.records import Incoming, Outcome, Result
from annotated_reader.notes import TO_FILL_IN
from annotated_reader.notes.source_rewriting import Fields

_NO_MATTER = frozenset({"accessed"})
"""Fields in which two records of one work may differ without a word."""


@dataclass(slots=True)
class Merger:
    """Compares records with the sources that are there, and with each other."""

    works: Works
    indexes: Mapping[str, int]
    """Which source of `sources.yml` has an id."""
    update: bool

    @classmethod
    def beside(cls, references: Sequence[Any], *, update: bool) -> "Merger":
        """Return a merger that knows the sources of a file."""
        works, indexes = Works(), dict[str, int]()
        for number, record in enumerate(references):
            id_ = record.get("id") if isinstance(record, dict) else None
            if isinstance(id_, str) and id_ not in indexes:
                indexes[id_] = number
                works.add(id_, record)
        return cls(works, indexes, update)

    def merge(self, incoming: Incoming) -> Result:
        """Return what becomes of a record."""
        if incoming.refused:
            return Result(incoming, Outcome.INVALID, incoming.wanted, incoming.refused)
        id_ = "" if incoming.proposed else incoming.wanted
        found = self.works.find(id_, incoming.fields)
        if not found:
            return self._new(incoming)
        known = self.works.by_id[found]
        if found not in self.indexes:
            reason = f"the same as {found} of this file"
            remarks = tuple(_differences(known, incoming.fields)[1])
            return Result(incoming, Outcome.REPEATED, found, reason, remarks)
        return self._beside(incoming, found, known)

    def _new(self, incoming: Incoming) -> Result:
        id_ = free_id(incoming.wanted, self.works.by_id)
        remarks = incoming.remarks
        if id_ != incoming.wanted:
            told = f"{incoming.wanted} is the id of another work; this one became {id_}"
            remarks = (told, *remarks)
        if like := self.works.namesake(incoming.fields):
            remarks = (f"perhaps the same as {like}, which has this title", *remarks)
        if like := self.works.mentioning(incoming.fields):
            remarks = (f"perhaps the same as {like}, which names this address", *remarks)
        fields: Fields = {"id": id_, **incoming.fields}
        self.works.add(id_, fields)
        reason = str(incoming.fields["title"])
        return Result(incoming, Outcome.NEW, id_, reason, remarks, fields)

    def _beside(self, incoming: Incoming, id_: str, known: Record) -> Result:
        """Return what becomes of a record whose work is there already."""
        lacking, told = _differences(known, incoming.fields)
        missing = f"not there: {', '.join(lacking)}"
        # The same address under another title may have another work by now.
        if lacking and self.update and likeness(known, incoming.fields) >= ALIKE:
            known |= lacking
            added = f"added: {', '.join(lacking)}"
            index = self.indexes[id_]
            return Result(incoming, Outcome.UPDATED, id_, added, tuple(told), dict(lacking), index)
        remarks = (*([missing] if lacking else []), *told)
        if remarks:
            reason = "it stays as it is"
            return Result(incoming, Outcome.DIFFERS, id_, reason, remarks)
        return Result(incoming, Outcome.SAME, id_, "nothing is new")


def _differences(known: Record, fields: Fields) -> tuple[Fields, list[str]]:
    """Return the fields that a source lacks, and what it says otherwise, in words."""
    lacking: Fields = {}
    told = []
    guessed = ("title", "type") if known.get("title") == TO_FILL_IN else ()
    for name, value in fields.items():
        if value == TO_FILL_IN or (name == "type" and value == "document"):
            continue
        if name not in known or (name in guessed and known[name] != value):
            lacking[name] = value
        elif name not in _NO_MATTER and not says_the_same(name, known[name], value):
            told.append(f"{name}: {_shown(known[name])} here, {_shown(value)} in the file")
    return lacking, told


def _shown(value: Any) -> str:
    """Return a value in short."""
    if isinstance(value, list):
        return _shown("; ".join(_plain(part) for part in value))
    text = _plain(value)
    return f"“{text[:60]}{'…' if len(text) > 60 else ''}”"


def _plain(value: Any) -> str:
    parts = value.values() if isinstance(value, dict) else [value]
    return " ".join(" ".join(str(part).split()) for part in parts)
