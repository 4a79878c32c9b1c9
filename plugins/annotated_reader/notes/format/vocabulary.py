"""`verdicts.yml`: the verdicts of claims, and the reasons beside them."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from annotated_reader.notes.format.values import Line, LineStyle, NoteId, Rating, Tone


class Needs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a claim must bring for a verdict; every value is `yes` or absent."""

    source: Literal["yes"] | None = None
    quote: Literal["yes"] | None = None
    disagreement: Literal["yes"] | None = None
    searched: Literal["yes"] | None = None


class VerdictRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One verdict of the vocabulary and how it is shown."""

    id: NoteId
    label: Line
    meaning: Line
    badge: Annotated[str, Meta(min_length=1, max_length=2, description="one or two characters")]
    tone: Tone
    line: LineStyle
    needs: Needs = Needs()
    rating: Rating | None = None


class ReasonRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reason that may stand beside a verdict."""

    id: NoteId
    label: Line
    meaning: Line
