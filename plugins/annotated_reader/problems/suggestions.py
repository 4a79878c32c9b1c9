"""What was meant by a word that nobody knows."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from unicodedata import name


def did_you_mean(word: str, known: Iterable[str], written: Callable[[str], str] = str) -> str:
    """Return `Did you mean "…"?` for the closest known word, or the choices when they are few.

    Closest by the ratio of matching blocks (difflib); below 0.6 nothing is proposed.
    `written` says how a known word is to be written where it is meant.
    """
    choices = list(known)
    if close := closest(word, choices):
        return f'Did you mean "{written(close)}"?{foreign_letter(word)}'
    return f"Known: {', '.join(map(written, choices))}." if 0 < len(choices) <= 12 else ""


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that is most like a word, as `did_you_mean` proposes it, or nothing."""
    by_case = {choice.casefold(): choice for choice in known}
    close = get_close_matches(word[:80].casefold(), by_case, n=1)
    return by_case[close[0]] if close else ""


def foreign_letter(word: str) -> str:
    """Return a sentence about the first letter of a word that is not ASCII, or nothing.

    It may look exactly like one that is: `a` and the Cyrillic `а`.
    """
    letter = next((letter for letter in word[:80] if not letter.isascii()), "")
    return f' Its "{letter}" is {name(letter, "no letter")}.' if letter else ""
