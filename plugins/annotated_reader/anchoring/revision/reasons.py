"""Why a note is where it is after an edit of the seed, in words for its author."""

from collections import Counter

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.changes import ChangeKind
from annotated_reader.anchoring.revision.revise import Revision

REASONS = {
    ChangeKind.UNCHANGED: "the sentence is unchanged",
    ChangeKind.MOVED: "the sentence stands in another place",
    ChangeKind.EDITED: "the sentence was edited",
    ChangeKind.SPLIT: "the sentence was split",
    ChangeKind.JOINED: "the sentence was joined with another",
}


class Doubts:
    """Why sentences are ambiguous: by how often their words stood in the text, and stand now."""

    def __init__(self, revision: Revision) -> None:
        document = revision.document
        self._before = Counter(fold(item.words) for item in revision.listed)
        self._now = Counter(fold(document.words(sentence)) for sentence in document.sentences)

    def why(self, words: str) -> str:
        """Return why nobody can tell what became of a sentence."""
        before, now = self._before[fold(words)], self._now[fold(words)]
        if before == now == 1:
            return "its passage stands elsewhere, and one very like it in its old place"
        if before == 1:
            return "equal sentences stand in several places now"
        what = "their number has changed" if before != now else "they stand elsewhere"
        return f"equal sentences stood in several places, and {what}"
