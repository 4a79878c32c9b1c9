import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring.folding import Folded, fold
from tests.cases import Case, line_cases
from tests.text.strategies import texts

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", line_cases(FIXTURES / "folding.txt"))
def test_folding(case: Case) -> None:
    text, expected = case.parts
    assert fold(text) == expected


@pytest.mark.parametrize("text", ["", " ", "\n", "\u200b", "\u00ad\u2060", "\ufeff "])
def test_nothing_is_left_of_what_cannot_be_seen(text: str) -> None:
    assert fold(text) == ""


_WORDS = st.sampled_from(
    ["war", "peace", "it’s", "“no”", "cafe\u0301", "1994", "twenty-five", "雨が", "…"]
)
_BETWEEN = st.sampled_from(
    [
        *(" ", "  ", "\n", "\r\n", "\u00a0", " - ", "--", " — ", "—", " – ", ", ", ". ", "… "),
        *("\u00ad", "\u00ad\n", "\u200b", " \u200b ", "\u200b ", "\u200d", "\u2060 — ", "\ufeff"),
    ]
)


@given(
    st.lists(st.tuples(_WORDS, _BETWEEN), max_size=12).map(lambda pairs: "".join(sum(pairs, ())))
)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(texts())
def test_composed_or_not_makes_no_difference(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFD", text)
    assert fold(decomposed) == fold(composed)


@given(texts())
def test_typography_makes_no_difference(text: str) -> None:
    plain = text.translate(str.maketrans("“”‘’—", "\"\"''–"))
    spaced = plain.replace(" ", "\u00a0").replace("\n", " \r\n ")
    assert fold(spaced) == fold(text)


@given(texts(), st.data())
def test_a_stretch_of_folded_text_leads_back_to_the_words_it_came_from(
    text: str, data: st.DataObject
) -> None:
    folded = Folded(text)
    if not folded.text.strip():
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    words = folded.text[start:end]
    first, last = folded.start(start), folded.end(end)
    assert 0 <= first < last <= len(text)
    # A stretch within what one character became (`…`, a dash, a composed letter) is made whole.
    assert words.strip() in fold(text[first:last]) or _is_part(words, text[first:last])


def _is_part(words: str, original: str) -> bool:
    """Say whether a stretch is but dashes or white space, which depend on what is around them."""
    return fold(original).replace("-", "").replace(" ", "") in words.replace("-", "").replace(
        " ", ""
    ) or words.replace("-", "").replace(" ", "") in fold(original).replace("-", "").replace(" ", "")


@given(texts())
def test_offsets_never_go_back(text: str) -> None:
    folded = Folded(text)
    starts = [folded.start(offset) for offset in range(len(folded.text))]
    ends = [folded.end(offset) for offset in range(1, len(folded.text) + 1)]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(start < end for start, end in zip(starts, ends, strict=True))


def test_offsets_of_every_kind_of_change() -> None:
    text = "a\u00a0 “b”…\u00ad — c e\u0301."
    folded = Folded(text)
    assert folded.text == 'a "b"...-c é.'
    shown = [
        (character, text[folded.start(offset) : folded.end(offset + 1)])
        for offset, character in enumerate(folded.text)
    ]
    assert shown == [
        ("a", "a"),
        (" ", "\u00a0 "),
        ('"', "“"),
        ("b", "b"),
        ('"', "”"),
        (".", "…"),
        (".", "…"),
        (".", "…"),
        ("-", "—"),
        ("c", "c"),
        (" ", " "),
        ("é", "e\u0301"),
        (".", "."),
    ]
