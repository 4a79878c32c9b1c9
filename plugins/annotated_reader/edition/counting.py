"""Counting what has been annotated and, above all, what has not been checked."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from annotated_reader.edition.records import Counts, Note, SourceUse
from annotated_reader.evidence import QuoteState
from annotated_reader.notes import Vocabulary
from annotated_reader.text import Document


def unchecked_sentences(document: Document, notes: Iterable[Note]) -> tuple[str, ...]:
    """Return the ids of the sentences that no current claim with a verdict covers, in order.

    Readers take unmarked sentences for true when only bad ones are marked
    (Pennycook et al. 2020, N = 5,271 and 1,568), so these are counted and shown.
    """
    checked = {
        id_ for note in notes if note.current and note.verdict for id_ in note.target.sentences
    }
    return tuple(sentence.id for sentence in document.sentences if sentence.id not in checked)


def count(
    document: Document, notes: Sequence[Note], unchecked: tuple[str, ...], vocabulary: Vocabulary
) -> Counts:
    """Return the counts of a text; verdicts in the order of the vocabulary, none left out."""
    current = [note for note in notes if note.current]
    verdicts = Counter(note.verdict.id for note in current if note.verdict)
    checked_as = _checked_as(current)
    claims = [note for note in notes if note.record.kind == "claim"]
    return Counts(
        sentences=len(document.sentences),
        annotated=len({id_ for note in current for id_ in note.target.sentences}),
        checked=len(document.sentences) - len(unchecked),
        notes=len(current),
        kinds=MappingProxyType(Counter(note.record.kind for note in current)),
        verdicts=MappingProxyType({id_: verdicts[id_] for id_ in vocabulary.verdicts}),
        checked_as=MappingProxyType({id_: checked_as[id_] for id_ in vocabulary.verdicts}),
        withdrawn=sum(not note.current for note in claims),
    )


def _checked_as(notes: Iterable[Note]) -> Counter[str]:
    """Return how many sentences wear which verdict: of several, the one to be seen first."""
    leading: dict[str, Note] = {}
    for note in notes:
        for id_ in note.target.sentences if note.verdict else ():
            first = leading.setdefault(id_, note)
            leading[id_] = min(first, note, key=lambda one: one.attention)
    return Counter(note.verdict.id for note in leading.values() if note.verdict)


def count_quotes(uses: Mapping[str, Iterable[SourceUse]]) -> Mapping[QuoteState, int]:
    """Return how many quotes of sources are in each state; withdrawn notes do not count."""
    states = Counter(
        use.citation.check.state
        for of_source in uses.values()
        for use in of_source
        if use.citation.check and use.note.current
    )
    return MappingProxyType({state: states[state] for state in QuoteState})
