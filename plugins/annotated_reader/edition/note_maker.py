"""From notes as they were written to notes with all that they name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from annotated_reader.anchoring import Target
from annotated_reader.edition.labels import Labelled, anchor_of, attention
from annotated_reader.edition.library import Library
from annotated_reader.edition.overtaken import edited_since, overtaken
from annotated_reader.edition.records import EarlierVerdict, Note
from annotated_reader.edition.references import Directory
from annotated_reader.edition.text_draft import Draft
from annotated_reader.notes import NoteEntry, Vocabulary
from annotated_reader.problems import Problem


@dataclass(frozen=True, slots=True)
class NoteMaker:
    """Makes the notes of one text, looking up what they name."""

    draft: Draft
    directory: Directory
    vocabulary: Vocabulary
    ranks: Mapping[str, int]
    library: Library

    def placed(self, labelled: list[Labelled]) -> tuple[list[Note], list[Problem]]:
        """Return the notes that have a place. Problems: R205, R310, R406."""
        return _all(self._note(*note) for note in labelled)

    def lost(self) -> tuple[list[Note], list[Problem]]:
        """Return the notes without a place, in the order of their files. Problems: the same."""
        without = [entry for entry in self.draft.entries if not entry[1].sentences]
        return _all(self._note(*entry, "", n) for n, entry in enumerate(without, start=1))

    def _note(
        self, entry: NoteEntry, target: Target, label: str, lost: int = 0
    ) -> tuple[Note, list[Problem]]:
        record = entry.record
        references, of_references = self.directory.resolve(entry, self.draft.slug)
        citations, of_citations = self.library.citations(entry)
        edited = edited_since(record, target, self.draft.document)
        problems = [*of_references, *of_citations, *overtaken(entry, edited)]
        verdicts, reasons = self.vocabulary.verdicts, self.vocabulary.reasons
        note = Note(
            anchor=anchor_of(entry, label or f"-lost-{lost}"),
            label=label,
            record=record,
            target=target,
            place=entry.place(),
            verdict=verdicts.get(record.verdict),
            reasons=tuple(reasons[reason] for reason in record.reasons if reason in reasons),
            history=tuple(
                EarlierVerdict(verdicts[entry.verdict], entry.checked, entry.why)
                for entry in record.history
                if entry.verdict in verdicts
            ),
            citations=citations,
            references=tuple(references),
            attention=attention(record, self.ranks),
            edited=edited,
        )
        return note, problems


def _all(made: Iterable[tuple[Note, list[Problem]]]) -> tuple[list[Note], list[Problem]]:
    pairs = list(made)
    return [note for note, _ in pairs], [problem for _, found in pairs for problem in found]
