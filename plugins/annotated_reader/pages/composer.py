"""What the composer on the page must know: rules, words, sources; loaded only when it is used."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from annotated_reader.anchoring.folding import CLASSES
from annotated_reader.anchoring.revision.words import LIMITS
from annotated_reader.anchoring.word_edges import UNSPACED
from annotated_reader.bibliography.short_forms import short_form
from annotated_reader.edition import Edition, TextEdition
from annotated_reader.files import HIDING
from annotated_reader.notes.invisible import STRAYS
from annotated_reader.notes.links import MAX_LENGTH
from annotated_reader.notes.links import PATTERNS as LINK_PATTERNS
from annotated_reader.notes.markdown import TANGLED
from annotated_reader.notes.requirements import OWNERS
from annotated_reader.notes.schema import schemas
from annotated_reader.notes.writing import ALWAYS_QUOTED, IN_ONE_LINE, ORDER
from annotated_reader.notes.writing import PATTERNS as YAML_PATTERNS
from annotated_reader.pages.addresses import modeline
from annotated_reader.pages.assets import Asset, asset_path
from annotated_reader.pages.repository import NEW_FILE_PAGES
from annotated_reader.pages.settings import Settings
from annotated_reader.pages.wording import Wording, wording

DATA = "composer-data.js"

_WORDS = "compose_"
_SHARED = ("kind_", "relation_", "supports", "contradicts", "context")


def composer_data(edition: Edition, settings: Settings) -> Asset:
    """Return the data as a script: what is fetched is refused where a page is opened from disk."""
    words = wording(settings.language)
    data = {
        "words": _words(words),
        "verdicts": list(_verdicts(edition, words)),
        "reasons": list(_reasons(edition, words)),
        "sources": [[id_, short_form(s), s.text("title")] for id_, s in edition.sources.items()],
        "texts": {text.slug: _places(text) for text in edition.texts},
        "schema": schemas(edition.vocabulary)["notes.json"],
        "modeline": modeline(settings.site_url),
        "letters": {**CLASSES, "unspaced": UNSPACED},
        "limits": LIMITS,
        "hiding": HIDING,
        "strays": STRAYS,
        "owners": OWNERS,
        "tangled": TANGLED,
        "links": {**LINK_PATTERNS, "longest": MAX_LENGTH},
        "yaml": {
            **YAML_PATTERNS,
            "order": ORDER,
            "in_one_line": sorted(IN_ONE_LINE),
            "always_quoted": sorted(ALWAYS_QUOTED),
        },
        "repository": _repository(settings),
    }
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Asset(asset_path(DATA), f"globalThis.annotatedReaderData = {content};\n")


def _words(words: Wording) -> Mapping[str, str]:
    wanted = (_WORDS, *_SHARED)
    found = {key: value for key, value in words.words.items() if key.startswith(wanted)}
    return {key.removeprefix(_WORDS): value for key, value in found.items()}


def _verdicts(edition: Edition, words: Wording) -> Iterator[tuple[str, str, str]]:
    for verdict in edition.vocabulary.verdicts.values():
        yield verdict.id, words.verdict(verdict), words.meaning(verdict)


def _reasons(edition: Edition, words: Wording) -> Iterator[tuple[str, str, str]]:
    for reason in edition.vocabulary.reasons.values():
        yield reason.id, words.reason(reason), reason.meaning


def _places(text: TextEdition) -> Mapping[str, Any]:
    """Return the ids of the sentences and notes of a text that a cross-reference may name."""
    notes = [note.record.id for note in text.notes if note.record.id]
    return {"sentences": [s.id for s in text.document.sentences], "notes": notes}


def _repository(settings: Settings) -> Mapping[str, Any] | None:
    """Return where a new file is proposed: its page, and what it takes the file from."""
    if (found := settings.repository) is None:
        return None
    page = NEW_FILE_PAGES[found.host]
    return {
        "name": page.host_name,
        "new": found.new_file,
        "fields": [page.file_name, page.content],
        "fills": page.fills,
    }
