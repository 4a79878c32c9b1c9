"""Places that can be pointed at, and the pointers from both ends."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """A place that can be pointed at: a text, one of its sentences, one of its notes."""

    text: str
    sentence: str = ""
    """Id of the sentence; empty for the text as a whole."""
    note: str = ""
    """Anchor of the note in its page, like `note-speaker`."""

    @property
    def anchor(self) -> str:
        """Id of the element that the address names; empty for the text as a whole."""
        return self.note or self.sentence


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A link from a note to a place; `relation` is empty for a plain "see"."""

    target: Address
    relation: str


@dataclass(frozen=True, slots=True)
class Backlink:
    """The other end of a cross-reference: the note that points here, and how."""

    source: Address
    relation: str
    label: str
    """Label of the note that points here, like `13a`."""
