"""From notes that have their place to an Edition: labels, cross-references, backlinks, counts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from annotated_reader.anchoring import Target
from annotated_reader.edition.counting import count, count_quotes, unchecked_sentences
from annotated_reader.edition.library import Library
from annotated_reader.edition.outlines import in_time, natural_order
from annotated_reader.edition.overtaken import edited_since, overtaken
from annotated_reader.edition.records import (
    Address,
    Backlink,
    EarlierVerdict,
    Edition,
    Note,
    SourceUse,
    TextEdition,
)
from annotated_reader.edition.references import Directory, backlinks
from annotated_reader.notes import (
    ChronologyEntries,
    Entry,
    NoteEntry,
    NoteRecord,
    PieceRecord,
    Source,
    TextRecord,
    Vocabulary,
)
from annotated_reader.problems import Place, Problem
from annotated_reader.text import BlockKind, Document

# Languages and scripts written from right to left (Unicode CLDR, character order).
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "khw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Draft:
    """A text whose notes have been anchored, but do not know each other yet."""

    slug: str
    record: TextRecord
    document: Document
    files: tuple[Place, ...]
    entries: tuple[tuple[NoteEntry, Target], ...]
    pieces: tuple[Entry[PieceRecord], ...]
    chronology: ChronologyEntries


def resolve(
    drafts: list[Draft], vocabulary: Vocabulary, library: Library
) -> tuple[Edition, list[Problem]]:
    """Return the edition of the drafts.

    Problems: R205, a cross-reference to nothing; R310, a quote that its source does not
    have; R406, a verdict older than its words; and those of `natural_order`.
    """
    ranks = _ranks(vocabulary)
    placed = {draft.slug: _in_order(draft, ranks) for draft in drafts}
    directory = _directory(drafts, placed)
    notes: dict[str, list[Note]] = {}
    lost: dict[str, list[Note]] = {}
    problems: list[Problem] = []
    for draft in drafts:
        maker = _NoteMaker(draft, directory, vocabulary, ranks, library, problems)
        labelled = placed[draft.slug]
        notes[draft.slug] = [maker.note(entry, target, label) for entry, target, label in labelled]
        without = [entry for entry in draft.entries if not entry[1].sentences]
        lost[draft.slug] = [maker.note(*entry, "", n) for n, entry in enumerate(without, start=1)]
    links = backlinks(notes)
    texts = []
    for draft in drafts:
        chronology, of_events = in_time(draft.chronology, draft.slug, directory)
        pieces, of_pieces = natural_order(draft.pieces, draft.document)
        problems += [*of_events, *of_pieces]
        text = _text(draft, notes[draft.slug], lost[draft.slug], links[draft.slug], vocabulary)
        texts.append(replace(text, pieces=pieces, chronology=chronology))
    by_slug = MappingProxyType({text.slug: text for text in texts})
    uses = _uses(tuple(texts), library.sources)
    edition = Edition(
        tuple(texts), library.sources, uses, vocabulary, by_slug, count_quotes(uses), library.links
    )
    return edition, problems


def _in_order(draft: Draft, ranks: Mapping[str, int]) -> list[tuple[NoteEntry, Target, str]]:
    """Return the notes that have a place, in reading order, with labels like `20a`.

    A note stands behind the last sentence that it is about. Behind one sentence,
    what its control announces comes first.
    """
    position = draft.document.position

    def order(pair: tuple[NoteEntry, Target]) -> tuple[int, ...]:
        entry, target = pair
        seen = _attention(entry.record, ranks)
        return position[target.sentences[-1]], seen, target.start, -target.end

    placed = sorted((pair for pair in draft.entries if pair[1].sentences), key=order)
    labelled = []
    numbers: dict[str, int] = defaultdict(int)
    for entry, target in placed:
        sentence = target.sentences[-1]
        label = sentence.removeprefix("s") + _letters(numbers[sentence])
        numbers[sentence] += 1
        labelled.append((entry, target, label))
    return labelled


def _ranks(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return how early the verdicts are to be seen: by their tone, then by the vocabulary."""
    tones = ("problem", "open", "supported")
    order = sorted(vocabulary.verdicts.values(), key=lambda verdict: tones.index(verdict.tone))
    return MappingProxyType({verdict.id: rank for rank, verdict in enumerate(order)})


