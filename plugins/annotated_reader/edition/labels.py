"""The order of the notes of a text, and what they are called in it."""

from collections import defaultdict
from collections.abc import Mapping
from string import ascii_lowercase
from types import MappingProxyType

from annotated_reader.anchoring import Target
from annotated_reader.edition.text_draft import Draft
from annotated_reader.notes import NoteEntry, NoteRecord, Vocabulary

Labelled = tuple[NoteEntry, Target, str]
"""A note, its place, and its label."""


def in_order(draft: Draft, ranks: Mapping[str, int]) -> list[Labelled]:
    """Return the notes that have a place, in reading order, with labels like `20a`.

    A note stands behind the last sentence that it is about. Behind one sentence,
    what its control announces comes first.
    """
    position = draft.document.position

    def order(pair: tuple[NoteEntry, Target]) -> tuple[int, ...]:
        """Return a key: the last sentence, what is to be seen first, the earlier and longer words."""
        entry, target = pair
        seen = attention(entry.record, ranks)
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


def ranks_of(vocabulary: Vocabulary) -> Mapping[str, int]:
    """Return how early the verdicts are to be seen: by their tone, then by the vocabulary."""
    tones = ("problem", "open", "supported")
    order = sorted(vocabulary.verdicts.values(), key=lambda verdict: tones.index(verdict.tone))
    return MappingProxyType({verdict.id: rank for rank, verdict in enumerate(order)})


def attention(record: NoteRecord, ranks: Mapping[str, int]) -> int:
    """Return how early a note is to be seen: by its verdict, then without one, then withdrawn."""
    if record.status == "withdrawn":
        return len(ranks) + 1
    return ranks.get(record.verdict, len(ranks))


def _letters(number: int) -> str:
    """Return a, b, … z, aa, ab and so on for 0, 1 and so on."""
    more, last = divmod(number, len(ascii_lowercase))
    return (_letters(more - 1) if more else "") + ascii_lowercase[last]


def anchor_of(entry: NoteEntry, label: str) -> str:
    """Return the id of the element of a note: by its own id, or else by its label."""
    return f"note-{entry.record.id}" if entry.record.id else f"n{label}"
