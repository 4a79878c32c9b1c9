"""The arc diagram: which sentences of a page refer to which others.

One row of sentences, an arc for each reference (Wattenberg, "Arc Diagrams", InfoVis 2002).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annotated_reader.edition import TextEdition
from annotated_reader.pages.view import View

STEP = 16
"""Units between two sentences."""

HIGHEST = 110
"""Units of the highest arc; wider ones are flattened to it."""

NUMBERS = 40
"""Numbers that fit below a diagram; their size grows with it, so that they stay as large to the eye."""

LOOKS = ("contradicts", "depends-on")
"""Relations whose arcs have a look of their own; the others are plain."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One reference: its path, its look, the link to its note, and the same in words."""

    path: str
    look: str
    """One of `LOOKS`, or empty."""
    link: str
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The number of a sentence under the row."""

    x: int
    number: str


@dataclass(frozen=True, slots=True)
class ArcDiagram:
    """The drawing, in units of its own."""

    width: int
    height: int
    base: int
    arcs: tuple[Arc, ...]
    ticks: tuple[Tick, ...]
    letters: float
    """Size of the numbers."""
    looks: dict[str, tuple[str, ...]]
    """The relations that each look stands for, in words."""


def arc_diagram(text: TextEdition, sentences: Sequence[str], view: View) -> ArcDiagram | None:
    """Return the diagram of some sentences; None when they do not refer to each other."""
    position = {id_: STEP * number + STEP // 2 for number, id_ in enumerate(sentences)}
    arcs: dict[tuple[str, str, str], Arc] = {}
    # Those behind them, in reading order; a note elsewhere begins no arc here.
    for note in (note for id_ in sentences for note in text.by_sentence.get(id_, ())):
        start = note.target.sentences[-1]
        for reference in note.references:
            end = reference.target.sentence
            here = reference.target.text == text.slug and {start, end} <= position.keys()
            if here and start != end:
                words = _words(view, start, end, reference.relation)
                path = _path(position[start], position[end])
                link = view.to(view.note_address(text.slug, note))
                arc = Arc(path, _look(reference.relation), link, words)
                arcs.setdefault((start, end, reference.relation), arc)
    if not arcs:
        return None
    ends = {position[id_]: id_ for start, end, _ in arcs for id_ in (start, end)}
    width = STEP * len(sentences)
    letters = max(9, width / NUMBERS)
    spans = [abs(position[start] - position[end]) for start, end, _ in arcs]
    base = min(HIGHEST, max(spans) // 2) + 4
    return ArcDiagram(
        width,
        round(base + 1.6 * letters),
        base,
        tuple(arcs.values()),
        tuple(_ticks(ends, 1.6 * letters)),
        letters,
        _looks(view, {relation for _, _, relation in arcs}),
    )


def _ticks(ends: Mapping[int, str], room: float) -> Iterator[Tick]:
    """Yield the ends that have room for their number after the one before."""
    free = 0.0
    for x, id_ in sorted(ends.items()):
        if x >= free:
            yield Tick(x, id_.removeprefix("s"))
            free = x + room


def _look(relation: str) -> str:
    return relation if relation in LOOKS else ""


def _looks(view: View, relations: set[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for relation in sorted(relations, key=lambda name: (_look(name), name)):
        look, words = _look(relation), view.words(f"relation_{relation}")
        found[look] = (*found.get(look, ()), view.words.lower(words))
    return found


def _path(start: int, end: int) -> str:
    left, right = sorted((start, end))
    radius = (right - left) / 2
    height = min(radius, HIGHEST)
    # All arcs stand on the line whose height `arc_diagram` finds last: relative to it, upwards.
    return f"M{left} 0A{radius:g} {height:g} 0 0 1 {right} 0"


def _words(view: View, start: str, end: str, relation: str) -> str:
    return view.words(
        "arcs_item",
        **{
            "from": start.removeprefix("s"),
            "relation": view.words.lower(view.words(f"relation_{relation}")),
            "to": end.removeprefix("s"),
        },
    )
