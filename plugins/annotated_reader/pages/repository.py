"""Where a new file of notes is proposed: the repository of the site, on GitHub or GitLab."""

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import quote, urlsplit

from annotated_reader.notes.links import refuse_link


@dataclass(frozen=True, slots=True)
class NewFilePage:
    """The page of a host for a new file: how the host is called, and its query parameters."""

    host_name: str
    file_name: str
    content: str
    fills: bool
    """Whether it always fills in the content."""


NEW_FILE_PAGES = {
    "github": NewFilePage("GitHub", "filename", "value", fills=True),
    "gitlab": NewFilePage("GitLab", "file_name", "content", fills=False),
}

HOSTS = (*NEW_FILE_PAGES, "none")
"""The kinds of hosts that can be told apart; with `none` notes are copied or downloaded."""

_PATH = re.compile(r"(?:/[A-Za-z0-9._-]+){2,}")
_BRANCH = re.compile(r"[A-Za-z0-9._/-]+")
_EDIT = re.compile(r"(https://[^/]+(?:/[^/]+){2,}?)/(?:-/)?(?:edit|blob)/([^/]+)/(.*)")


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository, its branch, and the folder in it that holds the annotations."""

    url: str
    branch: str
    host: str
    annotations: str = "annotations"

    @property
    def new_file(self) -> str:
        """Return the address of the page for a new file, up to the name of a text."""
        between = "new" if self.host == "github" else "-/new"
        return f"{self.url}/{between}/{quote(self.branch)}/{quote(self.annotations)}/"


def refuse_repository(url: str, branch: str = "main") -> str | None:
    """Return why an address cannot be that of a repository, or None when it can."""
    if why := refuse_link(url):
        return why
    parts = urlsplit(url)
    if parts.scheme != "https" or not _PATH.fullmatch(parts.path.rstrip("/")) or parts.query:
        return "it must be like https://github.com/OWNER/REPOSITORY"
    if not _BRANCH.fullmatch(branch) or ".." in branch:
        return f'"{branch[:60]}" cannot be the name of a branch'
    return None


def repository_at(
    url: str = "", branch: str = "", host: str = "", *, edit_base: str = "", annotations: str
) -> Repository | None:
    """Return the repository that a site names, or that its edit links lead to.

    None when there is none, when the kind of its host is not known, or when its
    address cannot be one.
    """
    derived = _EDIT.fullmatch(edit_base)
    folder = annotations
    if derived and (not url or url.rstrip("/") == derived[1]):
        url, branch, folder = derived[1], branch or derived[2], derived[3] + annotations
    url, branch = url.rstrip("/").removesuffix(".git"), branch or "main"
    if not url or refuse_repository(url, branch):
        return None
    host = host or _host_of(url)
    return Repository(url, branch, host, folder) if host in NEW_FILE_PAGES else None


def edit_base_of(edit_uri: str, docs: str) -> str:
    """Return where annotation files are edited, or nothing: an `edit_uri` without the docs folder.

    `docs` is the name of that folder.
    """
    ends = edit_uri.startswith("https://") and edit_uri.endswith(f"{docs}/")
    return edit_uri.removesuffix(f"{docs}/") if ends else ""


def edit_uri_of(file: str, docs: PurePosixPath) -> str:
    """Return what follows `edit_uri` in the address at which a file of the project is edited.

    `docs` is the path of the docs folder in the project, with which an `edit_uri` ends.
    """
    # Themes print the address as it is, and the name of a file may hold anything.
    return "../" * len(docs.parts) + quote(file)


def _host_of(url: str) -> str:
    name = urlsplit(url).hostname or ""
    return next((host for host in NEW_FILE_PAGES if host in name), "none")
