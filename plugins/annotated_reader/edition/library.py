"""The sources of a project, with what is known of each besides its entry."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from annotated_reader.edition.records import Citation
from annotated_reader.evidence import KeptCopy, QuoteCheck, QuoteState, check_quote, read_copies
from annotated_reader.files import Folder, is_there
from annotated_reader.links import FILE_NAME as LINKS_FILE
from annotated_reader.links import Links, read_links
from annotated_reader.notes import NoteEntry, Source, YamlFile, read_sources, sources_in
from annotated_reader.notes.sources import FILE_NAME as SOURCES_FILE
from annotated_reader.problems import Problem


@dataclass(frozen=True, slots=True)
class Library:
    """The sources by id, their kept copies by id, and their links by address."""

    sources: Mapping[str, Source] = field(default_factory=dict)
    copies: Mapping[str, tuple[KeptCopy, ...]] = field(default_factory=dict)
    links: Links = field(default_factory=dict)
    is_known: bool = True
    """Whether the sources could be read: else what a note cites cannot be judged."""

    def citations(self, entry: NoteEntry) -> tuple[tuple[Citation, ...], list[Problem]]:
        """Return the citations of a note, those of unknown sources left out.

        Problems: R310 for words that the kept copy of their source does not have. Of a
        withdrawn note that is no fault: it may be why it was withdrawn.
        """
        citations, problems = [], []
        for number, use in enumerate(entry.record.sources):
            source = self.sources.get(use.source)
            if source is None:
                continue
            check = self._check(use.quote, source) if use.quote else None
            citations.append(Citation(source, use.locator, use.quote, use.relation, check))
            wrong = check is not None and check.state is QuoteState.NOT_FOUND
            if check and wrong and entry.record.status == "current":
                kept = " or ".join(str(copy.place) for copy in self.copies[source.id])
                place = entry.place("sources", number, "quote")
                message = f"quote not found in the kept copy of its source, {kept}."
                problems.append(Problem(place, "R310", message, check.hint))
        return tuple(citations), problems

    def _check(self, quote: str, source: Source) -> QuoteCheck:
        accessed = source.dates.get("accessed")
        return check_quote(quote, self.copies.get(source.id, ()), accessed.text if accessed else "")


def read_library(
    annotations: Folder, notes: Iterable[YamlFile] = ()
) -> tuple[Library, list[Problem]]:
    """Return the library of a project: `sources.yml`, and what files of notes bring.

    Problems: those of `read_sources`, `read_copies` and `read_links`.
    """
    path = annotations.path / SOURCES_FILE
    sources: dict[str, Source] | None = {}
    problems: list[Problem] = []
    if is_there(path):
        sources, problems = read_sources(path, annotations)
    if sources is not None:
        for file in notes:
            more, found = sources_in(file, sources)
            sources |= more
            problems += found
    copies, found = read_copies(annotations, sources)
    links, faults = read_links(annotations.path / LINKS_FILE, annotations)
    library = Library(sources or {}, copies, links or {}, is_known=sources is not None)
    return library, problems + found + faults
