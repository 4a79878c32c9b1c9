"""The words of the pages in the language of their reader; what a language lacks is English."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from annotated_reader.notes.format import LanguageTag, ReasonRecord, VerdictRecord
from annotated_reader.notes.forms import fits
from annotated_reader.notes.vocabulary import default_vocabulary
from annotated_reader.problems import Place, Problem

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
    short = _short(language)
    chosen = short if short in languages() else FALLBACK
    return Wording(chosen, MappingProxyType(_read(FALLBACK) | _read(chosen)))


def check_language(language: str, place: Place) -> list[Problem]:
    """Return what is wrong with the language of a site, which stands at a place.

    Problems: R607 for what is no language tag, R608 for a language without words.
    """
    hint = f"There are words in: {', '.join(languages())}."
    if not fits(language.replace("_", "-"), LanguageTag):
        message = f'"{language[:40]}" is not a language tag (BCP 47), so the pages are in English.'
        return [Problem(place, "R607", message, hint)]
    if _short(language) not in languages():
        message = f'there are no words in the language "{language}", so the pages are in English.'
        return [Problem(place, "R608", message, hint)]
    return []


def _short(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()


def _read(language: str) -> dict[str, str]:
    content = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    # Our own file, in which every value is text.
    words: dict[str, str] = yaml.load(content, Loader=yaml.BaseLoader)  # noqa: S506
    return words
