"""Quotes held against kept copies; the cases are in fixtures/."""

import re
from pathlib import Path

import pytest

from annotated_reader.evidence import KeptCopy, QuoteCheck, QuoteState, check_quote
from annotated_reader.evidence.header import Header, read_header
from annotated_reader.evidence.html_words import words_of_html
from annotated_reader.files import without_hiding_characters
from annotated_reader.problems import Place
from tests.cases import Case, block_cases

FIXTURES = Path(__file__).parent / "fixtures"
PLACE = Place("a.txt")


def _copy(words: str, saved: str = "") -> KeptCopy:
    return KeptCopy(PLACE, Header(saved), words, is_page=False)


@pytest.mark.parametrize("case", block_cases(FIXTURES / "quotes.txt"))
def test_quotes(case: Case) -> None:
    words, quote, expected = case.parts
    check = check_quote(quote, (_copy(words),))
    assert ": ".join(filter(None, (check.state, check.hint))) == expected.strip()


@pytest.mark.parametrize("case", block_cases(FIXTURES / "pages.txt"))
def test_words_of_pages(case: Case) -> None:
    html, expected = case.parts
    words = without_hiding_characters(words_of_html(html))
    shown = re.sub(r"\s*\n\n\s*", " / ", words.strip())
    assert re.sub(r"\s+", " ", shown) == expected.strip()


@pytest.mark.parametrize("case", block_cases(FIXTURES / "headers.txt"))
def test_headers(case: Case) -> None:
    content, expected, told = case.parts
    header, rest, problems = read_header(content, PLACE, html=content.startswith("<"))
    found = f"{header.saved}\n{header.url}\n{rest.strip()}"
    assert found == expected if expected.startswith("2") else found.strip() == expected
    assert "\n".join(str(problem) for problem in problems) == told.strip()


def test_without_a_copy_nothing_is_said() -> None:
    assert check_quote("words", ()) == QuoteCheck(QuoteState.NO_COPY)


def test_one_of_several_copies_is_enough() -> None:
    copies = (
        _copy("It rained.", "2026-01-01"),
        _copy("It snowed.", "2026-02-02"),
        _copy("It blew."),
    )
    assert check_quote("snowed", copies) == QuoteCheck(QuoteState.VERIFIED, "2026-02-02")
    assert check_quote("blew", copies, "2026-03") == QuoteCheck(QuoteState.VERIFIED, "2026-03")
    assert check_quote("It  rained", copies).day == "2026-01-01"
    assert check_quote("It snored.", copies).hint == 'Did you mean "It snowed."?'


def test_a_copy_that_is_large_costs_little() -> None:
    page = "<div><p>" + "</p><p>".join(f"Sentence {n} of a page." for n in range(60_000)) + "</p>"
    copy = KeptCopy(PLACE, Header(), page, is_page=True)
    assert check_quote("Sentence 59999 of a page", (copy,)).state is QuoteState.VERIFIED
    assert check_quote("Sentence 5999x of a page", (copy,)).state is QuoteState.NOT_FOUND
