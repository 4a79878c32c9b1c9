"""Finding the place of each note in the text, and saying how certain it is."""

from annotated_reader.anchoring.anchor import anchor
from annotated_reader.anchoring.clues import Candidate, Clue, Location
from annotated_reader.anchoring.locate import locate
from annotated_reader.anchoring.passages import Passages
from annotated_reader.anchoring.target import Finding, Selector, State, Target
from annotated_reader.anchoring.together import locate_all

__all__ = [
    "Candidate",
    "Clue",
    "Finding",
    "Location",
    "Passages",
    "Selector",
    "State",
    "Target",
    "anchor",
    "locate",
    "locate_all",
]
