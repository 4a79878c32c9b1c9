"""Whether the addresses of sources still answer: what `annotated-reader links` found, and when."""

from annotated_reader.links.file import FILE_NAME, format_links, merge, read_links
from annotated_reader.links.records import Link, Links, Outcome

__all__ = ["FILE_NAME", "Link", "Links", "Outcome", "format_links", "merge", "read_links"]
