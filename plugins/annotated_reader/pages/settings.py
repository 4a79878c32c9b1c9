"""What a site decides about its pages."""

from dataclasses import dataclass

from annotated_reader.pages.repository import Repository


@dataclass(frozen=True, slots=True)
class Settings:
    """How the pages are served and how they greet their readers."""

    directory_urls: bool = True
    """Whether the site serves `a/b.md` as `a/b/` rather than as `a/b.html`."""
    edit_base: str = ""
    """Address that precedes the path of a file to edit; without it there are no edit links."""
    site_name: str = ""
    """Name of the edition, for citations of its sentences."""
    language: str = "en"
    """Language of everything that is not text or note."""
    site_url: str = ""
    """Address of the site, by which published data names things; without it they have URNs."""
    claimreview: bool = False
    """Whether the claims are published as schema.org's ClaimReview, too."""
    read_first: bool = False
    """Whether verdicts stay hidden until a reader asks, or has read the text."""
    repository: Repository | None = None
    """Where readers propose notes; without it they copy or download what they wrote."""
