import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from annotated_reader.anchoring import Finding, Passages, Selector, State, Target, anchor
from annotated_reader.anchoring.folding import fold
from tests.anchoring.conftest import make_document
from tests.cases import yaml_cases

FIXTURES = Path(__file__).parent / "fixtures"


def _selector(case: dict[str, Any]) -> Selector:
    at = case.get("at", [])
    return Selector(
        sentences=(at,) if isinstance(at, str) else tuple(at),
        quote=case.get("quote", ""),
        prefix=case.get("prefix", ""),
        suffix=case.get("suffix", ""),
    )


def _passages(case: dict[str, Any]) -> Passages:
    return Passages(
        make_document(
            case["text"],
            language=case.get("language", "en"),
            markdown=case.get("markdown") == "yes",
            sentences=case.get("sentences", ""),
        )
    )


@pytest.mark.parametrize("case", yaml_cases(FIXTURES / "anchor.yml"))
def test_places(case: dict[str, Any]) -> None:
    passages = _passages(case)
    target, findings = anchor(passages, _selector(case))
    state = {"R105": "ambiguous"}.get(case.get("code", ""), "lost")
    assert target.state == case.get("state", state)
    if target.state is State.EXACT:
        words = passages.document.source[target.start : target.end]
        assert " ".join(words.split()) == " ".join(case.get("words", words).split())
        assert list(target.sentences) == case.get("in", list(target.sentences))
        assert target.quoted == ("quote" in case)
    else:
        assert target == Target(target.state)
    codes = case.get("codes") or ([case["code"]] if "code" in case else [])
    assert [finding.code for finding in findings] == codes
    for finding in findings:
        assert case.get("message", "") in finding.message
        assert case.get("hint", "") in finding.hint


@pytest.mark.parametrize(
    ("selector", "key"),
    [
        (Selector(("s99",)), "at"),
        (Selector(quote="nothing like it"), "quote"),
        (Selector(quote="It"), "quote"),
        (Selector(quote="all day", prefix="x"), "prefix"),
        (Selector(quote="all day", suffix="x"), "suffix"),
        (Selector(quote="rained", prefix="It", suffix="x"), "suffix"),
    ],
)
def test_the_key_at_fault(weather: Passages, selector: Selector, key: str) -> None:
    _, findings = anchor(weather, selector)
    assert [finding.key for finding in findings] == [key]


@pytest.mark.parametrize("quote", ["art", "as such", "a part of the art of"])
def test_the_hundredth_place_is_not_the_last(quote: str) -> None:
    half = f"x{quote}" if " " not in quote else f"{quote}x"
    passages = Passages(make_document(f"{half} " * 150 + f"{quote}."))
    target, _ = anchor(passages, Selector(quote=quote))
    assert target.state is State.EXACT
    assert target.end == len(passages.document.source) - 1


@pytest.mark.parametrize("quote", ["art", "a part of the art of"])
def test_a_second_place_after_a_hundred_half_words_makes_it_ambiguous(quote: str) -> None:
    half = f"{quote}x " * 150
    passages = Passages(make_document(f"{quote}. {half}{quote}."))
    target, (finding,) = anchor(passages, Selector(quote=quote))
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")


def test_a_prefix_is_looked_for_at_every_place() -> None:
    passages = Passages(make_document("The whale came. " * 150 + "A white whale came."))
    target, findings = anchor(passages, Selector(quote="whale came", prefix="white"))
    assert (target.state, findings) == (State.EXACT, [])
    assert target.end == len(passages.document.source) - 1


def test_a_prefix_that_stands_twice_far_apart_is_ambiguous() -> None:
    source = "A white whale came. " + "The whale came. " * 150 + "A white whale came."
    target, (finding,) = anchor(
        Passages(make_document(source)), Selector(quote="whale came", prefix="white")
    )
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")


def test_first_and_last_words_may_be_five_thousand_characters_apart_and_no_more() -> None:
    for length, state in ((4900, State.EXACT), (5100, State.LOST)):
        passages = Passages(make_document(f"First words {'x ' * (length // 2)}last words."))
        target, _ = anchor(passages, Selector(quote="First words … last words"))
        assert target.state is state


def test_many_first_and_last_words_cost_little() -> None:
    passages = Passages(make_document("some first words and some last words " * 2000))
    target, (finding,) = anchor(passages, Selector(quote="some first words … some last words"))
    assert (target.state, finding.code) == (State.AMBIGUOUS, "R105")
    assert len(finding.message) < 500
    assert len(finding.hint) < 500


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


def _anchor(text: str, **keys: str | None) -> tuple[Target, list[Finding]]:
    given_keys = {key: value for key, value in keys.items() if value}
    return anchor(Passages(make_document(text)), Selector(**given_keys))  # type: ignore[arg-type]


# Of the cases of Hypothesis's matcher those that ask for the nearest words. Here words that
# differ are never taken, only proposed; and a prefix or suffix that differs is not passed over.
_NEARLY = {
    ("best approximate match", "some years later"),
    ("null if no acceptable approximate match", ""),
    ("hint A", "befor us"),
    ("hint B", "befor us"),
    ("no hint -> first", "befor us"),
    ("best context match", "we had every-thing"),
    ("best context match", "we had nout"),
    ("best context match", "ever ting"),
    ("best context match", "nutting"),
    ("prefix longer than match offset", "It used to be many"),
    ("end of text, non-empty suffix", "missing"),
}


