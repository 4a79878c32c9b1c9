"""Asking git, and nothing but asking: no filters, no hooks, no network, no writing."""

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 60
"""How long one question to git may take."""

_FILES = ("100644", "100755")
"""Modes of files; links (120000) and submodules (160000) are none."""

_QUIET = {
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}


@dataclass(frozen=True, slots=True)
class Blob:
    """A file as a revision has it: its path from the folder that was asked about."""

    path: str
    name: str
    size: int


def commit_of(root: Path, revision: str) -> tuple[str, str]:
    """Return the full name of a commit, or nothing and why it is not known."""
    if not _asks(root, "rev-parse", "--git-dir"):
        return "", "this is not a git repository, or git is not installed"
    wanted = f"{revision}^{{commit}}"
    found = _asks(root, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    if not found:
        return (
            "",
            f'git does not know the revision "{revision[:100]}" here; a shallow copy lacks old ones',
        )
    return found.decode("ascii").strip(), ""


def files_at(root: Path, commit: str, folders: Iterable[str]) -> list[Blob] | None:
    """Return the files in some folders at a commit; links and submodules are left out.

    None where git cannot tell, as in a copy made with `--filter`, which lacks them.
    """
    paths = [f"{folder}/" for folder in folders]
    listed = _asks(root, "ls-tree", "-r", "-z", "-l", commit, "--", *paths)
    if listed is None:
        return None
    blobs = []
    for entry in listed.decode("utf-8", errors="surrogateescape").split("\0"):
        description, _, path = entry.partition("\t")
        parts = description.split()
        if parts and parts[0] in _FILES:
            blobs.append(Blob(path, parts[2], int(parts[3])))
    return blobs


def contents(root: Path, blobs: Sequence[Blob]) -> list[tuple[Blob, bytes]] | None:
    """Return files with what is in them, byte for byte; None where git does not have them all."""
    names = "".join(f"{blob.name}\n" for blob in blobs).encode("ascii")
    output = _asks(root, "cat-file", "--batch", given=names) or b""
    at, found = 0, []
    for blob in blobs:
        head = f"{blob.name} blob {blob.size}\n".encode("ascii")
        if not output.startswith(head, at):
            return None
        start = at + len(head)
        at = start + blob.size + 1
        found.append((blob, output[start : start + blob.size]))
    return found


def _asks(root: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git answers, None where it fails or is not there."""
    command = ["git", "-C", str(root), "--no-replace-objects", *arguments]
    try:
        done = subprocess.run(  # noqa: S603 - a list, and no shell
            command,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            env=os.environ | _QUIET,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None
