"""The names (IRIs) under which exports speak of texts, sentences, notes and sources."""

from collections.abc import Callable
from dataclasses import dataclass

from annotated_reader.edition import Address, TextEdition
from annotated_reader.notes import Source

NameOf = Callable[[Address], str]
"""Returns the IRI of a sentence or a note."""


def urn(address: Address) -> str:
    """Return a name for what has no address on the web: `urn:annotated-reader:<text>:<anchor>`."""
    return ":".join(filter(None, ("urn:annotated-reader", address.text, address.anchor)))


@dataclass(frozen=True, slots=True)
class Names:
    """How an export names things; without pages on the web, by URNs."""

    name_of: NameOf = urn
    seed: str = ""
    """Address of the seed itself, or empty: it then gets a URN."""

    @property
    def paged(self) -> bool:
        """Whether notes have addresses on the web."""
        return self.name_of is not urn

    def note(self, text: TextEdition, anchor: str, sentence: str = "") -> str:
        """Return the IRI of a note; one without a place is named from the text's first page."""
        return self.name_of(Address(text.slug, sentence or text.document.sentences[0].id, anchor))

    def page(self, text: TextEdition, sentence: str = "") -> str:
        """Return the address of the page that a sentence is on, without its fragment."""
        id_ = sentence or text.document.sentences[0].id
        return self.name_of(Address(text.slug, id_)).partition("#")[0]

    def text(self, text: TextEdition) -> str:
        """Return the IRI of the seed, in which positions are counted."""
        return self.seed or f"urn:annotated-reader:{text.slug}"

    def collection(self, text: TextEdition) -> str:
        """Return the IRI of all annotations of a text together."""
        if self.paged:
            return f"{self.page(text)}#annotations"
        return f"urn:annotated-reader:{text.slug}:annotations"


def source_name(source: Source) -> str:
    """Return the IRI of a source: its address, that of its DOI, or else a URN with its id."""
    return source.address or f"urn:annotated-reader:source:{source.id}"
