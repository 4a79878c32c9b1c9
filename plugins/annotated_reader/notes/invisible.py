"""Characters that nobody sees: harmless where a script needs them, suspicious elsewhere.

Zero-width and tag-like characters can hide a message, or a difference between two words
that look the same (Unicode Technical Report 36, section 2). Where a letter of a script
that joins its letters, or an emoji, stands beside them they are at home.
"""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import category

# Joiners, directional marks, soft hyphens, invisible operators, fillers, variation selectors.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2065"
    "\u206a-\u206f\u3164\ufe00-\ufe0f\uffa0\ufff9-\ufffb\U000e0100-\U000e01ef]"
)
_JOINING = re.compile("[\u061c\u200c-\u200f]")
# Hebrew, Arabic, Syriac, the scripts of India and its neighbours, Mongolian, presentation forms.
_JOINED = re.compile("[\u0590-\u109f\u1780-\u18af\ua840-\ua8ff\ufb1d-\ufdff\ufe70-\ufeff]")
_OF_EMOJI = re.compile("[\u200d\ufe0e\ufe0f]")
# A base that may show as an emoji without being a symbol: keycaps, and signs like © and ™.
_KEYCAPS = frozenset("0123456789#*")


STRAYS = "[\u00ad\u200b\u2060]"
"""Those that no script needs, and that come along when words are copied: folding leaves them out."""


def unseen_characters(text: str) -> Iterator[tuple[str, int]]:
    """Yield each character that cannot be seen and is not at home, like `U+200B`, with its count."""
    if text.isascii():
        return
    strays = (found[0] for found in _UNSEEN.finditer(text) if not _at_home(text, found.start()))
    for character, count in Counter(strays).items():
        yield f"U+{ord(character):04X}", count


def _at_home(text: str, at: int) -> bool:
    character, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if _JOINING.match(character) and (_JOINED.match(before) or _JOINED.match(after)):
        return True
    if _OF_EMOJI.match(character) and before:
        symbol = category(before) in ("So", "Sk", "Sm", "Po", "Pd") or before == "\ufe0f"
        return symbol or before in _KEYCAPS
    return "\u1800" <= before < "\u18b0" and "\u180b" <= character <= "\u180f"
