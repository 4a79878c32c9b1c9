"""Names of people and organisations, as CSL has them."""

from typing import Any

MAX_NAME = 400
"""Characters of a part of a name (`notes.format`)."""

MAX_NAMES = 10_000
"""Names in one list: a paper of physicists has had 5,154 authors."""

PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_COMMA = "comma-suffix"


def read_names(value: Any) -> tuple[list[dict[str, str]], list[str]]:
    """Return the names in a list, and what they hold that `sources.yml` does not know.

    A name that is one text is that of an organisation; one that is too long, or holds
    nothing, counts as unknown. Of too long a list no name is read.
    """
    if isinstance(value, list) and len(value) > MAX_NAMES:
        return [], []
    names: list[dict[str, str]] = []
    unknown: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        given = {"literal": item} if isinstance(item, str) else item
        if not isinstance(given, dict):
            return [], []
        name = {key: _part(given.get(key)) for key in PARTS if _part(given.get(key))}
        if str(given.get(_COMMA)).lower() in ("true", "false"):
            name[_COMMA] = str(given[_COMMA]).lower()
        unknown += [str(key)[:60] for key, part in given.items() if key not in name and part]
        if {"family", "given", "literal"} & name.keys():
            names.append(name)
    return names, unknown


def _part(value: Any) -> str:
    text = " ".join(value.split()) if isinstance(value, str) else ""
    return text if len(text) <= MAX_NAME else ""
