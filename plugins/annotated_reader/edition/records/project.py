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

    def impossible_name(self) -> str:
        """Return the name of a folder that no folder can have, or nothing."""
        folders = (self.seeds, self.annotations)
        return next((f.name for f in folders if not _can_be_named(f.path)), "")


def _can_be_named(path: Path) -> bool:
    """Say whether a path is one that may not be there, rather than too long or with a zero byte."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return True
    except (OSError, ValueError):
        return False
    return True
