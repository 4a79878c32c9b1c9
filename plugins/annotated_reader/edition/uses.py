"""The citations seen from their sources."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from annotated_reader.edition.records import SourceUse, TextEdition
from annotated_reader.notes import Source


def uses_of(
    texts: Iterable[TextEdition], sources: Mapping[str, Source]
) -> Mapping[str, tuple[SourceUse, ...]]:
    """Return the uses of each source, in reading order; none for one that no note cites."""
    uses: dict[str, list[SourceUse]] = {id_: [] for id_ in sources}
    for text in texts:
        for note in (*text.notes, *text.unplaced):
            for citation in note.citations:
                uses[citation.source.id].append(SourceUse(text.slug, note, citation))
    return MappingProxyType({id_: tuple(of) for id_, of in uses.items()})
