"""The words of the pages: every language complete, its gaps to fill the same as in English."""

from string import Formatter

import pytest
import yaml
from msgspec.structs import replace

from annotated_reader.notes.vocabulary import default_vocabulary
from annotated_reader.pages.wording import FALLBACK, FOLDER, check_language, languages, wording
from annotated_reader.problems import Place

TRANSLATIONS = [language for language in languages() if language != FALLBACK]
DEFAULT = default_vocabulary()
OF_VOCABULARY = {
    *(f"verdict_{id_}" for id_ in DEFAULT.verdicts),
    *(f"meaning_{id_}" for id_ in DEFAULT.verdicts),
    *(f"reason_{id_}" for id_ in DEFAULT.reasons),
}


def _written(language: str) -> dict[str, str]:
    """Return what the file of a language says, without what it takes from English."""
    content = (FOLDER / f"{language}.yml").read_text(encoding="utf-8")
    words: dict[str, str] = yaml.load(content, Loader=yaml.BaseLoader)
    return words


def _gaps(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


ENGLISH = _written(FALLBACK)


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_nothing_is_missing_and_nothing_unknown(language: str) -> None:
    assert _written(language).keys() == ENGLISH.keys() | OF_VOCABULARY


def test_english_leaves_verdicts_to_the_vocabulary() -> None:
    assert not ENGLISH.keys() & OF_VOCABULARY


@pytest.mark.parametrize("language", languages())
def test_no_key_is_written_twice(language: str) -> None:
    tree = yaml.compose((FOLDER / f"{language}.yml").read_text(encoding="utf-8"))
    assert isinstance(tree, yaml.MappingNode)
    keys = [key.value for key, _ in tree.value]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_gaps_are_the_same(language: str) -> None:
    expected = {key: _gaps(ENGLISH.get(key, "")) for key in _written(language)}
    assert {key: _gaps(words) for key, words in _written(language).items()} == expected


@pytest.mark.parametrize("language", languages())
def test_direction(language: str) -> None:
    assert wording(language).direction in {"ltr", "rtl"}


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_no_words_are_empty(language: str) -> None:
    empty = {key for key, words in _written(language).items() if not words.strip()}
    assert empty <= {key for key, words in ENGLISH.items() if not words}


def test_a_language_that_is_not_there_is_english() -> None:
    assert wording("xx").language == "en"
    assert wording("xx")("notes") == ENGLISH["notes"]


@pytest.mark.parametrize("language", ["fr", "fr-CA", "fr_CA", "FR"])
def test_regions_speak_the_language(language: str) -> None:
    assert wording(language).language == "fr"


def test_gaps_are_filled() -> None:
    assert wording("ru")("sentence_tools", number=13) == "Предложение 13"


def test_labels_of_the_default_vocabulary_are_translated() -> None:
    french, supported = wording("fr"), DEFAULT.verdicts["supported"]
    assert french.verdict(supported) == "Étayée"
    assert french.meaning(supported) == "Des sources l’étayent."
    assert french.reason(DEFAULT.reasons["unclear"]) == "Formulation peu claire"


def test_labels_of_a_project_are_not_translated() -> None:
    verdict = replace(DEFAULT.verdicts["supported"], label="Confirmed", meaning="We saw it.")
    reason = replace(DEFAULT.reasons["unclear"], label="Vague")
    assert wording("fr").verdict(verdict) == "Confirmed"
    assert wording("fr").meaning(verdict) == "We saw it."
    assert wording("fr").reason(reason) == "Vague"


@pytest.mark.parametrize(
    ("language", "told"),
    [
        *((language, "") for language in ("en", "fr-CA", "az_Latn_AZ", "HY")),
        ("de", 'R608 there are no words in the language "de"'),
        ("pt_BR", 'R608 there are no words in the language "pt_BR"'),
        ("german", 'R607 "german" is not a language tag (BCP 47)'),
        ("e", 'R607 "e" is not'),
        ("", 'R607 "" is not'),
        ("en\n", "R607 "),
    ],
)
def test_a_language_that_is_none_or_has_no_words(language: str, told: str) -> None:
    problems = [str(problem) for problem in check_language(language, Place("mkdocs.yml"))]
    assert len(problems) == bool(told)
    assert all(problem.startswith(f"mkdocs.yml: {told}") for problem in problems)
    assert all(
        problem.endswith("There are words in: ar, az, en, fa, fr, hy, ru.") for problem in problems
    )
