"""The arc diagram: which sentences of a page refer to which others.

One row of sentences, an arc for each reference (Wattenberg, "Arc Diagrams", InfoVis 2002).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from annotated_reader.edition import TextEdition
from annotated_reader.pages.view import View

STEP = 16
"""Units between two sentences."""

HIGHEST = 110
"""Units of the highest arc; wider ones are flattened to it."""

LABELLED = 80
"""Sentences up to which the ends of arcs are numbered; more numbers would overlap."""


@dataclass(frozen=True, slots=True)
class Arc:
    """One reference: its path, its relation, the link to its note, and the same in words."""

    path: str
    relation: str
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
                arc = Arc(path, reference.relation, link, words)
                arcs.setdefault((start, end, reference.relation), arc)
    if not arcs:
        return None
    ends = {id_ for start, end, _ in arcs for id_ in (start, end)}
    few = len(sentences) <= LABELLED
    ticks = [Tick(position[id_], id_.removeprefix("s")) for id_ in sentences if id_ in ends and few]
    spans = [abs(position[start] - position[end]) for start, end, _ in arcs]
    base = min(HIGHEST, max(spans) // 2) + 4
    return ArcDiagram(STEP * len(sentences), base + 16, base, tuple(arcs.values()), tuple(ticks))


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
