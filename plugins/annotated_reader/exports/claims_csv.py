"""The claims as a table that spreadsheets open, and in which no cell can act.

RFC 4180, UTF-8 with the mark by which Excel knows it. A cell that a spreadsheet
would take for a formula gets an apostrophe before it (OWASP, "CSV Injection").
"""

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

from annotated_reader.edition import TextEdition
from annotated_reader.exports.claims import claim_records
from annotated_reader.exports.names import Names

COLUMNS = (
    *("text", "text_title", "sentences", "sentence_words", "words", "verdict", "verdict_label"),
    *("reasons", "lead", "note", "sources", "searched", "checked", "edited", "by", "status"),
    *("history", "address"),
)
"""The columns, in order: the keys of a claim in the JSON file."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
_MARK = "\ufeff"


def claims_csv(texts: Sequence[TextEdition], names: Names) -> str:
    """Return the content of the file: a line of titles, then a line for each claim."""
    out = StringIO(newline="")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for claim in claim_records(texts, names):
        table.writerow([safe_cell(_in_words(claim[column])) for column in COLUMNS])
    return _MARK + out.getvalue()


def safe_cell(words: str) -> str:
    """Return words as a cell that is text and nothing else for a spreadsheet."""
    acts = words.startswith(_FORMULA) or words.lstrip().startswith(_FORMULA)
    return f"'{words}" if acts else words


def _in_words(value: Any) -> str:
    """Return a value as text: the entries of a list, and their parts, divided by signs."""
    if isinstance(value, dict):
        return ", ".join(part for part in value.values() if part)
    if isinstance(value, list):
        return "; ".join(map(_in_words, value))
    return str(value)
