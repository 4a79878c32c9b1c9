"""When there is an end to naming the faults of a file."""

from annotated_reader.problems.record import Place, Problem

MAX_FAULTS = 100
"""Faults of one file after which the rest of it is not read: it is not what it should be."""


def too_many_faults(place: Place) -> Problem:
    """Return the R017 at the place behind which a file was not read."""
    message = f"after {MAX_FAULTS} faults the rest of this file was not read."
    return Problem(place, "R017", message, "Mend these first.")
