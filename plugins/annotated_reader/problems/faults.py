"""When there is an end to naming the faults of a file."""

from annotated_reader.problems.record import Place, Problem

MAX_FAULTS = 100
"""Faults of one file after which the rest of it is not read: it is not what it should be."""


def too_many_faults(place: Place) -> Problem:
    """Return the R017 at the place behind which a file was not read."""
    message = f"after {MAX_FAULTS} faults the rest of this file was not read."
    return Problem(place, "R017", message, "Mend these first.")


def at_most(problems: list[Problem]) -> list[Problem]:
    """Return the problems of a file or of an entry; of too many the first ones, and R017."""
    if len(problems) <= MAX_FAULTS:
        return problems
    return [*problems[:MAX_FAULTS], too_many_faults(problems[MAX_FAULTS].place)]
