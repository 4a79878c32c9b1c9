"""What pandoc made is kept by the hash of what it was made from: unchanged sources, no call."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from annotated_reader.files import Folder, read_text

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
    with suppress(OSError):
        _write(root, path, made)
    return made


def _write(root: Path, path: Path, text: str) -> None:
    if any((root / step).is_symlink() for step in (FOLDER, Path(FOLDER).parent, path)):
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    # Keeps itself out of a repository that does not ignore it.
    (path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
    unfinished = path.with_suffix(".part")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    unfinished.replace(path)
    files = sorted(path.parent.glob(f"{'?' * 64}.*"), key=lambda file: file.stat().st_mtime)
    for old in files[:-KEPT]:
        old.unlink()
