"""The content security policy of a page: its own files, and the scripts of its theme, by hash.

A page on a host without headers says it in a `<meta>`, which must come first in the head
(CSP Level 3, section 3.3).
"""

import re
from base64 import b64encode
from hashlib import sha256

_INLINE = re.compile(r"<(script|style)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_DATA = re.compile(r"""\stype=["']?application/(?:ld\+)?json""", re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_STYLE_ATTRIBUTE = re.compile(r"<[a-z][^>]*\sstyle\s*=", re.IGNORECASE)


def with_policy(html: str, content: str) -> str:
    """Return a page with its policy as the first thing in its head.

    `content` is the part of the page that its authors wrote: scripts in it stay
    forbidden, only those of the theme around it are allowed, each by its hash.
    """
    theme = html.replace(content, "") if content else html
    meta = f'<meta http-equiv="Content-Security-Policy" content="{_policy(theme)}">'
    referrer = '<meta name="referrer" content="strict-origin-when-cross-origin">'
    return re.sub(r"<head[^>]*>", lambda head: head[0] + meta + referrer, html, count=1)


def _policy(theme: str) -> str:
    hashes: dict[str, list[str]] = {"script": [], "style": []}
    for kind, attributes, inside in _INLINE.findall(theme):
        if inside.strip() and not _DATA.search(attributes) and not _SOURCE.search(attributes):
            digest = b64encode(sha256(inside.encode("utf-8")).digest()).decode("ascii")
            hashes[kind.lower()].append(f"'sha256-{digest}'")
    rules = [
        "default-src 'none'",
        " ".join(["script-src 'self'", *dict.fromkeys(hashes["script"])]),
        " ".join(["style-src 'self'", *dict.fromkeys(hashes["style"])]),
        *(["style-src-attr 'unsafe-inline'"] if _STYLE_ATTRIBUTE.search(theme) else []),
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self' blob:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    return "; ".join(rules)
