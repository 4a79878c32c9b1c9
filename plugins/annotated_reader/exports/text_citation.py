"""A text of the edition as something to be cited: one item of CSL JSON."""

import json
from typing import Any

from annotated_reader.bibliography.csl_json import csl_date
from annotated_reader.edition import TextEdition
from annotated_reader.notes.edtf import parse_edtf


def text_citation(text: TextEdition, site: str = "", url: str = "") -> str:
    """Return the content of the file; without the site's name or address the item lacks them."""
    record = text.record
    item: dict[str, Any] = {
        "id": text.slug,
        "type": "webpage",
        "title": text.title,
        "container-title": site,
        "language": record.language,
        "abstract": record.description,
        "URL": url,
    }
    names = {"author": [record.author] if record.author else [], "editor": record.editors}
    item |= {field: [{"literal": name} for name in people] for field, people in names.items()}
    if record.date:
        date = parse_edtf(record.date)
        item["issued"] = csl_date(date) if date else {"literal": record.date}
    filled = {key: value for key, value in item.items() if value}
    return json.dumps([filled], ensure_ascii=False, indent=2) + "\n"
