"""From an Edition to pages: HTML strings, and the script and style that go with them."""

from annotated_reader.pages.addresses import (
    CLAIMS,
    REFERENCES,
    SOURCES,
    problem_path,
    served,
)
from annotated_reader.pages.assets import assets
from annotated_reader.pages.contents import nested
from annotated_reader.pages.page import Page
from annotated_reader.pages.placeholders import Filled, Handwritten, fill
from annotated_reader.pages.policy import with_policy
from annotated_reader.pages.prose import blocks as note_blocks
from annotated_reader.pages.prose import inline as note_inline
from annotated_reader.pages.published import (
    citation_files,
    names_at,
    published_files,
    schema_files,
    source_files,
)
from annotated_reader.pages.repository import (
    HOSTS,
    Repository,
    edit_base_of,
    edit_uri_of,
    refuse_repository,
    repository_at,
)
from annotated_reader.pages.search_index import is_replaced, with_entries
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.site import Site, build_pages, publish
from annotated_reader.pages.wording import check_language

__all__ = [
    "CLAIMS",
    "HOSTS",
    "REFERENCES",
    "SOURCES",
    "Filled",
    "Handwritten",
    "Page",
    "Repository",
    "Settings",
    "Site",
    "assets",
    "build_pages",
    "check_language",
    "citation_files",
    "edit_base_of",
    "edit_uri_of",
    "fill",
    "is_replaced",
    "names_at",
    "nested",
    "note_blocks",
    "note_inline",
    "problem_path",
    "publish",
    "published_files",
    "refuse_repository",
    "repository_at",
    "schema_files",
    "served",
    "source_files",
    "with_entries",
    "with_policy",
]
