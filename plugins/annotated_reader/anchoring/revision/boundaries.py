"""Cutting an edited seed so that sentences which are still there keep their old ends.

An editor's joins and splits are in the old list and nowhere else; the splitter
would undo them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, pairwise

from annotated_reader.anchoring.folding import CLASSES, fold
from annotated_reader.anchoring.word_edges import UNSPACED
from annotated_reader.text import split_sentences

Span = tuple[int, int]

KEY = 12
"""Letters by which an old sentence is looked up."""

BREAKS = (".", "!", "?", ":", ";", '"', "'", ")", "-", *"。！？：；」』）")
"""Ends of words behind which an old sentence may begin or end, though the splitter sees none."""

SURE = 4
"""Words that such a sentence must have: "No." stands in "No. 5" as well."""

_DASHES = f"{CLASSES['dash']}-"
# Words with their marks. They end where an editor may have cut: at spaces and behind dashes,
# and anywhere in a script without spaces.
_PIECE = re.compile(
    rf"[{UNSPACED}]|[^\s{UNSPACED}{_DASHES}]*[{_DASHES}]+|[^\s{UNSPACED}{_DASHES}]+"
)


class OldSentences:
    """The old sentences by their first letters, for finding them in an edited seed.

    It reads along: the sentence that followed the last one found is looked for first.
    """

    def __init__(self, old: list[str]) -> None:
        self._order = ["".join(_plain(one[slice(*span)]) for span in _pieces(one)) for one in old]
        self._next = 0
        self._places: dict[str, list[int]] = defaultdict(list)
        self._known: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        """The sentences, spaces left out, by their first letters and their length."""
        for index, sentence in enumerate(self._order):
            self._places[sentence].append(index)
            self._known[sentence[:KEY]][len(sentence)].add(sentence)

    def ends(self, letters: str, at: int) -> Iterator[int]:
        """Yield where old sentences end that stand at a place: the next one, then long ones first."""
        following = self._order[self._next] if self._next < len(self._order) else ""
        if following and letters.startswith(following, at):
            yield at + len(following)
        for first in range(KEY, 0, -1):
            lengths = self._known.get(letters[at : at + first], {})
            for length in sorted(lengths, reverse=True):
                if letters[at : at + length] in lengths[length]:
                    yield at + length

    def found(self, sentence: str) -> None:
        """Go on behind an old sentence: its next place in the old list, or its first one."""
        places = self._places[sentence]
        at = bisect_left(places, self._next)
        self._next = places[at if at < len(places) else 0] + 1


def cut_as_before(text: str, language: str | None, old: OldSentences) -> list[Span]:
    """Return the spans of the sentences of a block, old sentences whole wherever they stand.

    Where an old sentence stands word for word, from one end of a sentence (or at
    least a mark that may be one) to another, it is one sentence; everything else is
    cut by the splitter, or not at all when no language is given.
    """
    starts = {start for start, _ in split_sentences(text, language)} if language else {0}
    return _Block(text, starts, old).cut()


class _Block:
    """A block of the edited seed in pieces, and the same without spaces."""

    def __init__(self, text: str, starts: set[int], old: OldSentences) -> None:
        self._old = old
        self._natural = starts
        self._spans = _pieces(text, starts)
        self._plain = [_plain(text[slice(*span)]) for span in self._spans]
        self._letters = "".join(self._plain)
        self._offsets = list(accumulate(map(len, self._plain), initial=0))
        self._piece_at = {offset: index for index, offset in enumerate(self._offsets)}

    def cut(self) -> list[Span]:
        """Return the spans of the sentences, as `cut_as_before` promises them."""
        cuts = {0, len(self._spans)}
        at = 0
        while at < len(self._spans):
            if end := self._old_sentence(at, sure=at in cuts):
                cuts |= {at, end}
                at = end
                continue
            if self._is_natural(at):
                cuts.add(at)
            at += 1
        pairs = pairwise(sorted(cuts))
        return [(self._spans[first][0], self._spans[last - 1][1]) for first, last in pairs]

    def _is_natural(self, at: int) -> bool:
        return at == len(self._spans) or self._spans[at][0] in self._natural

    def _old_sentence(self, at: int, *, sure: bool) -> int:
        """Return the piece at which the longest old sentence ends that stands at a piece, or 0."""
        sure = sure or self._is_natural(at)
        if not sure and not self._plain[at - 1].endswith(BREAKS):
            return 0
        for offset in self._old.ends(self._letters, self._offsets[at]):
            end = self._piece_at.get(offset, at)
            if end > at and self._may_end(at, end, sure=sure):
                self._old.found(self._letters[self._offsets[at] : offset])
                return end
        return 0

    def _may_end(self, at: int, end: int, *, sure: bool) -> bool:
        """Say whether an old sentence may be cut out there; short ones need both ends sure."""
        known = self._is_natural(end) or any(self._old.ends(self._letters, self._offsets[end]))
        if sure and known:
            return True
        return end - at >= SURE and (known or self._plain[end - 1].endswith(BREAKS))


def _plain(piece: str) -> str:
    """Return a piece folded; most pieces need no folding."""
    return piece if piece.isascii() and "`" not in piece and "--" not in piece else fold(piece)


def _pieces(text: str, starts: Iterable[int] = ()) -> list[Span]:
    """Return the spans of the pieces of a text, cut at the given places as well."""
    spans = [found.span() for found in _PIECE.finditer(text)]
    within = set(starts).difference(start for start, _ in spans)
    for at in within:
        index = bisect_right(spans, (at, len(text))) - 1
        if index >= 0 and at < spans[index][1]:
            start, end = spans[index]
            spans[index : index + 1] = [(start, at), (at, end)]
    return spans
