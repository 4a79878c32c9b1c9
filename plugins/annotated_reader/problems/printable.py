"""Text of strangers within a message: on one line, and nothing in it that cannot be seen."""

from unicodedata import category

_HARMLESS = frozenset(map(chr, (0x00AD, *range(0x200B, 0x2010), 0x2060)))
"""Format characters (Cf) that only join, divide or point the way of single letters."""


_COMMAND = "##["
"""Wherever this stands in a line of a log, GitHub looks for a command behind it, like `error`
(actions/runner, src/Runner.Common/ActionCommand.cs, `TryParse`)."""


def printable(text: str) -> str:
    """Return a text on one line, so that nothing quoted from a file can look like a message."""
    text = text.replace(_COMMAND, r"#\x23[")
    if text.isprintable():
        return text
    return "".join(
        character
        if character.isprintable() or category(character) == "Zs" or character in _HARMLESS
        else character.encode("unicode_escape").decode("ascii")
        for character in text
    )
