"""Ids of sources: small letters, digits, hyphens and underscores, 64 at most."""

import re
from collections.abc import Container
from unicodedata import normalize
from urllib.parse import urlsplit

from annotated_reader.notes.source_rewriting import Fields

MAX_LENGTH = 64
_YEAR = re.compile(r"-?[0-9]{4}")
_CREATORS = ("author", "editor", "interviewer", "translator", "director")
_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "gob", "mil", "net", "org"})
_LETTERS = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})


def slug(text: str) -> str:
    """Return a text as an id may be, as far as its letters are Latin ones."""
    plain = normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9_]+", "-", plain).strip("-_")[:MAX_LENGTH].rstrip("-_")


def fit_id(given: str) -> str:
    """Return an id made of the one that a record had, or an empty text.

    Addresses, which Zotero gives as ids, and ids without any Latin letter are no use.
    """
    made = slug(given) if "://" not in given else ""
    return made if re.search("[a-z]", made) else ""


def proposed_id(fields: Fields) -> str:
    """Return name and year like `toal-2020`: of a person, a site, or what kind of thing it is."""
    issued = fields.get("issued")
    year = _YEAR.match(issued) if isinstance(issued, str) else None
    name = _name(fields) or _site(fields) or slug(str(fields.get("type", ""))) or "source"
    return slug(f"{name[:50]} {year[0].strip('-') if year else ''}")


def free_id(wanted: str, taken: Container[str]) -> str:
    """Return an id that no source has: the one wanted, or one with a number."""
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted[: MAX_LENGTH - 1 - len(str(number))]}-{number}"
    return id_


def site_name(address: str) -> str:
    """Return what tells a site from others: `bbc` of https://www.bbc.co.uk/news."""
    labels = (urlsplit(address).hostname or "").split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return slug(labels[-1]) if labels else ""


def _name(fields: Fields) -> str:
    people = next((fields[key] for key in _CREATORS if fields.get(key)), None)
    first = people[0] if isinstance(people, list) else None
    return slug(first.get("family") or first.get("literal", "")) if isinstance(first, dict) else ""


def _site(fields: Fields) -> str:
    address = fields.get("URL")
    return site_name(address) if isinstance(address, str) else ""
