"""What the notes of all texts may point at."""

from collections.abc import Mapping

from annotated_reader.edition.labels import Labelled, anchor_of
from annotated_reader.edition.records import Address
from annotated_reader.edition.references import Directory
from annotated_reader.edition.text_draft import Draft


def directory_of(drafts: list[Draft], placed: Mapping[str, list[Labelled]]) -> Directory:
    """Return where everything is that a cross-reference may name, in all texts."""
    directory = Directory()
    for draft in drafts:
        ids = [sentence.id for sentence in draft.document.sentences]
        directory.add_text(draft.slug, ids, draft.document.retired)
        for entry, target, label in placed[draft.slug]:
            if entry.record.id:
                address = Address(draft.slug, target.sentences[-1], anchor_of(entry, label))
                directory.add_note(draft.slug, entry.record.id, address)
        for entry, target in draft.entries:
            if entry.record.id and not target.sentences:
                directory.add_lost(draft.slug, entry.record.id)
    return directory
