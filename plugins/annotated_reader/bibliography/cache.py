"""What pandoc made is kept by the hash of what it was made from: unchanged sources, no call."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from annotated_reader.files import Folder, read_text
from annotated_reader.writing import write_files

FOLDER = ".cache/annotated-reader"
"""Folder of the cache, inside the project; it can be deleted at any time."""

KEPT = 20
"""Files kept, the newest: several languages and styles of one project, and no more."""


def cached(root: Path, ending: str, content: Sequence[str], make: Callable[[], str]) -> str:
    """Return what `make` returns, from the cache of a project if it was made before.

    `content` is everything that the result depends on. Nothing goes wrong where the
    cache cannot be read or written, or is a link to elsewhere: then it is not used.
    """
    name = sha256(json.dumps(content).encode("utf-8")).hexdigest()
    path = root / FOLDER / f"{name}{ending}"
    known, _ = read_text(path, Folder(root, "."))
    if known is not None:
        return known
    made = make()
    # The first keeps the cache out of a repository that does not ignore it.
    refused = write_files({path.with_name(".gitignore"): "*\n", path: made}, root)
    if not refused:
        with suppress(OSError):
            _clear(path.parent)
    return made


def _clear(folder: Path) -> None:
    files = sorted(folder.glob(f"{'?' * 64}.*"), key=lambda file: file.stat().st_mtime)
    for old in files[:-KEPT]:
        old.unlink()
