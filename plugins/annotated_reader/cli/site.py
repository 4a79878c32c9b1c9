"""What `mkdocs.yml` says of the address of the site, read without running what is in it."""

from dataclasses import dataclass
from pathlib import Path

import yaml

from annotated_reader.files import Folder, read_text
from annotated_reader.notes.yaml_loader import LOADER
from annotated_reader.pages import problem_path, served


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages of the project are published; without an address, nowhere."""

    url: str = ""
    directory_urls: bool = True

    def page_of(self, code: str) -> str:
        """Return the address of the page about a code, or nothing."""
        page = served(problem_path(code), directory_urls=self.directory_urls)
        return f"{self.url.rstrip('/')}/{page}" if self.url else ""


def read_site(root: Path) -> Site:
    """Return the site of a project; without a readable `mkdocs.yml`, one without an address."""
    path = root.absolute() / "mkdocs.yml"
    content, _ = read_text(path, Folder(root.absolute(), ".")) if path.exists() else (None, [])
    values = _top_level(content or "")
    url = values.get("site_url", "")
    flat = values.get("use_directory_urls", "true").lower() in ("false", "no", "off")
    return Site(url if url.startswith(("https://", "http://")) else "", not flat)


_MAX_DEPTH = 100
"""Levels up to which the file is read: of some thousands each costs as much as all before it."""


def _top_level(content: str) -> dict[str, str]:
    """Return the keys of a YAML file whose values are words. Nothing is built, nothing is run."""
    found: dict[str, str] = {}
    depth, key = 0, None
    try:
        for event in yaml.parse(content, Loader=LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                depth, key = depth + 1, None
                if depth > _MAX_DEPTH:
                    break
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif depth == 1 and isinstance(event, yaml.ScalarEvent):
                if key is not None:
                    found[key] = str(event.value)
                key = str(event.value) if key is None else None
    except yaml.YAMLError:
        return found
    return found
