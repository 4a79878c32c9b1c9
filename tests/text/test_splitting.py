import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given

from annotated_reader.text.splitting import split_sentences
from tests.cases import Case, block_cases, line_cases, lines_of
from tests.text.documents import document_of
from tests.text.strategies import LANGUAGES, texts

FIXTURES = Path(__file__).parent / "fixtures"
_TITLE = re.compile(r"\[([A-Za-z-]+)\] (.+)")


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("case", block_cases(FIXTURES / "splitting.txt"))
def test_sentences(case: Case) -> None:
    named = _TITLE.fullmatch(case.title)
    assert named, "a title begins with a language in brackets"
    text, expected = case.parts
    assert [flat(text[slice(*span)]) for span in split_sentences(text, named[1])] == [
        flat(line) for line in lines_of(expected)
    ]


@given(texts(), LANGUAGES)
def test_spans_are_in_order_and_leave_out_only_white_space(text: str, language: str) -> None:
    end = 0
    for start, next_end in split_sentences(text, language):
        assert end <= start < next_end
        assert not text[end:start].strip()
        assert text[start:next_end] == text[start:next_end].strip()
        end = next_end
    assert not text[end:].strip()


@given(texts(), LANGUAGES)
def test_a_sentence_has_a_letter_unless_nothing_has(text: str, language: str) -> None:
    spans = split_sentences(text, language)
    bare = [text[slice(*span)] for span in spans if not any(map(str.isalnum, text[slice(*span)]))]
    assert not bare or len(spans) == 1


def _suite(outside: Path, name: str) -> list[dict[str, str]]:
    path = outside / "fixtures" / "sentence-segmentation" / f"{name}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.mark.parametrize("suite", ["pragmatic_segmenter", "pysbd", "sentencex"])
def test_other_peoples_cases_lose_nothing(outside: Path, suite: str) -> None:
    cases = _suite(outside, suite)
    assert len(cases) > 400
    for case in cases:
        document = document_of(case["text"], language=case["language"] or "en")
        assert "".join(document.pieces()) == case["text"]


@pytest.mark.parametrize("case", line_cases(FIXTURES / "segmentation-floors.txt"))
def test_other_peoples_cases_that_are_exactly_right(outside: Path, case: Case) -> None:
    named, floor = case.parts
    suite, language = named.split()
    right: Counter[bool] = Counter()
    for one in _suite(outside, suite):
        expected = [flat(sentence) for sentence in one["expected"]]
        # Where the expected sentences are not the words of the text, another tool cleaned it.
        if one["language"] != language or not _same_words(one["text"], expected):
            continue
        document = document_of(one["text"], language=language)
        right[[flat(document.words(s)) for s in document.sentences] == expected] += 1
    least, total = floor.split(" of ")
    assert right[True] >= int(least)
    assert right.total() == int(total)


def _same_words(text: str, expected: list[str]) -> bool:
    return "".join(text.split()) == "".join("".join(expected).split())
