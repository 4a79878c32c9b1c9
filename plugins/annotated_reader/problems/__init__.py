"""What can be wrong with the input, said so that its author can mend it.

Core functions return problems beside their result; they never print and never
raise for bad user data. A problem has a stable code, so that it can be looked
up, tested and, where it warns of what an author means to keep, waived.
"""

from annotated_reader.problems.codes import CODES, WAIVABLE, Severity
from annotated_reader.problems.faults import MAX_FAULTS, at_most, too_many_faults
from annotated_reader.problems.printable import printable
from annotated_reader.problems.record import Place, Problem, has_errors, summary
from annotated_reader.problems.suggestions import closest, did_you_mean, foreign_letter

__all__ = [
    "CODES",
    "MAX_FAULTS",
    "WAIVABLE",
    "Place",
    "Problem",
    "Severity",
    "at_most",
    "closest",
    "did_you_mean",
    "foreign_letter",
    "has_errors",
    "printable",
    "summary",
    "too_many_faults",
]
