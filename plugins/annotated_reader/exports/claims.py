"""Every claim as one flat record: what the downloads of the claims page hold."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from annotated_reader.edition import Address, Citation, EarlierVerdict, Note, TextEdition
from annotated_reader.exports.names import Names


def claims_json(texts: Sequence[TextEdition], names: Names) -> str:
    """Return the content of a JSON file: what is checked of each text, and every claim."""
    data = {"texts": [_text(text) for text in texts], "claims": claim_records(texts, names)}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def claim_records(texts: Iterable[TextEdition], names: Names) -> list[dict[str, Any]]:
    """Return the claims of some texts in reading order, each with the same keys.

    Withdrawn ones and those that look for their place are among them.
    """
    return [
        _claim(text, note, names)
        for text in texts
        for note in (*text.notes, *text.unplaced)
        if note.record.kind == "claim"
    ]


def _text(text: TextEdition) -> dict[str, Any]:
    counts = text.counts
    return {
        "text": text.slug,
        "title": text.title,
        "sentences": counts.sentences,
        "checked": counts.checked,
        "not_checked": list(text.unchecked),
        "withdrawn": counts.withdrawn,
    }


def _claim(text: TextEdition, note: Note, names: Names) -> dict[str, Any]:
    record, sentences = note.record, note.target.sentences
    words = text.document.flat(note.target.start, note.target.end)
    last = sentences[-1] if sentences else ""
    return {
        "text": text.slug,
        "text_title": text.title,
        "sentences": list(sentences),
        "sentence_words": " ".join(text.words(id_) for id_ in sentences),
        "words": words if note.target.quoted else "",
        "verdict": record.verdict,
        "verdict_label": note.verdict.label if note.verdict else "",
        "reasons": list(record.reasons),
        "lead": record.lead,
        "note": record.note,
        "sources": [_source(citation) for citation in note.citations],
        "searched": list(record.searched),
        "checked": record.checked,
        "edited": note.edited,
        "by": list(record.by),
        "status": record.status,
        "history": [_earlier(earlier) for earlier in note.history],
        "address": names.name_of(Address(text.slug, last, note.anchor)) if last else "",
    }


def _source(citation: Citation) -> dict[str, str]:
    return {
        "source": citation.source.id,
        "title": citation.source.text("title"),
        "url": citation.source.address,
        "locator": citation.locator,
        "quote": citation.quote,
        "relation": citation.relation,
    }


def _earlier(earlier: EarlierVerdict) -> dict[str, str]:
    return {"checked": earlier.checked, "verdict": earlier.verdict.id, "why": earlier.why}
