"""Of 200 real quotes, half of them altered in one word: who is told apart from whom."""

import random
import re
from html import escape
from pathlib import Path

import pytest

from annotated_reader.evidence import KeptCopy, QuoteState, check_quote
from annotated_reader.evidence.header import Header
from annotated_reader.problems import Place
from annotated_reader.text import cut

BOOKS = ("federalist", "moby-dick")
QUOTES = 200


def _sentences(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    document, _ = cut(source, language="en", markdown=True, listed=[])
    assert document is not None
    words = [" ".join(document.words(sentence).split()) for sentence in document.sentences]
    return [sentence for sentence in words if len(sentence.split()) >= 5 and len(sentence) <= 1000]


def _page(path: Path) -> KeptCopy:
    """Return the book as somebody's page, of which a reader copied the words."""
    paragraphs = path.read_text(encoding="utf-8").removeprefix("\ufeff").split("\n\n")
    body = "".join(f"<p class=x>{_marked(escape(text))}\n" for text in paragraphs)
    return KeptCopy(Place(path.name), Header(), f"<!doctype html><title>A book</title>{body}", True)


def _marked(html: str) -> str:
    """Return a paragraph with tags in its words, as pages have them."""
    return re.sub(r"(?<= )(\w{4})(\w{3,})", r"\1<i>\2</i>", html, count=3)


def _altered(sentence: str, words: list[str], chance: random.Random) -> str:
    """Return a sentence in which one word is another word of the book."""
    places = list(re.finditer(r"[A-Za-z]+", sentence))
    place = chance.choice(places)
    other = chance.choice([word for word in words if word.lower() != place[0].lower()])
    return sentence[: place.start()] + other + sentence[place.end() :]


@pytest.mark.parametrize("book", BOOKS)
def test_altered_quotes_are_found_out(book: str, outside: Path) -> None:
    chance = random.Random(book)
    folder = outside / "corpus" / book
    page, sentences = _page(folder / "seed.md"), _sentences(folder / "seed.md")
    words = sorted(set(re.findall(r"[A-Za-z]{3,}", " ".join(sentences))))
    quotes = chance.sample(sentences, QUOTES)
    true, false = quotes[: QUOTES // 2], quotes[QUOTES // 2 :]
    verified = [check_quote(quote, (page,)).state for quote in true]
    reported = [check_quote(_altered(quote, words, chance), (page,)) for quote in false]
    assert verified == [QuoteState.VERIFIED] * 100
    assert [check.state for check in reported] == [QuoteState.NOT_FOUND] * 100
    proposed = [check.hint.removeprefix('Did you mean "').removesuffix('"?') for check in reported]
    assert sum(same(a, b) for a, b in zip(proposed, false, strict=True)) >= 95


def same(proposed: str, meant: str) -> bool:
    """Say whether a proposal is the passage that was altered."""
    return proposed.strip(" .,;:") in meant or meant.strip(" .,;:") in proposed
