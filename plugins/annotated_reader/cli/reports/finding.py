"""What a check came to, for every form of report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from annotated_reader.cli.site import Site
from annotated_reader.edition import Edition
from annotated_reader.evidence import QuoteState
from annotated_reader.history import Changes
from annotated_reader.problems import Problem


@dataclass(frozen=True, slots=True)
class Finding:
    """The edition, what is wrong with it, and what changed, if that was asked for."""

    edition: Edition
    problems: tuple[Problem, ...]
    """The problems to tell."""
    untold: int
    """How many others there are, in files that did not change."""
    changes: Changes | None
    site: Site

    def counted(self) -> Iterator[str]:
        """Yield a line about each text, and one about the quotes of sources."""
        for text in self.edition.texts:
            counts = text.counts
            yield (
                f"{text.slug}: {counts.notes} {'note' if counts.notes == 1 else 'notes'} on "
                f"{counts.annotated} of {counts.sentences} sentences, {counts.checked} checked."
            )
        if any(self.edition.quotes.values()):
            yield f"Quotes of sources: {quote_counts(self.edition.quotes)}."


def quote_counts(quotes: Mapping[QuoteState, int]) -> str:
    """Return how many quotes are in each state, like "verified 3, no copy kept 1"."""
    return ", ".join(f"{state} {number}" for state, number in quotes.items() if number)