def _attention(record: NoteRecord, ranks: Mapping[str, int]) -> int:
    """Return how early a note is to be seen: by its verdict, then without one, then withdrawn."""
    if record.status == "withdrawn":
        return len(ranks) + 1
    return ranks.get(record.verdict, len(ranks))


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab and so on for 0, 1 and so on."""
    more, last = divmod(number, len(_LETTERS))
    return (_letters(more - 1) if more else "") + _LETTERS[last]


def _anchor_of(entry: NoteEntry, label: str) -> str:
    return f"note-{entry.record.id}" if entry.record.id else f"n{label}"


def _directory(
    drafts: list[Draft], placed: Mapping[str, list[tuple[NoteEntry, Target, str]]]
) -> Directory:
    directory = Directory()
    for draft in drafts:
        ids = [sentence.id for sentence in draft.document.sentences]
        directory.add_text(draft.slug, ids, draft.document.retired)
        for entry, target, label in placed[draft.slug]:
            if entry.record.id:
                address = Address(draft.slug, target.sentences[-1], _anchor_of(entry, label))
                directory.add_note(draft.slug, entry.record.id, address)
        for entry, target in draft.entries:
            if entry.record.id and not target.sentences:
                directory.add_lost(draft.slug, entry.record.id)
    return directory


@dataclass(frozen=True, slots=True)
class _NoteMaker:
    """Makes the notes of one text, looking up what they name."""

    draft: Draft
    directory: Directory
    vocabulary: Vocabulary
    ranks: Mapping[str, int]
    library: Library
    problems: list[Problem]

    def note(self, entry: NoteEntry, target: Target, label: str, lost: int = 0) -> Note:
        """Return a note with its verdict, citations and cross-references."""
        record = entry.record
        references, problems = self.directory.resolve(entry, self.draft.slug)
        self.problems.extend(problems)
        citations, problems = self.library.citations(entry)
        self.problems.extend(problems)
        edited = edited_since(record, target, self.draft.document)
        self.problems.extend(overtaken(entry, edited))
        verdicts, reasons = self.vocabulary.verdicts, self.vocabulary.reasons
        return Note(
            anchor=_anchor_of(entry, label or f"-lost-{lost}"),
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
            attention=_attention(record, self.ranks),
            edited=edited,
        )


def _text(
    draft: Draft,
    notes: list[Note],
    lost: list[Note],
    links: Mapping[str, tuple[Backlink, ...]],
    vocabulary: Vocabulary,
) -> TextEdition:
    by_sentence: dict[str, list[Note]] = defaultdict(list)
    elsewhere: dict[str, list[Note]] = defaultdict(list)
    for note in notes:
        *others, last = note.target.sentences
        by_sentence[last].append(note)
        for id_ in others:
            elsewhere[id_].append(note)
    document = draft.document
    unchecked = unchecked_sentences(document, notes)
    return TextEdition(
        slug=draft.slug,
        title=draft.record.title or _title(document) or draft.slug,
        direction=draft.record.direction or _direction(draft.record.language),
        record=draft.record,
        document=document,
        files=draft.files,
        notes=tuple(notes),
        unplaced=tuple(lost),
        by_sentence=_frozen(by_sentence),
        elsewhere=_frozen(elsewhere),
        backlinks=links,
        unchecked=unchecked,
        counts=count(document, notes, unchecked, vocabulary),
    )


def _frozen(notes: Mapping[str, list[Note]]) -> Mapping[str, tuple[Note, ...]]:
    return MappingProxyType({id_: tuple(of) for id_, of in notes.items()})


def _title(document: Document) -> str:
    first = document.sentences[0]
    is_title = document.blocks[first.block].kind is BlockKind.TITLE
    return " ".join(document.words(first).split()) if is_title else ""


def _direction(language: str) -> str:
    primary, *others = language.lower().split("-")
    scripts = {part for part in others if len(part) == 4}
    if scripts:
        return "rtl" if scripts & _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary in _RIGHT_TO_LEFT else "ltr"


def _uses(
    texts: tuple[TextEdition, ...], sources: Mapping[str, Source]
) -> Mapping[str, tuple[SourceUse, ...]]:
    uses: dict[str, list[SourceUse]] = {id_: [] for id_ in sources}
    for text in texts:
        for note in (*text.notes, *text.unplaced):
            for citation in note.citations:
                uses[citation.source.id].append(SourceUse(text.slug, note, citation))
    return MappingProxyType({id_: tuple(of) for id_, of in uses.items()})
