"""Building plain data from the events of a YAML parser, and nothing else."""

import re
from collections.abc import Iterator
from typing import Any

import yaml

from annotated_reader.files import refuse_hiding
from annotated_reader.notes.invisible import unseen_characters
from annotated_reader.notes.yaml_marks import Marks, Plain
from annotated_reader.notes.yaml_slips import slips_in_key

MAX_DEPTH = 12
"""Levels of nesting; the deepest thing the formats have is at level 6."""

MAX_NODES = 100_000
"""Keys, values and lists in one file: 3,000 sources, or 4,000 notes with a source each."""

MAX_LOOKED_AT = 10_000
"""Characters of a value that are looked at for those that cannot be seen; none may have more."""

_CUT = 'after a space, a # begins a comment, so "{}" is not part of the value.'
_CUT_HINT = "Put the value into quotes, or a space after the # of a comment."
# A comment that begins like a number or a name; one that is meant as such has a space there.
_CUT_OFF = re.compile(r"[ \t]+(#[^\s#][^\n\r\x85\u2028\u2029]*)")
# Kinds, verdicts, days, ids: words that nobody would go on writing behind.
_CODE_WORD = re.compile(r"[a-z0-9-]+")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class RefusedError(Exception):
    """Ends the reading of a file; never leaves `yaml_reader`."""

    def __init__(self, code: str, at: Any, message: str, hint: str = "") -> None:
        self.code, self.message, self.hint = code, message, hint
        self.line: int = at.line + 1 if at else 0
        self.column: int = at.column + 1 if at else 0


class Builder:
    """Builds one document from the events of a text, keeping the marks."""

    def __init__(self, events: Iterator[Any], text: str) -> None:
        self.events = events
        self.text = text
        self.nodes = 0
        self.doubts: list[tuple[Any, str, str, str]] = []
        """Mark, code, message and hint of what may not be meant as it is read: R006 and R018."""

    def document(self) -> tuple[Plain, Marks]:
        """Return the only document's value and marks."""
        value: Plain = None
        marks = Marks(1, 1)
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise RefusedError("R015", event.start_mark, "a second document begins here.")
                value, marks = self.value(next(self.events), 1)
        return value, marks

    def value(self, event: Any, depth: int) -> tuple[Plain, Marks]:
        """Return the value that begins with an event, and its marks."""
        start = event.start_mark
        self.refuse(event, depth)
        marks = Marks(start.line + 1, start.column + 1)
        if isinstance(event, yaml.ScalarEvent):
            marks.block = event.style == "|"
            return self.scalar(event), marks
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(marks, depth), marks
        return self.mapping(marks, depth), marks

    def refuse(self, event: Any, depth: int) -> None:
        """Raise for what no file of ours needs and a stranger's file could misuse."""
        start = event.start_mark
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise RefusedError(
                "R011", start, "anchors and aliases are not allowed.", "Write it out."
            )
        if event.tag is not None:
            hint = "Put quotes around a value that begins with an exclamation mark."
            tag = event.tag.replace("tag:yaml.org,2002:", "!!", 1)
            shown = f"{tag[:40]}…" if len(tag) > 40 else tag
            raise RefusedError("R012", start, f"the tag {shown} is not allowed.", hint)
        self.nodes += 1
        if self.nodes > MAX_NODES:
            message = f"this file holds more than {MAX_NODES:,} keys and values."
            raise RefusedError("R004", start, message, "Split it into several files.")
        if depth > MAX_DEPTH:
            raise RefusedError("R014", start, f"this is nested more than {MAX_DEPTH} levels deep.")

    def scalar(self, event: Any) -> str | None:
        """Return a scalar as the text it is."""
        text: str = event.value
        if hiding := refuse_hiding(text):
            raise RefusedError("R005", event.start_mark, hiding[1], "Remove it.")
        for name, count in unseen_characters(text[:MAX_LOOKED_AT]):
            often = f" ({count:,} times)" if count > 1 else ""
            message = f"the character {name} cannot be seen{often}."
            self.doubts.append((event.start_mark, "R006", message, "Remove it."))
        if event.style:
            return text
        if not _CODE_WORD.fullmatch(text) and (
            cut := _CUT_OFF.match(self.text, event.end_mark.index)
        ):
            self.doubts.append((event.end_mark, "R018", _CUT.format(cut[1][:40]), _CUT_HINT))
        return None if text in _NULLS else text

    def sequence(self, marks: Marks, depth: int) -> list[Plain]:
        """Return the items of a list."""
        items: list[Plain] = []
        marks.inside = {}
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value, marks.inside[len(items)] = self.value(event, depth + 1)
            items.append(value)
        return items

    def mapping(self, marks: Marks, depth: int) -> dict[str, Plain]:
        """Return the keys and values of a mapping."""
        pairs: dict[str, Plain] = {}
        marks.inside, marks.keys = {}, {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key, key_marks = self.value(event, depth + 1)
            if not isinstance(key, str):
                raise RefusedError("R015", event.start_mark, "a key must be a word.")
            for slip in slips_in_key(key):
                raise RefusedError("R010", event.start_mark, slip.message, slip.hint)
            if key in pairs:
                first = marks.keys[key].line
                message = f'the key "{key[:40]}" stands already in line {first}.'
                hint = "Remove one of the two, or begin a new entry with a hyphen."
                raise RefusedError("R013", event.start_mark, message, hint)
            pairs[key], marks.inside[key] = self.value(next(self.events), depth + 1)
            marks.keys[key] = key_marks
        return pairs
