"""Words of texts and sources that hold quotation marks, between those of a page."""

_SINGLE = str.maketrans({"“": "‘", "”": "’", '"': "'"})
_DOUBLE = ("“", "”", '"')


def within_marks(words: str) -> str:
    """Return words as they read within “…”: their own marks are single ones."""
    return words.translate(_SINGLE)


def has_marks(words: str) -> bool:
    """Say whether words begin or end with marks, and so are shown as they are, without others."""
    return words.startswith(_DOUBLE) or words.endswith(_DOUBLE)
