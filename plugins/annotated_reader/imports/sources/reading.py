"""Reading a file of sources: what format it has, its content tells; its ending only helps."""

import re
from pathlib import Path

from annotated_reader.files import line_and_column, refuse_hiding
from annotated_reader.imports.reading import read_foreign
from annotated_reader.imports.sources.bibtex import read_bibtex
from annotated_reader.imports.sources.csl_data import read_csl_json, read_csl_yaml
from annotated_reader.imports.sources.records import Raw, too_many
from annotated_reader.imports.sources.ris import read_ris
from annotated_reader.problems import Place, Problem

MAX_BYTES = 8_000_000
"""Largest file read, in bytes: some 10,000 sources."""

_SIGNS = (
    ("json", re.compile(r"\s*[\[{]")),
    ("ris", re.compile(r"(?:.*[\r\n])?TY {1,2}- ", re.DOTALL)),
    ("bib", re.compile(r"(?:\s*%.*\n)*[^@]{0,2000}@\s*[A-Za-z]+\s*\{")),
    ("yaml", re.compile(r"(?:.*\n)*?[{ ]*references\s*:")),
)
_ENDINGS = {
    ".json": "json",
    ".csljson": "json",
    ".yaml": "yaml",
    ".yml": "yaml",
    ".bib": "bib",
    ".bibtex": "bib",
    ".biblatex": "bib",
    ".ris": "ris",
}
TITLES = {"json": "CSL JSON", "yaml": "CSL YAML", "bib": "BibTeX or BibLaTeX", "ris": "RIS"}


def read_file(path: Path) -> tuple[list[Raw], str, list[Problem]]:
    """Return the records of a file and the name of its format.

    Problems: those of `read_foreign`, R004 for too many records, R005 hiding characters,
    R015 for none of the formats, and those of the format.
    """
    place = Place(path.name)
    text, problems = read_foreign(path, MAX_BYTES)
    if text is None:
        return [], "", problems
    if hiding := refuse_hiding(text):
        at = Place(path.name, *line_and_column(text, hiding[0]))
        return [], "", [Problem(at, "R005", hiding[1], "Remove it.")]
    form = recognise(text, path.suffix)
    if not form:
        hint = "Zotero exports all of them, by File › Export Library."
        message = f"holds none of {', '.join(TITLES.values())}."
        return [], "", [Problem(place, "R015", message, hint)]
    raws, problems = _read(form, text, path)
    if many := too_many(len(raws), place):
        return [], "", many
    return raws, TITLES[form], problems


def recognise(text: str, ending: str) -> str:
    """Return the name of the format that a text has; its ending decides where that is open."""
    begins = text[:20_000]
    found = [name for name, sign in _SIGNS if sign.match(begins)]
    expected = _ENDINGS.get(ending.lower(), "")
    return expected if expected in found or not found else found[0]


def _read(form: str, text: str, path: Path) -> tuple[list[Raw], list[Problem]]:
    if form == "yaml":
        return read_csl_yaml(text, path)
    readers = {"json": read_csl_json, "ris": read_ris, "bib": read_bibtex}
    return readers[form](text, Place(path.name))
