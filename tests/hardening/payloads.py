"""Other people's collections of hostile and of naughty strings."""

import json
from pathlib import Path

from annotated_reader.files import find_hiding_character


def xss(outside: Path) -> list[str]:
    """Return every payload of the collections once, in a steady order."""
    folder = outside / "fixtures" / "xss"
    found: dict[str, None] = {}
    for item in json.loads((folder / "dompurify-expect.json").read_text(encoding="utf-8")):
        found[item["payload"]] = None
    for item in json.loads((folder / "h5sc-items.json").read_text(encoding="utf-8")):
        found |= {item[key]: None for key in ("data", "data_expanded") if item.get(key)}
    for path in sorted(folder.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        found |= dict.fromkeys(line for line in text.split("\n") if line.strip())
    return [payload for payload in found if isinstance(payload, str) and payload.strip()]


def naughty(outside: Path) -> list[str]:
    """Return the big list of naughty strings."""
    path = outside / "fixtures" / "blns" / "blns.json"
    strings: list[str] = json.loads(path.read_text(encoding="utf-8"))
    return strings


def is_refused(text: str) -> bool:
    """Say whether a character in it stops the reading of the whole file (R005, R010)."""
    strange = any(character in text for character in "\ufffe\uffff")
    return bool(find_hiding_character(text)) or strange
