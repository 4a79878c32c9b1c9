"""What a check came to, for every form of report."""

from collections.abc import Iterator
from dataclasses import dataclass

from annotated_reader.cli.site import Site
from annotated_reader.edition import Edition
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
        """Yield a line about each text."""
        for text in self.edition.texts:
            counts = text.counts
            yield (
                f"{text.slug}: {counts.notes} {'note' if counts.notes == 1 else 'notes'} on "
                f"{counts.annotated} of {counts.sentences} sentences, {counts.checked} checked."
            )
