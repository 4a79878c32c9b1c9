"""Writing notes as YAML that a person would have written, and that reads back as it was."""

import json
import re
from collections.abc import Iterable

import msgspec

from annotated_reader.notes.format import NoteRecord

ORDER = (
    *("id", "at", "quote", "prefix", "suffix", "kind", "verdict", "reasons"),
    *("term", "lead", "note", "sources", "searched", "see", "relation"),
    *("by", "via", "checked", "history", "status", "allow"),
)
"""Keys of a note in the order in which they are written."""
IN_ONE_LINE = frozenset({"at", "reasons", "see", "by"})
ALWAYS_QUOTED = frozenset({"lead", "searched"})

# Words that are the same with and without quotation marks, for YAML and for the eye.
_PLAIN = re.compile(r"[^\W_](?:[\w .()/'-]|,(?= )|:(?=//))*(?<! )", re.ASCII)
_EMPTY = re.compile(r"(?:null|true|false|yes|no|on|off|y|n)", re.IGNORECASE)
# What YAML does not print, or takes for the end of a line.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_NO_BLOCK = re.compile(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

PATTERNS = {
    "plain": rf"^(?:{_PLAIN.pattern})$",
    "empty": rf"^(?:{_EMPTY.pattern})$",
    "escaped": _ESCAPED.pattern,
    "no_block": _NO_BLOCK.pattern,
}
"""Which texts can be written how, for a writer in another language: the script of the composer."""


def notes_yaml(notes: Iterable[NoteRecord], header: Iterable[str] = ()) -> str:
    """Return a file of notes; each line of the header becomes a comment."""
    comments = "".join(f"# {' '.join(line.split())}\n" for line in header)
    entries = ["\n" + _entry(fields_of(note)) for note in notes]
    body = "\n" + "".join(entries) if entries else " []\n"
    return f"{comments}notes:{body}"


def fields_of(note: NoteRecord) -> dict[str, object]:
    """Return the keys of a note that say something, in the order in which they are written."""
    values = msgspec.to_builtins(note)
    found = {key: values[key] for key in ORDER if values[key]}
    if note.status == "current":
        del found["status"]
    return found


def entry_yaml(values: dict[str, object]) -> str:
    """Return one entry of a list of notes, its keys in their order; what is empty is left out."""
    return _entry({key: values[key] for key in ORDER if values.get(key)})


def mapping_yaml(values: dict[str, object], indent: int = 0) -> str:
    """Return keys and values as lines of YAML."""
    return "".join(_pair(key, value, " " * indent) for key, value in values.items())


def _entry(values: dict[str, object]) -> str:
    lines = mapping_yaml(values, 2)
    return f"- {lines[2:]}"


def _pair(key: str, value: object, indent: str) -> str:
    if isinstance(value, list) and key in IN_ONE_LINE:
        inner = ", ".join(_flow(str(part)) for part in value)
        return f"{indent}{key}: [{inner}]\n"
    if isinstance(value, list):
        return f"{indent}{key}:\n{''.join(_item(key, part, indent) for part in value)}"
    text = str(value)
    if "\n" in text and (block := _block(text, indent)):
        return f"{indent}{key}: {block}"
    return f"{indent}{key}: {quoted(text) if key in ALWAYS_QUOTED else _scalar(text)}\n"


def _item(key: str, value: object, indent: str) -> str:
    if isinstance(value, dict):
        shown = {name: part for name, part in value.items() if part}
        lines = mapping_yaml(shown, len(indent) + 2)
        return f"{indent}- {lines[len(indent) + 2 :]}"
    return f"{indent}- {quoted(str(value)) if key in ALWAYS_QUOTED else _scalar(str(value))}\n"


def _scalar(text: str) -> str:
    plain = _PLAIN.fullmatch(text) and not _EMPTY.fullmatch(text)
    return text if plain else quoted(text)


def _flow(text: str) -> str:
    """Return a scalar within brackets, where a comma ends it."""
    return quoted(text) if "," in text else _scalar(text)


def quoted(text: str) -> str:
    """Return a text between quotation marks: a JSON text is a YAML text, unprintables escaped."""
    shown = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", shown)


def _block(text: str, indent: str) -> str:
    """Return a literal block, or nothing for what a block cannot keep as it is."""
    body = text.removesuffix("\n")
    first = body.split("\n", 1)[0]
    if not first.strip() or first[0] in " \t" or body.endswith("\n") or _NO_BLOCK.search(body):
        return ""
    mark = "|" if text.endswith("\n") else "|-"
    lines = (f"{indent}  {line}" if line else "" for line in body.split("\n"))
    return "\n".join([mark, *lines]) + "\n"
