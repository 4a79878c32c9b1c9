"""A project as it was: its seeds and annotations at a revision, laid out in another folder."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from annotated_reader.edition import Project
from annotated_reader.files import MAX_BYTES
from annotated_reader.history.git import Blob, commit_of, contents, files_at


def read_revision(
    project: Project, root: Path, revision: str, into: Path
) -> tuple[Project | None, str]:
    """Return the project at a revision, written to an empty folder; or None and why not.

    What is larger than the reader reads is left out, and so is what is not a file.
    """
    commit, why = commit_of(root, revision)
    if not commit:
        return None, why
    names = (project.seeds.name, project.annotations.name)
    if not all(map(_is_inside, names)):
        return None, "the folders of texts and notes must lie inside the project"
    listed = files_at(root, commit, names)
    wanted = [blob for blob in listed if _is_wanted(blob)] if listed is not None else []
    files = contents(root, wanted) if listed is not None else None
    if files is None:
        return None, f'this copy of the repository lacks files of "{revision[:100]}"'
    try:
        _lay_out(files, into, names)
    except OSError as error:
        return None, f'files of "{revision[:100]}" cannot be written here: {error.strerror}'
    return Project.at(into, *names), ""


def _lay_out(files: Iterable[tuple[Blob, bytes]], into: Path, names: Iterable[str]) -> None:
    for blob, content in files:
        path = into / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in names:
        (into / name).mkdir(parents=True, exist_ok=True)


def _is_inside(path: str) -> bool:
    # Windows, too, divides paths, and a name with a colon leads to another drive there.
    pure, elsewhere = PurePosixPath(path), PureWindowsPath(path)
    return not (pure.is_absolute() or elsewhere.anchor or ".." in elsewhere.parts)


def _is_wanted(blob: Blob) -> bool:
    return _is_inside(blob.path) and blob.size <= MAX_BYTES
