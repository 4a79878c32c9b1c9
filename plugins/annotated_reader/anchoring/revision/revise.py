"""From the old list of sentences and an edited seed to a document in which every old id is accounted for."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, pairwise

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.boundaries import OldSentences, cut_as_before
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.equal import EqualPairs, pair_equal
from annotated_reader.anchoring.revision.similar import Gap, likeness, pair_similar
from annotated_reader.text import BlockKind, Document, ListedSentence, Sentence, find_blocks

STOOD_IN = 0.6
"""Likeness from which a new sentence where another one moved away from casts doubt on the move."""


@dataclass(frozen=True, slots=True)
class Revision:
    """What an edit of the seed did: the document with its ids, and the changes in old order."""

    document: Document
    listed: tuple[ListedSentence, ...]
    """The old sentences that were in use, to which the changes point."""
    changes: tuple[Change, ...]
    retired: tuple[tuple[str, str], ...]
    """Ids out of use with their last wordings, those retired before first."""


def revise(source: str, listed: list[ListedSentence], *, language: str, markdown: bool) -> Revision:
    """Return the document of an edited seed, with ids carried over from the old list.

    A sentence keeps its id when its words are the same (also elsewhere), when it was
    edited in its place, and as the first part of a split or of a join. Ids of
    sentences that are gone, and of equal ones of which some are gone, are retired.
    """
    in_use = [item for item in listed if not item.retired]
    old = [item.words for item in in_use]
    blocks = find_blocks(source, markdown=markdown)
    known = OldSentences(old)
    spans: list[tuple[int, int, int]] = []
    for index, block in enumerate(blocks):
        words = source[block.start : block.end]
        whole = block.kind is not BlockKind.PARAGRAPH
        cuts = [(0, len(words))] if whole else cut_as_before(words, language, known)
        spans += [(block.start + start, block.start + end, index) for start, end in cuts]
    # Other quotation marks, dashes or spaces do not make another sentence.
    new = [fold(source[start:end]) for start, end, _ in spans]
    changes = tuple(_changes([fold(words) for words in old], new))
    ids = _ids(changes, in_use, {item.id for item in listed}, len(new))
    sentences = tuple(Sentence(id_, *span) for id_, span in zip(ids, spans, strict=True))
    gone = [item for item in in_use if item.id not in set(ids)]
    retired = [(item.id, item.words) for item in [*(i for i in listed if i.retired), *gone]]
    document = Document(source, blocks, sentences, frozenset(id_ for id_, _ in retired))
    return Revision(document, tuple(in_use), changes, tuple(retired))


def _changes(old: list[str], new: list[str]) -> Iterator[Change]:
    equal = pair_equal(old, new)
    gaps = list(_gaps(equal, len(old), len(new)))
    similar = [change for gap in gaps for change in pair_similar(old, new, gap)]
    doubtful = _doubtful_moves(old, new, equal, similar)
    yield from (Change(ChangeKind.UNCHANGED, (i,), (j,)) for i, j in equal.in_order)
    for i, j in equal.moved:
        kind = ChangeKind.AMBIGUOUS if i in doubtful else ChangeKind.MOVED
        yield Change(kind, (i,), () if i in doubtful else (j,))
    yield from similar
    yield from (Change(ChangeKind.AMBIGUOUS, (i,), ()) for i in sorted(equal.ambiguous))
    accounted = {i for i, _ in [*equal.in_order, *equal.moved]} | equal.ambiguous
    accounted |= {i for change in similar for i in change.old}
    yield from (Change(ChangeKind.DELETED, (i,), ()) for i in range(len(old)) if i not in accounted)
    came = {j for _, j in equal.in_order} | {j for i, j in equal.moved if i not in doubtful}
    came |= {j for change in similar for j in change.new}
    yield from (Change(ChangeKind.INSERTED, (), (j,)) for j in range(len(new)) if j not in came)


def _gaps(equal: EqualPairs, olds: int, news: int) -> Iterator[Gap]:
    """Yield what is left of both lists between the sentences that stayed in order."""
    taken_old = {i for i, _ in equal.moved} | equal.ambiguous
    taken_new = {j for _, j in equal.moved}
    edges = [(-1, -1), *equal.in_order, (olds, news)]
    for (i, j), (k, m) in pairwise(edges):
        old = tuple(index for index in range(i + 1, k) if index not in taken_old)
        new = tuple(index for index in range(j + 1, m) if index not in taken_new)
        if old and new:
            yield Gap(old, new)


def _doubtful_moves(
    old: list[str], new: list[str], equal: EqualPairs, similar: list[Change]
) -> set[int]:
    """Return the moved sentences in whose old place something very like them stands now.

    Then it may have been edited there, and its copy elsewhere be another one.
    """
    taken = {j for _, j in [*equal.in_order, *equal.moved]}
    taken |= {j for change in similar for j in change.new}
    edges = [(-1, -1), *equal.in_order, (len(old), len(new))]
    moved = {i for i, _ in equal.moved}
    doubtful = set()
    for (i, j), (k, m) in pairwise(edges):
        free = [index for index in range(j + 1, m) if index not in taken][:50]
        for index in range(i + 1, k):
            if index in moved and any(likeness(old[index], new[n]) >= STOOD_IN for n in free):
                doubtful.add(index)
    return doubtful


def _ids(
    changes: tuple[Change, ...], in_use: list[ListedSentence], used: set[str], length: int
) -> list[str]:
    """Return the id of each new sentence: its old one, or the next that was never used."""
    carried = {
        change.new[0]: in_use[change.old[0]].id for change in changes if change.old and change.new
    }
    highest = max((int(id_[1:]) for id_ in used), default=0)
    fresh = (f"s{number}" for number in count(highest + 1))
    return [carried[index] if index in carried else next(fresh) for index in range(length)]
