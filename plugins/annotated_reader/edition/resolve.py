"""From notes that have their place to an Edition: labels, cross-references, backlinks, counts."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from annotated_reader.edition.counting import count, count_quotes, unchecked_sentences
from annotated_reader.edition.direction import direction_of
from annotated_reader.edition.directory import directory_of
from annotated_reader.edition.labels import in_order, ranks_of
from annotated_reader.edition.library import Library
from annotated_reader.edition.note_maker import NoteMaker
from annotated_reader.edition.outlines import in_time, natural_order
from annotated_reader.edition.records import Backlink, Edition, Note, TextEdition
from annotated_reader.edition.references import backlinks
from annotated_reader.edition.text_draft import Draft
from annotated_reader.edition.uses import uses_of
from annotated_reader.notes import Vocabulary
from annotated_reader.problems import Problem
from annotated_reader.text import BlockKind, Document


def resolve(
    drafts: list[Draft], vocabulary: Vocabulary, library: Library
) -> tuple[Edition, list[Problem]]:
    """Return the edition of the drafts.

    Problems: R205, a cross-reference to nothing; R310, a quote that its source does not
    have; R406, a verdict older than its words; and those of `natural_order`.
    """
    ranks = ranks_of(vocabulary)
    placed = {draft.slug: in_order(draft, ranks) for draft in drafts}
    directory = directory_of(drafts, placed)
    notes: dict[str, list[Note]] = {}
    lost: dict[str, list[Note]] = {}
    problems: list[Problem] = []
    for draft in drafts:
        maker = NoteMaker(draft, directory, vocabulary, ranks, library)
        notes[draft.slug], of_placed = maker.placed(placed[draft.slug])
        lost[draft.slug], of_lost = maker.lost()
        problems += [*of_placed, *of_lost]
    links = backlinks(notes)
    texts = []
    for draft in drafts:
        chronology, of_events = in_time(draft.chronology, draft.slug, directory)
        pieces, of_pieces = natural_order(draft.pieces, draft.document)
        problems += [*of_events, *of_pieces]
        text = _text(draft, notes[draft.slug], lost[draft.slug], links[draft.slug], vocabulary)
        texts.append(replace(text, pieces=pieces, chronology=chronology))
    by_slug = MappingProxyType({text.slug: text for text in texts})
    uses = uses_of(texts, library.sources)
    edition = Edition(
        tuple(texts), library.sources, uses, vocabulary, by_slug, count_quotes(uses), library.links
    )
    return edition, problems


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
        direction=draft.record.direction or direction_of(draft.record.language),
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
    return document.flat(first.start, first.end) if is_title else ""
