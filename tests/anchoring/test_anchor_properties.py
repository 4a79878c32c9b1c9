"""Whatever the text and the quote: words are found where they stand, or not at all."""

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from annotated_reader.anchoring import Passages, Selector, State, Target, anchor
from annotated_reader.anchoring.folding import fold
from tests.anchoring.conftest import make_document

_WORDS = ["rain", "day", "night", "it's", "war", "the", "a", "Ann", "“no”", "«oui»", "1994", "café"]
_ODD = ["cafe\u0301", "co\u00adoperate", "über-all", "😀", "雨が", "שלום", "भारत", "e.g.", "i.e."]
_SPACES = [
    " ",
    "  ",
    "\n",
    "\r\n",
    "\n\n",
    "\u00a0",
    " — ",
    " - ",
    "-",
    "—",
    ". ",
    ", ",
    "? ",
    "… ",
]


@st.composite
def runs(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text of words, and the offsets of a run of whole words of it."""
    words = draw(st.lists(st.sampled_from(_WORDS + _ODD), min_size=2, max_size=25))
    source, bounds = "", []
    for word in words:
        bounds.append((len(source), len(source) + len(word)))
        source += word + draw(st.sampled_from(_SPACES))
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    return source, bounds[first][0], bounds[last][1]


def _stands_once(source: str, start: int, end: int) -> bool:
    """Say, without the index, whether the words of a stretch stand nowhere else, half words too."""
    folded, words = fold(source), fold(source[start:end])
    return sum(folded.startswith(words, at) for at in range(len(folded))) == 1


@given(runs())
def test_a_run_of_words_that_stands_once_is_found_where_it_stands(
    run: tuple[str, int, int],
) -> None:
    source, start, end = run
    assume(_stands_once(source, start, end))
    passages = Passages(make_document(source))
    target, findings = anchor(passages, Selector(quote=source[start:end]))
    assert target.state is State.EXACT, findings
    assert (target.start, target.end) == (start, end)


@given(runs())
def test_what_is_found_has_the_words_of_the_quote(run: tuple[str, int, int]) -> None:
    source, start, end = run
    quote = fold(source[start:end])
    assume(" ... " not in quote)
    passages = Passages(make_document(source))
    target, _ = anchor(passages, Selector(quote=source[start:end]))
    if target.state is State.EXACT:
        assert fold(source[target.start : target.end]) == quote
    else:
        assert target.state is State.AMBIGUOUS


@given(runs(), st.data())
def test_words_in_a_sentence_lie_within_the_sentence(
    run: tuple[str, int, int], data: st.DataObject
) -> None:
    source, start, end = run
    passages = Passages(make_document(source))
    sentence = data.draw(st.sampled_from(passages.document.sentences))
    target, findings = anchor(passages, Selector((sentence.id,), source[start:end]))
    if target.state is State.EXACT:
        assert sentence.start <= target.start < target.end <= sentence.end
        assert target.sentences == (sentence.id,)
        assert findings == []
    else:
        assert target == Target(target.state)
        assert [finding.code for finding in findings] in (["R104"], ["R105"])


@given(runs(), st.sampled_from(["zebra", "rains", "Rain", "nights", "xday"]), st.integers(0, 40))
def test_words_that_are_not_in_the_text_are_never_placed(
    run: tuple[str, int, int], foreign: str, at: int
) -> None:
    source, start, end = run
    words = source[start:end].split()
    quote = " ".join([*words[:at], foreign, *words[at:]])
    for sentences in [(), ("s1",)]:
        passages = Passages(make_document(source))
        if sentences and "s1" not in passages.document.position:
            continue
        target, (finding,) = anchor(passages, Selector(sentences, quote))
        assert target == Target(State.LOST)
        assert finding.code == "R104"


@given(runs(), st.text(max_size=12), st.text(max_size=12), st.text(max_size=12))
def test_nothing_that_a_note_may_say_raises(
    run: tuple[str, int, int], quote: str, prefix: str, suffix: str
) -> None:
    passages = Passages(make_document(run[0]))
    for sentences in [(), (passages.document.sentences[-1].id,)]:
        if quote or sentences:
            target, findings = anchor(passages, Selector(sentences, quote, prefix, suffix))
            assert (target.state is State.EXACT) or findings


@given(runs(), st.lists(st.integers(0, 200), min_size=2, max_size=8), st.randoms())
def test_the_order_of_notes_does_not_matter(
    run: tuple[str, int, int], places: list[int], random: Any
) -> None:
    source = run[0]
    quotes = [source[at % len(source) :][:9] or "x" for at in places]
    selectors = [Selector(quote=quote) for quote in quotes if quote.strip()]
    first, second = Passages(make_document(source)), Passages(make_document(source))
    found = {selector: anchor(first, selector) for selector in selectors}
    random.shuffle(selectors)
    assert {selector: anchor(second, selector) for selector in selectors} == found
