"""The order diagram: a text as it is printed, and its pieces in the order in which they belong.

Two columns of sentences joined by a band for each run: a slope graph (Tufte, "The Visual
Display of Quantitative Information", 1983, p. 158) of runs instead of lines.
"""

from dataclasses import dataclass

from annotated_reader.edition import Address, TextEdition
from annotated_reader.pages.view import View

ROW = 26
"""Units from a sentence to the next."""

GAP = 34
"""Units above the sentences of a piece, for its name."""

HEAD = 24
"""Units above both columns, for what they are."""

TONES = 4
"""Looks of bands; more pieces begin again with the first."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A sentence in a column: its height in the drawing, its number and where it leads."""

    y: int
    number: str
    link: str


@dataclass(frozen=True, slots=True)
class Band:
    """One run: its four corners, left and right, and the tone of its piece."""

    left: tuple[int, int]
    right: tuple[int, int]
    tone: int


@dataclass(frozen=True, slots=True)
class Label:
    """The name of a piece above its sentences."""

    y: int
    name: str


@dataclass(frozen=True, slots=True)
class OrderDiagram:
    """The drawing, in units of its own."""

    height: int
    printed: tuple[Cell, ...]
    natural: tuple[Cell, ...]
    bands: tuple[Band, ...]
    labels: tuple[Label, ...]


def order_diagram(text: TextEdition, view: View) -> OrderDiagram:
    """Return the diagram of a text that was joined from pieces."""
    ids = [sentence.id for sentence in text.document.sentences]
    heights = {id_: HEAD + ROW * number for number, id_ in enumerate(ids)}
    natural: list[Cell] = []
    bands: list[Band] = []
    labels: list[Label] = []
    y = HEAD
    for tone, piece in enumerate(text.pieces):
        labels.append(Label(y, piece.name))
        y += GAP
        for run in piece.runs:
            right = (y, y + ROW * len(run))
            bands.append(Band((heights[run[0]], heights[run[-1]] + ROW), right, tone % TONES + 1))
            natural += [_cell(text, id_, y + ROW * n, view) for n, id_ in enumerate(run)]
            y += ROW * len(run)
    printed = tuple(_cell(text, id_, heights[id_], view) for id_ in ids)
    height = max(y, HEAD + ROW * len(ids)) + 4
    return OrderDiagram(height, printed, tuple(natural), tuple(bands), tuple(labels))


def _cell(text: TextEdition, id_: str, y: int, view: View) -> Cell:
    return Cell(y, id_.removeprefix("s"), view.to(Address(text.slug, id_)))
