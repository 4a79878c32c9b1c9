"""One call of pandoc's citeproc for all sources: a document that cites each once."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from annotated_reader.bibliography.csl_json import Item
from annotated_reader.bibliography.pandoc import memory, run_pandoc

_API = [1, 23, 1]
"""Version of pandoc's document model (pandoc-types), of pandoc 3.0 and later."""

MEMORY = 4000
"""Megabytes of pandoc's heap: a style that asks for more is refused before the machine is full."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_CITED = re.compile(
    r'^<p><span class="citation" data-cites="([a-z0-9_-]+)">(.*)</span></p>$', re.MULTILINE
)
_ENTRY = re.compile(r'^<div id="ref-([a-z0-9_-]+)" class="csl-entry"[^>]*>\n', re.MULTILINE)
_END = re.compile(r'^<section id="footnotes"', re.MULTILINE)
_MARGIN = re.compile(r'<div class="csl-left-margin">.*?</div>', re.DOTALL)


def run_citeproc(items: Sequence[Item], xml: str, language: str) -> str:
    """Return the HTML of a document that cites each item, and of its bibliography.

    Raises PandocError. The items come as CSL JSON and the document as pandoc's own
    JSON, so that no field is parsed as Markdown (practice.md, A4).
    """
    with TemporaryDirectory() as folder:
        references, style = Path(folder, "references.json"), Path(folder, "style.csl")
        references.write_text(json.dumps(items, ensure_ascii=False), encoding="utf-8")
        arguments = [*memory(MEMORY), "--from=json", "--to=html", "--wrap=none", "--citeproc"]
        arguments += ["--bibliography", str(references)]
        if xml:
            style.write_text(xml, encoding="utf-8")
            arguments += ["--csl", str(style)]
        return run_pandoc(arguments, json.dumps(_document(items, language)))


def _document(items: Sequence[Item], language: str) -> dict[str, Any]:
    known = language if _LANGUAGE.fullmatch(language) else "en"
    meta = {"lang": {"t": "MetaString", "c": known}}
    blocks = [{"t": "Para", "c": [_cite(item["id"])]} for item in items]
    return {"pandoc-api-version": _API, "meta": meta, "blocks": blocks}


def _cite(id_: str) -> dict[str, Any]:
    citation = {
        "citationId": id_,
        "citationPrefix": [],
        "citationSuffix": [],
        "citationMode": {"t": "NormalCitation"},
        "citationNoteNum": 1,
        "citationHash": 0,
    }
    return {"t": "Cite", "c": [[citation], []]}


def split_citations(html: str) -> Mapping[str, str]:
    """Return the citations in the text by the ids of their sources, without parentheses."""
    return {id_: _bare(words) for id_, words in _CITED.findall(html)}


def _bare(words: str) -> str:
    for opening, closing in ("()", "（）"):
        if words.startswith(opening) and words.endswith(closing):
            return words[1:-1]
    return words


def split_entries(html: str) -> Mapping[str, str]:
    """Return the entries of the bibliography by the ids of their sources, in its order.

    Without the number or label that a style puts before them: the page sorts them anew.
    """
    _, *pieces = _ENTRY.split(_END.split(html)[0])
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    # Styles divide entries into blocks; their words must not run together.
    return {id_: _MARGIN.sub("", entry).replace("</div>", " ") for id_, entry in pairs}
