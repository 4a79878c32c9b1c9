"""Where the input of an edition lies."""

from dataclasses import dataclass
from pathlib import Path

from annotated_reader.files import Folder


@dataclass(frozen=True, slots=True)
class Project:
    """Where the input of an edition lies."""

    root: Path
    """What is written of the project is written below this folder."""
    seeds: Folder
    annotations: Folder

    @classmethod
    def at(cls, root: Path, seeds: str = "seeds", annotations: str = "annotations") -> "Project":
        """Return the project of a root folder; the names become those of its places."""
        return cls(
            root.absolute(),
            Folder((root / seeds).absolute(), Path(seeds).as_posix()),
            Folder((root / annotations).absolute(), Path(annotations).as_posix()),
        )
