"""Digital object identifiers. Sources have them bare: `10.1000/182`, without a resolver's address."""

import re
from urllib.parse import quote, unquote

_BARE = r"10\.[0-9]{4,9}(?:\.[0-9]+)*(?:/|%2F)\S+"
_WRITTEN = re.compile(
    rf"(?:doi:\s*|(?:https?://)?(?:dx\.|www\.)?doi\.org/)?({_BARE})", re.IGNORECASE
)
PATTERN = r"^10\.[0-9]{4,9}(\.[0-9]+)*/\S+$(?!\n)"
"""The form of a bare DOI."""

# What a path may hold beside letters and digits (RFC 3986, pchar), and the slashes of a DOI.
_SAFE = "!$&'()*+,/:;=@"


def bare_doi(text: str) -> str:
    """Return a DOI without `https://doi.org/` or `doi:` before it, empty when it is none."""
    found = _WRITTEN.fullmatch(text.strip())
    return unquote(found[1]) if found else ""


def doi_address(doi: str) -> str:
    """Return the address that leads to what a bare DOI names."""
    return f"https://doi.org/{quote(doi, safe=_SAFE)}"
