"""What the templates ask for: links from the page they make, and words for what they show."""

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_reader.edition import Address, Backlink, Edition, Note, TextEdition
from annotated_reader.notes import Source
from annotated_reader.pages.addresses import CLAIMS, SOURCES, TEXTS, Addresses
from annotated_reader.problems import Place

KIND_NAMES = {
    "claim": "Claim",
    "citation": "Citation",
    "cross-reference": "Cross-reference",
    "gloss": "Gloss",
}
RELATION_NAMES = {
    "": "See",
    "repeats": "Repeats",
    "contradicts": "Contradicts",
    "elaborates": "Elaborates",
    "depends-on": "Depends on",
    "answers": "Answers",
}
INVERSE_NAMES = {
    "": "Referred to from",
    "repeats": "Repeated by",
    "contradicts": "Contradicted by",
    "elaborates": "Elaborated by",
    "depends-on": "Needed by",
    "answers": "Answered by",
}
SOURCE_RELATION_NAMES = {
    "supports": "supports the text",
    "contradicts": "contradicts the text",
    "context": "context",
}


@dataclass(frozen=True, slots=True)
class View:
    """One page as its template sees it: the edition, and where this page is in the site."""

    edition: Edition
    addresses: Addresses
    page: str

    def to(self, address: Address) -> str:
        """Return the link to a sentence or note."""
        return self.addresses.to(self.page, address)

    def source(self, source: Source) -> str:
        """Return the link to the entry of a source."""
        return self.addresses.link(self.page, SOURCES, f"source-{source.id}")

    def claims(self) -> str:
        """Return the link to the claims page."""
        return self.addresses.link(self.page, CLAIMS)

    def texts(self) -> str:
        """Return the link to the list of texts."""
        return self.addresses.link(self.page, TEXTS)

    def path(self, path: str) -> str:
        """Return the link to a page or file by the path of its source."""
        return self.addresses.link(self.page, path)

    def edit(self, place: Place) -> str:
        """Return the address at which the file of a note is edited, or nothing."""
        base = self.addresses.edit_base
        return f"{base}{place.file}#L{place.line}" if base else ""

    def note_address(self, text: str, note: Note) -> Address:
        """Return the address of a note that has a place."""
        return Address(text, note.target.sentences[-1], note.anchor)

    def incipit(self, address: Address, words: int = 9) -> str:
        """Return the first words of the sentence that an address names."""
        return shorten(self.edition.text(address.text).words(address.sentence), words)

    def place_name(self, address: Address, here: str) -> str:
        """Return "sentence 13", or "note 13a", with the title of the text when it is another."""
        text = self.edition.text(address.text)
        name = f"sentence {address.sentence.removeprefix('s')}"
        if address.note:
            note = next(n for n in text.by_sentence[address.sentence] if n.anchor == address.note)
            name = f"note {note.label}"
        return name if address.text == here else f"{text.title}, {name}"


def shorten(words: str, count: int) -> str:
    """Return the first words of a sentence, with an ellipsis when there are more."""
    parts = words.split()
    return " ".join(parts[:count]).rstrip(",;:") + " …" if len(parts) > count else words


def summary(notes: Sequence[Note], links: Sequence[Backlink]) -> str:
    """Return what is behind a sentence, for a reader who hears the page: "2 notes: …"."""
    if not notes:
        return f"referred to from {len(links)} {'note' if len(links) == 1 else 'notes'}"
    names = ", ".join(_name(note) for note in notes)
    return f"{len(notes)} {'note' if len(notes) == 1 else 'notes'}: {names}"


def _name(note: Note) -> str:
    kind = KIND_NAMES[note.record.kind].lower()
    if not note.current:
        return f"withdrawn {kind}"
    return f"{kind} {note.verdict.label.lower()}" if note.verdict else kind


def percent(part: int, whole: int) -> int:
    """Return a share in whole per cent, rounded down so that 100 means all."""
    return 100 * part // whole if whole else 0


def annotated_files(text: TextEdition) -> Place | None:
    """Return the file that the edit button of a text opens: that of its first note."""
    if text.notes:
        return text.notes[0].place
    return text.files[0] if text.files else None
