"""Everything: the texts, the sources, and who cites what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from annotated_reader.edition.records.note import Citation, Note
from annotated_reader.edition.records.text import TextEdition
from annotated_reader.evidence import QuoteState
from annotated_reader.links import Links
from annotated_reader.notes import Source, Vocabulary


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A citation seen from its source: by which note of which text."""

    text: str
    note: Note
    citation: Citation


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything: the texts, the bibliography, and who cites what."""

    texts: tuple[TextEdition, ...]
    sources: Mapping[str, Source]
    uses: Mapping[str, tuple[SourceUse, ...]]
    """Uses of each source, in reading order, those of withdrawn notes too; empty for one not cited."""
    vocabulary: Vocabulary
    by_slug: Mapping[str, TextEdition] = field(default_factory=dict)
    quotes: Mapping[QuoteState, int] = field(default_factory=dict)
    """How many quotes of sources are in each state; those of withdrawn notes do not count."""
    links: Links = field(default_factory=dict)
    """What is known of the addresses of the sources."""

    def text(self, slug: str) -> TextEdition:
        """Return the text with a slug."""
        return self.by_slug[slug]
