"""The glossary: the terms that the glosses of the texts explain."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from annotated_reader.edition import Note, TextEdition


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary: a term, and the gloss that explains it."""

    term: str
    text: TextEdition
    note: Note


def terms(texts: Iterable[TextEdition]) -> list[Term]:
    """Return the glosses that have a `term`, sorted without regard to capitals and accents."""
    found = [
        Term(note.record.term, text, note)
        for text in texts
        for note in text.notes
        if note.current and note.record.term
    ]
    return sorted(found, key=lambda entry: (_letters(entry.term), entry.term))


def _letters(term: str) -> str:
    decomposed = unicodedata.normalize("NFKD", term.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
