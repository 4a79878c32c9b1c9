"""From the old list of sentences and an edited seed to a document in which every old id is accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, pairwise

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.boundaries import OldSentences, cut_as_before
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.equal import EqualPairs, pair_equal
from annotated_reader.anchoring.revision.rising import Pair, longest_rising
from annotated_reader.anchoring.revision.similar import Gap, pair_similar
from annotated_reader.anchoring.revision.stand_ins import doubtful_pairs
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
    changes = _changes([fold(words) for words in old], new)
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


def _changes(old: list[str], new: list[str]) -> tuple[Change, ...]:
    """Return what became of every sentence: each old and each new one is in exactly one change."""
    equal = pair_equal(old, new)
    moved = dict(equal.moved)
    edges = [(-1, -1), *equal.in_order, (len(old), len(new))]
    gaps = _gaps(edges, equal.ambiguous.union(moved), set(moved.values()))
    changes = [change for gap in gaps for change in pair_similar(old, new, gap)]
    others = [(i, j) for change in changes for i in change.old for j in change.new]
    # What moved is held to be gone from its old place, for seeing what stands there now.
    gaps = _gaps(edges, equal.ambiguous, {j for _, j in [*equal.moved, *others]})
    suspect = (gap for gap in gaps if not moved.keys().isdisjoint(gap.old))
    alike = {i for gap in suspect for c in pair_similar(old, new, gap) for i in c.old}
    pairs = [*equal.in_order, *equal.moved]
    doubtful = doubtful_pairs(old, new, pairs, others, alike & moved.keys())
    changes += _equal_changes(equal, doubtful)
    ambiguous = equal.ambiguous | doubtful
    changes += [Change(ChangeKind.AMBIGUOUS, (i,), ()) for i in sorted(ambiguous)]
    went = set(range(len(old))).difference(*(change.old for change in changes))
    changes += [Change(ChangeKind.DELETED, (i,), ()) for i in went]
    came = set(range(len(new))).difference(*(change.new for change in changes))
    inserted = [Change(ChangeKind.INSERTED, (), (j,)) for j in sorted(came)]
    return (*sorted(changes, key=lambda change: change.old), *inserted)


def _equal_changes(equal: EqualPairs, doubtful: set[int]) -> list[Change]:
    in_order, moved = equal.in_order, equal.moved
    if doubtful:
        # What seemed to have moved may only have stood in the way of a copy.
        sure = sorted(pair for pair in [*in_order, *moved] if pair[0] not in doubtful)
        in_order = longest_rising(sure)
        moved = sorted(set(sure).difference(in_order))
    kinds = ((ChangeKind.UNCHANGED, in_order), (ChangeKind.MOVED, moved))
    return [Change(kind, (i,), (j,)) for kind, pairs in kinds for i, j in pairs]


def _retitled(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """Return the changes of a text with a title before and after: it is one, whatever it reads.

    Unless its words, or those of the title now, are known to be another sentence.
    """
    went, came = Change(ChangeKind.DELETED, (0,), ()), Change(ChangeKind.INSERTED, (), (0,))
    if went not in changes or came not in changes:
        return changes
    others = (change for change in changes if change not in (went, came))
    return (Change(ChangeKind.EDITED, (0,), (0,)), *others)


def _gaps(edges: list[Pair], taken_old: set[int], taken_new: set[int]) -> Iterator[Gap]:
    """Yield what is left of both lists between the sentences that stayed in order."""
    for (i, j), (k, m) in pairwise(edges):
        old = tuple(index for index in range(i + 1, k) if index not in taken_old)
        new = tuple(index for index in range(j + 1, m) if index not in taken_new)
        if old and new:
            yield Gap(old, new)


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
