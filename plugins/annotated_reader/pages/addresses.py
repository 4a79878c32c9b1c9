"""Where everything is on the site, and how to link to it from a page."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from annotated_reader.edition import Address

TEXTS = "texts/index.md"
SOURCES = "sources.md"
CLAIMS = "claims.md"
PROBLEMS = "problems/index.md"
REFERENCES = "cross-references.md"
CLAIMS_CSV = "claims.csv"
CLAIMS_JSON = "claims.json"
CLAIM_REVIEW = "claimreview.json"
SOURCES_JSON = "sources.json"
SOURCES_BIB = "sources.bib"
SOURCES_RIS = "sources.ris"

SCHEMAS = "schemas"
"""Folder of the JSON Schemas."""


def modeline(site_url: str) -> str:
    """Return the line by which editors find the schema of a file of notes; none without a site."""
    address = f"{site_url.rstrip('/')}/{SCHEMAS}/notes.json"
    return f"# yaml-language-server: $schema={address}\n" if site_url else ""


def problem_path(code: str) -> str:
    """Return the path of the page about a code of the check."""
    return f"problems/{code}.md"


def annotations_path(slug: str) -> str:
    """Return the path of the file with the notes of a text in a standard format."""
    return f"texts/{slug}/annotations.json"


def citation_path(slug: str) -> str:
    """Return the path of the file that says how to cite a text."""
    return f"texts/{slug}/citation.json"


@dataclass(frozen=True, slots=True)
class Addresses:
    """Paths of the pages, and the links between them as the site will serve them."""

    directory_urls: bool
    """Whether `a/b.md` is served as `a/b/` rather than as `a/b.html`."""
    parts: Mapping[tuple[str, str], str]
    """Path of the page that holds a sentence, by text and sentence id; see `page_of_sentences`."""

    def link(self, page: str, path: str, anchor: str = "") -> str:
        """Return the relative address of another page (or of a place in this one)."""
        fragment = f"#{anchor}" if anchor else ""
        if page == path and anchor:
            return fragment
        return _relative(page, path, directory_urls=self.directory_urls) + fragment

    def to(self, page: str, address: Address) -> str:
        """Return the relative address of a text, sentence or note, as seen from a page."""
        return self.link(page, self.parts[address.text, address.sentence], address.anchor)


# Most links of a page lead to the same few others.
@lru_cache(maxsize=1024)
def _relative(page: str, path: str, *, directory_urls: bool) -> str:
    here = posixpath.dirname(served(page, directory_urls=directory_urls)) or "."
    there = served(path, directory_urls=directory_urls)
    relative = posixpath.relpath(there or ".", here)
    if there.endswith("/") or not there:
        return "./" if relative == "." else f"{relative}/"
    return relative


def served(path: str, *, directory_urls: bool) -> str:
    """Return the address, from the root of the site, at which a page or file is served."""
    if not path.endswith(".md"):
        return path
    stem = path.removesuffix(".md")
    if directory_urls and posixpath.basename(stem) == "index":
        folder = posixpath.dirname(stem)
        return f"{folder}/" if folder else ""
    return f"{stem}/" if directory_urls else f"{stem}.html"
