"""A project as it was: its seeds and annotations at a revision, laid out in another folder."""

from pathlib import Path, PurePosixPath

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
    blobs = [blob for blob in files_at(root, commit, names) if _is_wanted(blob)]
    for blob, content in contents(root, blobs):
        path = into / blob.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for name in names:
        (into / name).mkdir(parents=True, exist_ok=True)
    return Project.at(into, *names), ""


def _is_inside(path: str) -> bool:
    pure = PurePosixPath(path)
    return not pure.is_absolute() and ".." not in pure.parts


def _is_wanted(blob: Blob) -> bool:
    return _is_inside(blob.path) and blob.size <= MAX_BYTES
