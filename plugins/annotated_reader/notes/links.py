"""Which addresses a link may have, whoever wrote it."""

import re
from urllib.parse import urlsplit

_UNSAFE = re.compile(r"[\x00-\x20\x7f\\<>\"`{}|^\u0080-\u00a0\u2000-\u200f\u2028-\u202f]")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_MAIL = re.compile(r"mailto:[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,190}", re.IGNORECASE)

MAX_LENGTH = 2000
"""Longest address, in characters; browsers and servers agree on about this much."""

PATTERNS = {
    "unsafe": _UNSAFE.pattern,
    "host": rf"^(?:{_HOST.pattern})$",
    "mail": rf"^(?:{_MAIL.pattern})$",
}
"""For the script of the composer, which judges links by the same rules."""


def refuse_link(address: str) -> str | None:
    """Return why an address must not become a link, or None when it may.

    Allowed are `https:` and `http:` with a host name in ASCII letters (so that a
    look-alike letter cannot hide) and `mailto:`; no user names, no backslashes,
    no white space, nothing relative.
    """
    if len(address) > MAX_LENGTH:
        return f"it is longer than {MAX_LENGTH:,} characters"
    if _UNSAFE.search(address):
        return "it holds white space or a character that must be percent-encoded"
    if _MAIL.fullmatch(address):
        return None
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "it is not a valid address"
    if parts.scheme not in ("http", "https"):
        return "it must begin with https:// or http://"
    if "@" in parts.netloc:
        return "it holds a user name"
    if port == 0:
        return "there is no port 0"
    return None if _HOST.fullmatch(host) else _refused_host(host)


def _refused_host(host: str) -> str:
    """Return why a host name must not stand in a link, with the spelling that may if there is one."""
    if host.isascii():
        return f'its host "{host[:60]}" is not a name like example.org'
    why = "its host name has other letters than a to z"
    try:
        return f'{why}: write "{host.encode("idna").decode("ascii")}" if that is the host you mean'
    except UnicodeError:
        return why


def only_good_links(tag: str, attribute: str, value: str) -> str | None:
    """Return the value of an attribute as the HTML sanitiser may keep it, or None to drop it."""
    return value if (tag, attribute) != ("a", "href") or refuse_link(value) is None else None
