"""DOIs and addresses in one form each, so that two records of one work can be told."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from annotated_reader.notes.doi import bare_doi

_TRACKING = re.compile(r"utm_.*|fbclid|gclid|mc_[ce]id|igshid", re.IGNORECASE)
_SAFE = "/:@!$&'()*+,;=~-._"


def doi_key(fields: dict[str, object]) -> str:
    """Return what is equal for equal DOIs (they do not tell A from a), or an empty text.

    An address at doi.org counts as a DOI.
    """
    for name in ("DOI", "URL"):
        value = fields.get(name)
        if isinstance(value, str) and (doi := bare_doi(value)):
            return doi.lower()
    return ""


def url_key(fields: dict[str, object]) -> str:
    """Return what is equal for addresses of one page, or an empty text.

    Without http or https, `www.`, the port that goes without saying, what stands behind
    `#`, what only counts visitors, and a slash at the end.
    """
    value = fields.get("URL")
    if not isinstance(value, str) or bare_doi(value):
        return ""
    try:
        parts = urlsplit(value)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return ""
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = quote(unquote(parts.path), safe=_SAFE).rstrip("/")
    asked = [pair for pair in parse_qsl(parts.query, True) if not _TRACKING.fullmatch(pair[0])]
    shown = f"?{urlencode(asked)}" if asked else ""
    return f"{place}{path}{shown}" if host else ""
