"""What the project that notes come to knows: what they may point at, which ids are taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotated_reader.edition import Edition, Note, TextEdition
from annotated_reader.imports.html_to_markdown import escape_markdown
from annotated_reader.imports.records import Incoming
from annotated_reader.imports.small_markdown import cleaned
from annotated_reader.imports.web_rules import as_list
from annotated_reader.notes.links import refuse_link


@dataclass(frozen=True, slots=True)
class Others:
    """The notes that are there already, without those of the file that an import replaces."""

    edition: Edition
    text: TextEdition
    replaces: str = ""

    def notes(self, text: TextEdition) -> list[Note]:
        """Return the notes of a text, also those without a place."""
        every = (*text.notes, *text.unplaced)
        return [note for note in every if note.place.file != self.replaces]

    def ids(self, text: TextEdition) -> set[str]:
        """Return the ids of the notes of a text."""
        return {note.record.id for note in self.notes(text) if note.record.id}

    def targets(self) -> set[str]:
        """Return everything that `see` of a new note of the text may name."""
        names = {other.slug for other in self.edition.texts}
        for other in self.edition.texts:
            here = {sentence.id for sentence in other.document.sentences} | self.ids(other)
            names |= {f"{other.slug}#{name}" for name in here}
            names |= here if other.slug == self.text.slug else set()
        return names


def targets_with(known: set[str], slug: str, ids: Iterable[str]) -> frozenset[str]:
    """Return the known targets, and the notes that come with the import."""
    new = {id_ for id_ in ids if id_}
    return frozenset(known | new | {f"{slug}#{id_}" for id_ in new})


def free_id(wanted: str, taken: set[str]) -> str:
    """Return an id that no other note of the text has: the one wanted, or one with a number."""
    number, id_ = 1, wanted
    while id_ in taken:
        number += 1
        id_ = f"{wanted[: 63 - len(str(number))]}-{number}"
    return id_


def source_titles(incoming: Iterable[Incoming]) -> Mapping[str, str]:
    """Return the sources that the annotations themselves describe, as Markdown, by their ids."""
    titles: dict[str, str] = {}
    for item in incoming:
        raw = item.raw if isinstance(item.raw, dict) else {}
        for body in as_list(raw.get("body")):
            id_ = body.get("ar:source") if isinstance(body, dict) else None
            if isinstance(id_, str):
                titles[id_] = _described(id_, body.get("ar:title"), body.get("source"))
    return titles


def _described(id_: str, title: object, address: object) -> str:
    words = escape_markdown(cleaned(title if isinstance(title, str) and title else id_)[:300])
    linked = isinstance(address, str) and refuse_link(address) is None and "(" not in address
    return f"[{words}]({address})" if linked and ")" not in str(address) else words
