"""What an edit of the seed did to one note, and how the note must be written to stay in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from annotated_reader.anchoring.anchor import anchor
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.passages import Passages, Span
from annotated_reader.anchoring.revision.carried import Carried, Placed, without_place
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.memory import remembered
from annotated_reader.anchoring.revision.quoted import Found, find_words
from annotated_reader.anchoring.revision.reasons import Doubts, Fate, fate_of
from annotated_reader.anchoring.revision.revise import Revision
from annotated_reader.anchoring.revision.words import selector_for, selector_of_lost
from annotated_reader.anchoring.target import Finding, Selector, State, Target
from annotated_reader.text import Document

Words = tuple[str, int]
"""The text of sentences, and where it begins."""

_WORST = (ChangeKind.JOINED, ChangeKind.SPLIT, ChangeKind.EDITED, ChangeKind.MOVED)


class Carrier:
    """Carries the notes of one text over an edit of its seed."""

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        self.passages = Passages(revision.document)

    @cached_property
    def _memory(self) -> Passages:
        listed = self.revision.listed
        in_use = {item.id for item in listed}
        return Passages(remembered(listed, {id_ for id_, _ in self.revision.retired} - in_use))

    @cached_property
    def _changes(self) -> Mapping[int, Change]:
        return {index: change for change in self.revision.changes for index in change.old}

    @cached_property
    def _doubts(self) -> Doubts:
        return Doubts(self.revision)

    def carry(self, selector: Selector) -> Carried:
        """Return what became of a note, judged by what it meant in the old text."""
        memory = self._memory.document
        then, findings = anchor(self._memory, selector)
        if not then.sentences:
            return _never_placed(then.state, selector, findings)
        note = Placed(selector, then, memory.flat(then.start, then.end))
        indexes = [memory.position[id_] for id_ in then.sentences]
        changes = list(dict.fromkeys(self._changes[index] for index in indexes))
        for change in changes:
            if change.kind is ChangeKind.AMBIGUOUS:
                reason = self._doubts.why(self.revision.listed[change.old[0]].words)
                return without_place(note, State.AMBIGUOUS, reason)
        if any(not change.new for change in changes):
            its = "its sentence" if len(indexes) == 1 else "one of its sentences"
            return without_place(note, State.LOST, f"{its} is gone")
        news = [index for change in changes for index in change.new]
        if news != list(range(news[0], news[0] + len(news))):
            reason = "its sentences no longer follow each other"
            return without_place(note, State.AMBIGUOUS, reason, among=self._ids(news))
        kinds = {change.kind for change in changes}
        kind = next((kind for kind in _WORST if kind in kinds), ChangeKind.UNCHANGED)
        old, new = _stretch(memory, indexes), _stretch(self.revision.document, news)
        fate = fate_of(kind, old[0], new[0])
        if then.quoted:
            return self._quoted(fate, old, new, note, self._ids(news))
        return self._whole(fate, news, note)

    def _ids(self, indexes: Sequence[int]) -> tuple[str, ...]:
        return tuple(self.revision.document.sentences[index].id for index in indexes)

    def _whole(self, fate: Fate, news: list[int], note: Placed) -> Carried:
        ids, sentences = self._ids(news), self.revision.document.sentences
        target = Target(fate.state, sentences[news[0]].start, sentences[news[-1]].end, ids)
        selector = note.selector if ids == note.selector.sentences else Selector(ids)
        return self._placed(target, fate.reason, note, selector)

    def _quoted(
        self, fate: Fate, before: Words, now: Words, note: Placed, among: tuple[str, ...]
    ) -> Carried:
        """Return a note about words; where they stand several times, its prefix may still decide."""
        (old, offset), (new, shift) = before, now
        found = find_words(old, new, (note.target.start - offset, note.target.end - offset))
        if found.span:
            return self._found(fate, (shift + found.span[0], shift + found.span[1]), note)
        if not found.several:
            return self._gone(f"{fate.reason}, and the words are gone from it", found, note)
        said = note.selector
        there, _ = anchor(self.passages, Selector(among, said.quote, said.prefix, said.suffix))
        if there.sentences:
            return self._found(fate, (there.start, there.end), note)
        reason = f"{fate.reason}, and the words stand in it more than once"
        return without_place(note, State.AMBIGUOUS, reason, among=among)

    def _gone(self, reason: str, found: Found, note: Placed) -> Carried:
        lost = without_place(note, State.LOST, reason, found.instead)
        selector = selector_of_lost(self._memory, note.target, lost.selector, self.passages)
        return replace(lost, selector=selector)

    def _found(self, fate: Fate, span: Span, note: Placed) -> Carried:
        document = self.revision.document
        ids = tuple(sentence.id for sentence in self.passages.sentences_of(span))
        target = Target(fate.state, *span, ids, quoted=True)
        reason = fate.reason
        if fold(document.source[slice(*span)]) != fold(note.words):
            if target.state is not State.EDITED:
                reason = "what stands between its sentences was edited"
            target = replace(target, state=State.EDITED)
        selector = selector_for(self.passages, target, note.selector)
        if selector is None:
            reason = "its words are there, but no quote leads to exactly them"
            return without_place(note, State.AMBIGUOUS, reason, among=ids)
        return self._placed(target, reason, note, selector)

    def _placed(self, target: Target, reason: str, note: Placed, selector: Selector) -> Carried:
        after = self.revision.document.flat(target.start, target.end)
        return Carried(target.state, reason, note.words, after, target, selector)


def _never_placed(state: State, selector: Selector, findings: list[Finding]) -> Carried:
    reason = f"it had no place before the edit: {findings[0].message.rstrip('.')}"
    return Carried(state, reason, selector.quote, "", Target(state), selector, tuple(findings))


def _stretch(document: Document, indexes: Sequence[int]) -> Words:
    """Return the text of sentences that follow each other, and where it begins."""
    start = document.sentences[indexes[0]].start
    return document.source[start : document.sentences[indexes[-1]].end], start
