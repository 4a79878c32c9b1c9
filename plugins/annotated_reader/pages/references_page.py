"""The page of all cross-references: by relation, and within it in reading order."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from annotated_reader.edition import Address, Note
from annotated_reader.notes.format import Relation
from annotated_reader.pages.addresses import REFERENCES
from annotated_reader.pages.environment import render
from annotated_reader.pages.page import Heading, Page
from annotated_reader.pages.view import View

RELATIONS = (*get_args(Relation), "")
"""Every relation in the order of the page; a plain "see" comes last."""


@dataclass(frozen=True, slots=True)
class Links:
    """What one note points at."""

    note: Note
    source: Address
    targets: tuple[Address, ...]


def references_page(view: View) -> Page:
    """Return the index of the cross-references; withdrawn notes do not point."""
    links: dict[str, list[Links]] = defaultdict(list)
    for relation, found in _links(view):
        links[relation].append(found)
    groups = {relation: links[relation] for relation in RELATIONS if relation in links}
    texts = view.edition.texts
    here = texts[0].slug if len(texts) == 1 else ""
    html = render("references.html", view, groups=groups, here=here, id_of=_id_of)
    headings = tuple(
        Heading(2, view.words(f"relation_{relation}"), _id_of(relation)) for relation in groups
    )
    title, description = view.words("references"), view.words("references_description")
    # Each note is found where it stands in its text.
    return Page(REFERENCES, title, description, html, headings, search=())


def _links(view: View) -> Iterator[tuple[str, Links]]:
    """Yield the links of each note; all of them have the relation of the note."""
    for text in view.edition.texts:
        for note in text.notes:
            if note.current and note.references:
                targets = tuple(reference.target for reference in note.references)
                source = view.note_address(text.slug, note)
                yield note.references[0].relation, Links(note, source, targets)


def _id_of(relation: str) -> str:
    return f"relation-{relation or 'see'}"
