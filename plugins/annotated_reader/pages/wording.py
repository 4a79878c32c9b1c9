"""The words of the pages in the language of their reader; what a language lacks is English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from annotated_reader.notes.format import ReasonRecord, VerdictRecord
from annotated_reader.notes.vocabulary import default_vocabulary

FOLDER = Path(__file__).with_name("languages")
FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language by their keys."""

    language: str
    words: Mapping[str, str]

    @property
    def direction(self) -> str:
        """Which way the language is written: `ltr` or `rtl`."""
        return self.words["direction"]

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key, its `{braces}` filled in."""
        return self.words[key].format_map(values)

    def lower(self, words: str) -> str:
        """Return words in small letters; in Azerbaijani İ and I are the capitals of i and ı."""
        if self.language in ("az", "tr"):
            words = words.replace("İ", "i").replace("I", "ı")
        return words.lower()

    def nested(self, words: str) -> str:
        """Return words that are to stand in quotation marks, with the inner marks in them.

        A mark at their beginning whose other half was cut off goes.
        """
        opening, closing, inner_opening, inner_closing = list(self.words["quotation_marks"])
        if words[:1] == opening and words.count(opening) > words.count(closing):
            words = words[1:]
        return words.translate(str.maketrans(opening + closing, inner_opening + inner_closing))

    def verdict(self, verdict: VerdictRecord) -> str:
        """Return the label of a verdict, translated if it is one that comes with the reader."""
        ours = default_vocabulary().verdicts.get(verdict.id) == verdict
        return self.words.get(f"verdict_{verdict.id}", verdict.label) if ours else verdict.label

    def meaning(self, verdict: VerdictRecord) -> str:
        """Return what a verdict means, translated if it is one that comes with the reader."""
        ours = default_vocabulary().verdicts.get(verdict.id) == verdict
        return self.words.get(f"meaning_{verdict.id}", verdict.meaning) if ours else verdict.meaning

    def reason(self, reason: ReasonRecord) -> str:
        """Return the label of a reason, translated if it is one that comes with the reader."""
        ours = default_vocabulary().reasons.get(reason.id) == reason
        return self.words.get(f"reason_{reason.id}", reason.label) if ours else reason.label


def languages() -> tuple[str, ...]:
    """Return the languages that the pages can speak."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yml")))


@cache
def wording(language: str) -> Wording:
    """Return the words of a language like `fr` or `fr-CA`; English for one that is not there."""
    short = language.replace("_", "-").partition("-")[0].lower()
    chosen = short if short in languages() else FALLBACK
    return Wording(chosen, MappingProxyType(_read(FALLBACK) | _read(chosen)))


def _read(language: str) -> dict[str, str]:
    content = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    # Our own file, in which every value is text.
    words: dict[str, str] = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506
    return words
