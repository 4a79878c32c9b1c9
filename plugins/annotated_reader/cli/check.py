"""`annotated-reader check`: is everything right?"""

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from annotated_reader.cli.project import open_project, project_options, show
from annotated_reader.edition import build_edition
from annotated_reader.evidence import QuoteState
from annotated_reader.problems import has_errors


@click.command()
@project_options
def check(root: Path, seeds: str, annotations: str) -> None:
    """Check seeds and annotations, and say everything that is wrong at once.

    Ends with 1 when there are errors, with 0 when there are none.
    """
    edition, problems = build_edition(open_project(root, seeds, annotations))
    show(problems)
    for text in edition.texts:
        counts = text.counts
        click.echo(
            f"{text.slug}: {counts.notes} {'note' if counts.notes == 1 else 'notes'} on {counts.annotated} of {counts.sentences} "
            f"sentences, {counts.checked} checked."
        )
    if any(edition.quotes.values()):
        click.echo(f"Quotes of sources: {quote_counts(edition.quotes)}.")
    sys.exit(1 if has_errors(problems) else 0)


def quote_counts(quotes: Mapping[QuoteState, int]) -> str:
    """Return how many quotes are in each state, like "verified 3, no copy kept 1"."""
    return ", ".join(f"{state} {number}" for state, number in quotes.items() if number)
