"""From the old list of sentences and an edited seed to a document in which every old id is accounted for."""

from dataclasses import dataclass
from itertools import count

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.boundaries import OldSentences, cut_as_before
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.pairing import pair_sentences
from annotated_reader.text import (
    TITLE,
    BlockKind,
    Document,
    ListedSentence,
    Sentence,
    find_blocks,
)


@dataclass(frozen=True, slots=True)
class Revision:
    """What an edit of the seed did: the document with its ids, and the changes.

    Changes come in the order of the old sentences, then of the inserted ones.
    """

    document: Document
    listed: tuple[ListedSentence, ...]
    """The old sentences that were in use, to which the changes point."""
    changes: tuple[Change, ...]
    retired: tuple[tuple[str, str], ...]
    """Ids out of use with their last wordings, those retired before first."""


def revise(source: str, listed: list[ListedSentence], *, language: str, markdown: bool) -> Revision:
    """Return the document of an edited seed, with ids carried over from the old list.

    A sentence keeps its id when its words are the same (also elsewhere), when it was
    edited in its place, and as the first part of a split or of a join. The title
    keeps its id whatever it reads. Ids of sentences that are gone, and of equal ones
    of which some are gone, are retired.
    """
    in_use = [item for item in listed if not item.retired]
    old = [item.words for item in in_use]
    blocks = find_blocks(source, markdown=markdown)
    known = OldSentences(old)
    spans: list[tuple[int, int, int]] = []
    for index, block in enumerate(blocks):
        words = source[block.start : block.end]
        # A heading is one sentence, unless the old list has cut it.
        tongue = language if block.kind is BlockKind.PARAGRAPH else None
        cuts = cut_as_before(words, tongue, known)
        spans += [(block.start + start, block.start + end, index) for start, end in cuts]
    # Other quotation marks, dashes or spaces do not make another sentence.
    new = [fold(source[start:end]) for start, end, _ in spans]
    changes = pair_sentences([fold(words) for words in old], new)
    titled = bool(blocks) and blocks[0].kind is BlockKind.TITLE
    if titled and in_use and in_use[0].id == TITLE:
        changes = _retitled(changes)
    ids = _ids(changes, in_use, {item.id for item in listed}, len(new), titled=titled)
    days = _days(changes, in_use)
    sentences = tuple(
        Sentence(id_, *span, days.get(index, ""))
        for index, (id_, span) in enumerate(zip(ids, spans, strict=True))
    )
    kept = set(ids)
    gone = [item for item in in_use if item.id not in kept]
    retired = [(item.id, item.words) for item in [*(i for i in listed if i.retired), *gone]]
    document = Document(source, blocks, sentences, frozenset(id_ for id_, _ in retired))
    return Revision(document, tuple(in_use), changes, tuple(retired))


def _retitled(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes of a text with a title before and after: it is one, whatever it reads.

    Unless its words, or those of the title now, are known to be another sentence.
    """
    went, came = Change(ChangeKind.DELETED, (0,), ()), Change(ChangeKind.INSERTED, (), (0,))
    if went not in changes or came not in changes:
        return changes
    others = (change for change in changes if change not in (went, came))
    return (Change(ChangeKind.EDITED, (0,), (0,)), *others)


def _ids(
    changes: tuple[Change, ...],
    in_use: list[ListedSentence],
    used: set[str],
    length: int,
    *,
    titled: bool,
) -> list[str]:
    """Return the id of each new sentence: its old one, or the next that was never used.

    The first title of a text gets the id of titles.
    """
    carried = {
        change.new[0]: in_use[change.old[0]].id for change in changes if change.old and change.new
    }
    if titled and TITLE not in used:
        carried.setdefault(0, TITLE)
    highest = max((int(id_[1:]) for id_ in used), default=0)
    fresh = (f"s{number}" for number in count(highest + 1))
    return [carried[index] if index in carried else next(fresh) for index in range(length)]


def _days(changes: tuple[Change, ...], in_use: list[ListedSentence]) -> dict[int, str]:
    """Return the day of the last edit before this one, by the index of the new sentence."""
    return {
        index: max(in_use[old].edited for old in change.old)
        for change in changes
        if change.old
        for index in change.new
    }
