"""Letters and formulas in TeX that pandoc leaves out, or as they are, without a word."""

import re

LETTERS = {
    "DH": "Ð", "DJ": "Đ", "NG": "Ŋ", "TH": "Þ", "dh": "ð", "dj": "đ", "ng": "ŋ",
    "textschwa": "ə", "th": "þ",
}  # fmt: skip
"""Letters by their commands that pandoc 3.9 leaves out without a word."""

_LETTER = re.compile(rf"\\({'|'.join(LETTERS)})(?![A-Za-z])(?:\{{\}}|[ \t]+(?=\S))?")
_DOTLESS = re.compile(r"(\\[`'^\"~=u])\s*(?:\{\s*\\i\s*\}|\\i(?![A-Za-z])(?:\{\})?)")
_RAISED = re.compile(r"([_^])(?:\{([\w+-]{1,20})\}|(\w))")
# A formula of letters and digits, one of them raised or lowered: CO$_2$, $^{14}$C, $x^2$.
_FORMULA = re.compile(r"(?<!\\)\$([\w+-]{0,20}[_^](?:\{[\w+-]{1,20}\}|\w)[\w^{}+-]{0,20})\$")
_COMMAND = {"_": r"\textsubscript", "^": r"\textsuperscript"}


def readable(text: str) -> str:
    """Return a text with letters and small formulas as pandoc knows them.

    An accent on a dotless i is one on an i: pandoc would leave the two apart.
    """
    text = _LETTER.sub(lambda found: LETTERS[found[1]], text)
    text = _DOTLESS.sub(lambda found: f"{found[1]}{{i}}", text)
    return _FORMULA.sub(lambda found: _RAISED.sub(_raised, found[1]), text)


def _raised(found: re.Match[str]) -> str:
    return f"{_COMMAND[found[1]]}{{{found[2] or found[3]}}}"
