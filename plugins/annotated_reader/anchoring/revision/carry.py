"""What an edit of the seed did to one note, and how the note must be written to stay in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from annotated_reader.anchoring.anchor import anchor
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.passages import Passages, Span, Stretch
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.mapping import map_span
from annotated_reader.anchoring.revision.revise import Revision
from annotated_reader.anchoring.revision.similar import likeness
from annotated_reader.anchoring.revision.words import selector_for
from annotated_reader.anchoring.target import Finding, Selector, State, Target
from annotated_reader.text import Block, BlockKind, Document, Sentence

SAME_WORDS = 0.5
"""Likeness from which the words that stand for a quote are the quote, edited."""

_WORST = (ChangeKind.JOINED, ChangeKind.SPLIT, ChangeKind.EDITED, ChangeKind.MOVED)
_REASONS = {
    ChangeKind.UNCHANGED: "the sentence is unchanged",
    ChangeKind.MOVED: "the sentence stands in another place",
    ChangeKind.EDITED: "the sentence was edited",
    ChangeKind.SPLIT: "the sentence was split",
    ChangeKind.JOINED: "the sentence was joined with another",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """A note after an edit of the seed."""

    state: State
    reason: str
    before: str
    """The words that the note was about, white space made single spaces."""
    after: str
    """The words that it is about now; for a lost one, what stands in its place, if anything."""
    target: Target
    selector: Selector
    """How its place must be written now; the old way when nothing need be changed."""
    findings: tuple[Finding, ...] = ()
    """What was wrong with its place before the edit already."""


class Carrier:
    """Carries the notes of one text over an edit of its seed."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        self.passages = Passages(revision.document)

    @cached_property
    def _memory(self) -> Passages:
        """The old text as the list of sentences remembers it, one sentence a paragraph."""
        source, blocks, sentences = "", [], []
        for index, item in enumerate(self.revision.listed):
            start = len(source)
            source += f"{item.words}\n\n"
            end = start + len(item.words)
            blocks.append(Block(BlockKind.PARAGRAPH, 0, start, end))
            sentences.append(Sentence(item.id, start, end, index))
        retired = {id_ for id_, _ in self.revision.retired}
        retired -= {item.id for item in self.revision.listed}
        return Passages(Document(source, tuple(blocks), tuple(sentences), frozenset(retired)))

    @cached_property
    def _changes(self) -> Mapping[int, Change]:
        return {index: change for change in self.revision.changes for index in change.old}

    def carry(self, selector: Selector) -> Carried:
        """Return what became of a note, judged by what it meant in the old text."""
        memory = self._memory
        then, findings = anchor(memory, selector)
        if not then.sentences:
            reason = f"it had no place before the edit: {findings[0].message.rstrip('.')}"
            nowhere = Target(then.state)
            return Carried(
                then.state, reason, selector.quote, "", nowhere, selector, tuple(findings)
            )
        before = " ".join(memory.document.source[then.start : then.end].split())
        indexes = [memory.document.position[id_] for id_ in then.sentences]
        changes = list(dict.fromkeys(self._changes[index] for index in indexes))
        if gone := self._gone(changes, before, then, selector):
            return gone
        news = sorted({j for change in changes for j in change.new})
        if news != list(range(news[0], news[-1] + 1)):
            reason = "its sentences no longer follow each other"
            return _without_place(State.AMBIGUOUS, reason, before, "", then, selector)
        kind = next((k for k in _WORST if any(c.kind is k for c in changes)), ChangeKind.UNCHANGED)
        if not then.quoted:
            return self._whole(kind, news, before, selector)
        return self._quoted(kind, indexes, news, before, then, selector)

    def _gone(
        self, changes: list[Change], before: str, then: Target, selector: Selector
    ) -> Carried | None:
        if any(change.kind is ChangeKind.AMBIGUOUS for change in changes):
            reason = "equal sentences stood in several places, and their number has changed"
            return _without_place(State.AMBIGUOUS, reason, before, "", then, selector)
        if any(not change.new for change in changes):
            reason = "its sentence is gone"
            return _without_place(State.LOST, reason, before, "", then, selector)
        return None

    def _whole(self, kind: ChangeKind, news: list[int], before: str, selector: Selector) -> Carried:
        document = self.revision.document
        sentences = [document.sentences[index] for index in news]
        ids = tuple(sentence.id for sentence in sentences)
        target = Target(_state(kind), sentences[0].start, sentences[-1].end, ids)
        after = " ".join(document.source[target.start : target.end].split())
        return Carried(target.state, _REASONS[kind], before, after, target, Selector(ids))

    def _quoted(
        self,
        kind: ChangeKind,
        indexes: list[int],
        news: list[int],
        before: str,
        then: Target,
        selector: Selector,
    ) -> Carried:
        old, new = self._old(indexes), self._new(news)
        start = then.start - self._memory.document.sentences[indexes[0]].start
        mapped = map_span(old, new, (start, start + then.end - then.start))
        offset = self.revision.document.sentences[news[0]].start
        same = self._same_quote(news, before)
        if mapped:
            near = [s for s in same if s[0] < offset + mapped[1] and s[1] > offset + mapped[0]]
            same = near or same
        if len(same) == 1:
            at = (same[0][0] - offset, same[0][1] - offset)
            return self._found(kind, news, at, before, selector)
        if len(same) > 1:
            reason = f"{_REASONS[kind]}, and the words stand in it more than once"
            return _without_place(State.AMBIGUOUS, reason, before, "", then, selector)
        after = " ".join(new[slice(*mapped)].split()) if mapped else ""
        if mapped and likeness(before, after) >= SAME_WORDS:
            return self._found(kind, news, mapped, before, selector)
        reason = f"{_REASONS[kind]}, and the words are gone from it"
        return _without_place(State.LOST, reason, before, after, then, selector)

    def _same_quote(self, news: list[int], before: str) -> list[Span]:
        document = self.revision.document
        first, last = document.sentences[news[0]], document.sentences[news[-1]]
        stretch = Stretch(document, first.start, last.end)
        return [stretch.original(span) for span in stretch.find(fold(before))]

    def _found(
        self, kind: ChangeKind, news: list[int], span: Span, before: str, selector: Selector
    ) -> Carried:
        document = self.revision.document
        offset = document.sentences[news[0]].start
        start, end = offset + span[0], offset + span[1]
        ids = tuple(s.id for s in self.passages.sentences_of((start, end)))
        target = Target(_state(kind), start, end, ids, quoted=True)
        after = " ".join(document.source[start:end].split())
        new_selector = selector_for(self.passages, target, selector)
        return Carried(target.state, _REASONS[kind], before, after, target, new_selector)

    def _old(self, indexes: list[int]) -> str:
        document = self._memory.document
        first, last = document.sentences[indexes[0]], document.sentences[indexes[-1]]
        return document.source[first.start : last.end]

    def _new(self, news: list[int]) -> str:
        document = self.revision.document
        return document.source[document.sentences[news[0]].start : document.sentences[news[-1]].end]


def _state(kind: ChangeKind) -> State:
    return {ChangeKind.UNCHANGED: State.EXACT, ChangeKind.MOVED: State.MOVED}.get(
        kind, State.EDITED
    )


def _without_place(
    state: State, reason: str, before: str, after: str, then: Target, selector: Selector
) -> Carried:
    """Return a note that has lost its place; it remembers its old sentence, also in its file.

    So a note that named no sentence cannot slip to a passage with the same words:
    the id that it remembers is retired, and every check says so.
    """
    remembered = selector
    if not selector.sentences:
        remembered = Selector(then.sentences, selector.quote, selector.prefix, selector.suffix)
    return Carried(state, reason, before, after, Target(state), remembered)
