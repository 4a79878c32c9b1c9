"""Where the link of a source leads: to the source, or to its archived copy when it is gone."""

from dataclasses import dataclass

from annotated_reader.links import Links
from annotated_reader.notes import Source


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A link, and what `annotated-reader links` found at the address of the source."""

    url: str
    """Empty for a source without an address."""
    archived: bool = False
    """Whether the link leads to the archived copy."""
    gone: str = ""
    """The day on which the source was not found at its address; empty if it was, or nobody asked."""
    reached: str = ""
    """The last day on which it was."""


def source_link(source: Source, links: Links) -> SourceLink:
    """Return the link of a source; the archived copy comes first for a source that is gone."""
    url, archive = source.address, source.archive
    known = links.get(url)
    if known is None:
        return SourceLink(url)
    if not known.is_gone:
        return SourceLink(url, reached=known.reached)
    usable = bool(archive) and not gone_since(archive, links)
    return SourceLink(archive if usable else url, usable, known.checked, known.reached)


def gone_since(address: str, links: Links) -> str:
    """Return the day on which nothing was found at an address, empty if something was."""
    known = links.get(address)
    return known.checked if known and known.is_gone else ""
