"""Formatted sources: what the pages print of them."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class FormattedSource:
    """A source in words, as sanitised HTML."""

    short: Markup
    """As a note cites it, without parentheses: `Miklasová 2020`."""
    full: Markup
    """As the bibliography lists it."""


@dataclass(frozen=True, slots=True)
class Bibliography:
    """Every source of an edition in one citation style."""

    formatted: Mapping[str, FormattedSource]
    """By the id of the source, in the alphabetical order of the style."""
    biblatex: str = ""
    """All sources as a BibLaTeX file; empty without pandoc."""