def test_hypothesis_cases(outside: Path) -> None:
    path = outside / "fixtures" / "annotator-matcher-cases" / "hypothesis-match-quote.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    right, refused = 0, 0
    for case in data["cases"]:
        text = data["texts"].get(case["text"], case["text"])
        keys = {key: case.get(key) for key in ("quote", "prefix", "suffix")}
        if not text or not case["quote"]:
            continue  # There are no empty seeds and no empty quotes: both are problems before.
        target, findings = _anchor(text, **keys)
        named = {(case["name"], str(keys[key])) for key in keys} | {(case["name"], "")}
        if named & _NEARLY:
            assert target.state is State.LOST, case
            assert [finding.code for finding in findings] in (["R104"], ["R106"]), case
            refused += 1
        else:
            assert target.start == case["expected_start"], case
            assert text[target.start : target.end] == case["expected_text"], case
            right += 1
    assert (right, refused) == (5, 11)


def test_hypothesis_nearest_words_are_proposed(outside: Path) -> None:
    path = outside / "fixtures" / "annotator-matcher-cases" / "hypothesis-match-quote.json"
    texts = json.loads(path.read_text(encoding="utf-8"))["texts"]
    _, (finding,) = _anchor(texts["solitude"], quote="some years later")
    assert finding.hint == 'Did you mean "Many years later"? (s1)'
    _, (finding,) = _anchor(texts["twoCities"], quote="befor us")
    assert finding.hint == 'Did you mean "before us"? (s1)'


# Cases of Apache Annotator, which looks for characters. Here words are looked for: a quote
# that begins or ends within a word is none of the text.
_HALF_WORDS = {
    *("simple", "across elements", "with empty prefix and suffix", "with suffix"),
    *("overlapping matches in one node", "overlapping matches stretching multiple nodes"),
    *("with prefix and suffix", "with prefix and suffix, two matches"),
}
_NO_MATCH = {
    *("no matches", "with prefix, no matches", "with suffix, no matches"),
}


def test_apache_cases(outside: Path) -> None:
    path = outside / "fixtures" / "annotator-matcher-cases" / "apache-annotator.json"
    cases = json.loads(path.read_text(encoding="utf-8"))["text-quote-match-cases"]["testCases"]
    seen = 0
    for title, case in cases.items():
        selector = case["selector"]
        if not selector["exact"]:
            continue  # An empty quote is a problem of the note before it is looked for.
        text = _text_of(case["html"])
        target, findings = _anchor(
            text,
            quote=selector["exact"],
            prefix=selector.get("prefix"),
            suffix=selector.get("suffix"),
        )
        seen += 1
        if title in _HALF_WORDS | _NO_MATCH:
            assert target.state is State.LOST, title
        elif title == "with suffix, no matches due to whitespace":
            # White space between quote and suffix is not counted: "a" begins what follows.
            assert text[target.start : target.end] == "dolor"
        elif len(case["expected"]) > 1:
            assert [finding.code for finding in findings] == ["R105"], title
            assert f"stands {len(case['expected'])} times" in findings[0].message
        else:
            (place,) = case["expected"]
            assert text[target.start : target.end] == selector["exact"], title
            if "across" not in title and "[" not in place["startContainerXPath"]:
                offset = place["startOffset"]
                assert case["html"].count("<i>") or target.start == offset or "head" in title
    assert seen == 19


def _text_of(html: str) -> str:
    text, inside = "", False
    for character in html.replace("</title>", "\n\n"):
        inside = inside or character == "<"
        text += "" if inside else character
        inside = inside and character != ">"
    return text


@pytest.mark.parametrize("book", ["federalist", "moby-dick"])
def test_words_of_whole_books(outside: Path, book: str) -> None:
    source = (outside / "corpus" / book / "seed.md").read_bytes().decode("utf-8")
    passages = Passages(make_document(source, markdown=True))
    sentences = passages.document.sentences[:: len(passages.document.sentences) // 150]
    for sentence in sentences:
        words = passages.document.words(sentence)
        target, _ = anchor(passages, Selector(quote=words))
        if target.state is State.EXACT:
            # A word joiner at an end is no word.
            assert source[target.start : target.end] == words.strip("\u2060")
            assert target.sentences == (sentence.id,)
        else:
            assert target.state is State.AMBIGUOUS
            assert source.count(words) > 1
        target, _ = anchor(passages, Selector((sentence.id,), words.split()[0]))
        assert target.state is not State.LOST


@pytest.mark.parametrize(
    ("book", "other"), [("federalist", "moby-dick"), ("moby-dick", "federalist")]
)
def test_words_of_another_book_are_never_placed(outside: Path, book: str, other: str) -> None:
    source = (outside / "corpus" / book / "seed.md").read_bytes().decode("utf-8")
    foreign = (outside / "corpus" / other / "seed.md").read_bytes().decode("utf-8")
    passages = Passages(make_document(source, markdown=True))
    words = foreign.split()
    for start in range(1000, len(words) - 20, len(words) // 60):
        quote = " ".join(words[start : start + 9])
        target, (finding,) = anchor(passages, Selector(quote=quote))
        assert target == Target(State.LOST), quote
        assert finding.code == "R104"


def test_many_quotes_of_a_long_text_are_found_at_once() -> None:
    """The words of parts that stand everywhere are looked up once, not for each quote."""
    book = Passages(make_document("A boat and a ship came to the sea. " * 5_000))
    quotes = ["a … the … a … a … the … sea", "zq", "a", "the", *["a … " * 200 + "a"] * 200]
    start = time.process_time()
    for quote in quotes * 10:
        anchor(book, Selector(quote=quote[:1000]))
    assert time.process_time() - start < 5
