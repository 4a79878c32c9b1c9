"""Quotes in texts as long as books."""

import time
from pathlib import Path

import pytest

from annotated_reader.anchoring import Passages, Selector, State, Target, anchor
from tests.anchoring.conftest import make_document


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
