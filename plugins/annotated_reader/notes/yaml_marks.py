"""Plain data as a YAML file holds it, and where in the file each piece of it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TypeAlias

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"

# Shared by all words, which are most of a file: two dicts for each would triple its memory.
_NOTHING_INSIDE: Mapping[str | int, "Marks"] = MappingProxyType({})
_NO_KEYS: Mapping[str, "Marks"] = MappingProxyType({})


@dataclass(slots=True)
class Marks:
    """Where a value stands (line and column from 1), with the marks of what is inside it."""

    line: int
    column: int
    inside: Mapping[str | int, "Marks"] = field(default_factory=lambda: _NOTHING_INSIDE)
    keys: Mapping[str, "Marks"] = field(default_factory=lambda: _NO_KEYS)
    block: bool = False
    """Whether it is a text whose lines are those of the file (`|`)."""

    def at(self, *path: str | int) -> "Marks":
        """Return the marks along a path of keys and indexes, or of the last step that exists."""
        here = self
        for step in path:
            if step not in here.inside:
                return here
            here = here.inside[step]
        return here

    def index_of(self, marks: "Marks") -> int:
        """Return the index of an item of this list by its marks."""
        return next(int(n) for n, inside in self.inside.items() if inside is marks)

    def key(self, name: str) -> "Marks":
        """Return where a key of this mapping stands, or the mapping itself."""
        return self.keys.get(name, self)
