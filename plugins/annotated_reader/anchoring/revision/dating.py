"""The day of an edit, written to the sentences whose words it changed.

It is kept beside the words, in `sentences.tsv`, and never taken away: whether a verdict is
older than the words that it judges is then only a comparison of two days.
"""

from collections.abc import Iterable
from dataclasses import replace

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.changes import Change, ChangeKind
from annotated_reader.anchoring.revision.revise import Revision


def dated(revision: Revision, day: str) -> Revision:
    """Return a revision with the day of its edit written to each sentence that has other words.

    A sentence that only moved keeps the day it had, as does one whose quotation marks, dashes
    or spaces were changed, and one that was only cut in two. One that came is as new as any
    verdict on it can be, and has no day.
    """
    changed = {index for change in revision.changes for index in _reworded(revision, change)}
    document = revision.document
    sentences = tuple(
        replace(sentence, edited=max(day, sentence.edited)) if index in changed else sentence
        for index, sentence in enumerate(document.sentences)
    )
    return replace(revision, document=replace(document, sentences=sentences))


def _reworded(revision: Revision, change: Change) -> Iterable[int]:
    """Return the new sentences of a change whose words are not those of the old ones."""
    # In a joined sentence a claim about one half comes to be about the whole.
    if change.kind in (ChangeKind.EDITED, ChangeKind.JOINED):
        return change.new
    if change.kind is not ChangeKind.SPLIT:
        return ()
    document = revision.document
    before = " ".join(revision.listed[index].words for index in change.old)
    after = " ".join(document.words(document.sentences[index]) for index in change.new)
    return change.new if fold(before) != fold(after) else ()
