import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import Passages
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.passages import Stretch, find_all
from tests.anchoring.conftest import make_document
from tests.text.strategies import texts


def _words(passages: Passages, quote: str) -> list[str]:
    source = passages.document.source
    return [source[slice(*passages.original(span))] for span in passages.find(quote)]


def test_words_are_found_in_their_own_shape(weather: Passages) -> None:
    assert _words(weather, "weather It rained all") == ["weather\n\nIt rained all"]
    assert _words(weather, '"fine"') == ["“fine”"]
    assert _words(weather, "It") == ["It", "It", "It"]


@pytest.mark.parametrize("quote", ["rain", "ained all day", "rained all da", "It rained all da"])
def test_half_words_are_not_found(weather: Passages, quote: str) -> None:
    assert weather.find(quote) == []


def test_the_sentences_of_a_stretch(weather: Passages) -> None:
    source = weather.document.source

    def touched(words: str) -> list[str]:
        start = source.index(words)
        return [s.id for s in weather.sentences_of((start, start + len(words)))]

    assert touched("The weather") == ["s0"]
    assert touched("rained all day.") == ["s1"]
    assert touched("day. It") == ["s1", "s2"]
    assert touched("weather\n\nIt rained all day. It stopped at night.\n\nIt") == [
        *("s0", "s1", "s2", "s3"),
    ]


def test_a_stretch_of_a_text_finds_only_what_lies_in_it(weather: Passages) -> None:
    sentence = weather.document.sentences[2]
    stretch = Stretch(weather.document, sentence.start, sentence.end)
    (span,) = stretch.find("It")
    assert stretch.original(span) == (sentence.start, sentence.start + 2)
    assert stretch.find("rained") == []


def test_overlapping_places_are_all_found() -> None:
    assert list(find_all("anana", "ana")) == [0, 2]
    assert list(find_all("anana", "x")) == []


@given(texts(), st.data())
def test_the_index_finds_what_plain_searching_finds(text: str, data: st.DataObject) -> None:
    if not text.strip("\ufeff").strip():
        return
    passages = Passages(make_document(text))
    folded = passages.folded.text
    if not folded.strip():
        return
    start = data.draw(st.integers(0, len(folded) - 1))
    end = data.draw(st.integers(start + 1, len(folded)))
    quote = fold(folded[start:end])
    if quote:
        plain = Stretch(passages.document, 0, len(text)).find(quote)
        assert passages.find(quote) == plain
