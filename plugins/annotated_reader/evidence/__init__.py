"""Kept copies of sources, and whether a quote stands in the one it was taken from.

Nothing of a copy is published: it may be somebody's work.
"""

from annotated_reader.evidence.copies import FOLDER, KeptCopy, read_copies
from annotated_reader.evidence.quotes import QuoteCheck, QuoteState, check_quote

__all__ = ["FOLDER", "KeptCopy", "QuoteCheck", "QuoteState", "check_quote", "read_copies"]
