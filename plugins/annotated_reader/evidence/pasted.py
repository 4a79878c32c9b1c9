"""What programs that show PDFs put into the words that people copy out of them.

Ligatures stand for their letters there, and a word that a line end divides stays divided.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile
from unicodedata import normalize

from annotated_reader.anchoring.occurrences import occurrences
from annotated_reader.anchoring.passages import Stretch
from annotated_reader.text import Document

# The Latin and Armenian ligatures of Unicode (Alphabetic Presentation Forms), and U+0587, for
# which Armenians also write its two letters.
_LIGATURES = str.maketrans(
    {
        character: normalize("NFKC", character)
        for character in map(chr, (0x0587, *range(0xFB00, 0xFB07), *range(0xFB13, 0xFB18)))
    }
)
_LETTER = r"[^\W\d_]"
# The hyphens of ASCII, of old scanners (¬), that which hides within a line, and those of Armenian
# and of Unicode.
_DIVIDER = re.compile(rf"(?<={_LETTER})[-\u00ac\u00ad\u058a\u2010][ \t]*\n[ \t]*(?={_LETTER})")
_HYPHENATED = re.compile(rf"({_LETTER}+)- ?(?=({_LETTER}+))")


def without_ligatures(text: str) -> str:
    """Return a text with the letters that its ligatures stand for."""
    return text.translate(_LIGATURES)


@dataclass(frozen=True, slots=True)
class Joined:
    """A text whose divided words are whole again: "inter-", line end, "national"."""

    stretch: Stretch
    divided: frozenset[tuple[str, str]]
    """The halves of these words. Some had a hyphen of their own: "twenty-five"."""

    def has(self, quote: str) -> bool:
        """Say whether a folded quote stands there, with its hyphens or without those taken here."""
        find = self.stretch.find
        return bool(occurrences(find, quote) or occurrences(find, self._joined(quote)))

    def _joined(self, quote: str) -> str:
        return _HYPHENATED.sub(
            lambda found: found[1] if (found[1], found[2]) in self.divided else found[0], quote
        )


def join(text: str) -> Joined | None:
    """Return a text with its divided words made whole, None where there are none."""
    divided = frozenset(
        (
            _letters(text[place] for place in range(found.start() - 1, -1, -1))[::-1],
            _letters(text[place] for place in range(found.end(), len(text))),
        )
        for found in _DIVIDER.finditer(text)
    )
    if not divided:
        return None
    whole = _DIVIDER.sub("", text)
    return Joined(Stretch(Document(whole, (), ()), 0, len(whole)), divided)


def _letters(text: Iterable[str]) -> str:
    """Return the letters that a text begins with."""
    return "".join(takewhile(str.isalpha, text))
