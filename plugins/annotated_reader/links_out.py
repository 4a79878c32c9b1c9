"""Symbolic links among files that are going to be published: none leads out of the project.

Whoever publishes a folder and follows its links publishes whatever they lead to, also by
way of another folder of the project that has links of its own.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotated_reader.files import refuse_link_to
from annotated_reader.problems import Place, Problem


def links_out(folder: Path, root: Path) -> list[Problem]:
    """Return what must not be published of a folder of the project at `root`.

    Problems: R002 a symbolic link that leads out of the project, to what is hidden in it
    (`.git`, `.env`), nowhere, or round in a circle; R001 what is no file at all, like a pipe.
    """
    return list(_Walk(folder, Path(os.path.realpath(root))).below(folder, ()))


@dataclass(slots=True)
class _Walk:
    """A walk through a folder and through those that its links lead to, each once."""

    folder: Path
    root: Path
    seen: set[Path] = field(default_factory=set)

    def below(self, folder: Path, above: tuple[Path, ...]) -> Iterator[Problem]:
        """Yield the problems of a folder; `above` are the real folders on the way to it."""
        here = Path(os.path.realpath(folder))
        if here in self.seen:
            return
        self.seen.add(here)
        for path in _entries(folder):
            if path.is_symlink() and not self._may_lead(path, (*above, here)):
                yield refuse_link_to(self._place(path))
            elif path.is_dir():
                yield from self.below(path, (*above, here))
            elif not path.is_file() and not path.is_symlink():
                yield Problem(self._place(path), "R001", "is not a regular file.")

    def _may_lead(self, link: Path, above: tuple[Path, ...]) -> bool:
        target = Path(os.path.realpath(link))
        if not target.is_relative_to(self.root):
            return False
        if not target.exists():
            # Editors mark a file that is being edited so; who publishes leaves hidden files out.
            return link.name.startswith(".")
        hidden = any(part.startswith(".") for part in target.relative_to(self.root).parts)
        return not hidden and not any(folder.is_relative_to(target) for folder in above)

    def _place(self, path: Path) -> Place:
        # A link of another folder is named by the way that leads there.
        return Place(f"{self.folder.name}/{path.relative_to(self.folder).as_posix()}")


def _entries(folder: Path) -> list[Path]:
    """Return what is in a folder; nothing where it cannot be looked into, as for a site generator."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []
