"""Sources as BibLaTeX, which keeps DOIs, whole dates and languages where BibTeX has no field."""

import json
import re
from collections.abc import Sequence

from annotated_reader.bibliography.csl_json import Item
from annotated_reader.bibliography.pandoc import run_pandoc

# In pandoc 3.9 the sign for "circa" comes out as LaTeX, which BibLaTeX does not read as a date.
_CIRCA = re.compile(r"^(  \w*date = \{[^}\\]*)\\textasciitilde\{\}", re.MULTILINE)


def run_biblatex(items: Sequence[Item]) -> str:
    """Return items as the content of a BibLaTeX file; raises PandocError."""
    made = run_pandoc(["--from=csljson", "--to=biblatex"], json.dumps(items, ensure_ascii=False))
    return _CIRCA.sub(r"\1~", made)
