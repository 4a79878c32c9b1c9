"""Pages that would keep a parser of HTML busy for minutes are refused before it sees them."""

import time
from html import unescape
from time import process_time

import pytest

from annotated_reader.evidence.html_limits import find_excess_of_page
from annotated_reader.evidence.html_words import words_of_html

SIZE = 1_900_000
FONTS = "".join(f"<b a{number}>" for number in range(490))

REFUSED = {
    **{
        f"{unit} again and again": unit * (SIZE // len(unit))
        for unit in (
            *("<div>", "<b>", "<p>a", "<font><div>", "<table>a", "<form><div></form>", "<ul><li>"),
            *("<a><div>", "<select><div>", "<b></p>", "</p>", "&", "<svg><style><div>"),
            *("<div><object></div></object>", "<span><p></span></p>", "<span><div></span></div>"),
            "<div title='>'>",
            "<div title=\v'><div>'>",
            "<!--><div>",
        )
    },
    "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">" + "<p>" * 1000,
    "a style that is a part of a picture": "<svg><style>" + "<div>" * 300_000 + "</style><p>",
    "what every paragraph opens again": FONTS + "<p>x" * 90_000,
    "the same, closed by others": "<div><b></div>" * 1900 + "<p>x" * 90_000,
}
FAST = {
    "a long page": "<div class='x'><ul><li><a href='x'>word</a></ul></div>" * 15_000,
    "pictures in the page": "<img src='data:image/png;base64," + "A/" * 900_000 + "'>",
    "a script": "<script>" + "if (a<b) c='<div>'; " * 9_000 + "</script>" + "<p>a" * 2000,
    "tags that are not closed": "<a<b" * 400_000,
    "quotation marks that are not closed": "<p a='" * 300_000,
    "comments that are not closed": "<!--" * 400_000,
    "a comment": "<!-- " + "<div>" * 300_000 + " -->",
    "paragraphs": "<p>a" * 140_000,
    "a small page of fonts": FONTS + "<p>x" * 500,
    "deep": "<div>" * 490 + "<p>a</p>" * 70_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_too_much(name: str) -> None:
    start = time.process_time()
    assert find_excess_of_page(REFUSED[name])
    assert time.process_time() - start < 1


@pytest.mark.parametrize("name", FAST)
def test_not_too_much(name: str) -> None:
    start = time.process_time()
    assert find_excess_of_page(FAST[name]) is None
    words_of_html(FAST[name])
    assert time.process_time() - start < 2


def test_ordinary_faults_of_pages_are_no_matter() -> None:
    rows = "<tr><td>one<td><b><i>two</b></i><td>three<p>four<br>"
    page = f"<!doctype html><title>T</title><body><table>{rows * 1000}</table><ul><li>a<li>b</ul>"
    assert find_excess_of_page(page) is None


@pytest.mark.parametrize("letter", ["\xa0", "\xad", "\x85", "»", "a&nbsp;", "a&#xBB;", "a&para;"])
def test_letters_for_which_the_parser_takes_quadratic_time(letter: str) -> None:
    """html5ever, of U+0080 to U+00BF: two million bytes of them took a minute."""
    content = letter * (95_000 if "&" in letter else 900_000)
    start = process_time()
    words = words_of_html(f"{content}{'b' * 900_000}")
    assert process_time() - start < 1
    assert words == f"{unescape(content)}{'b' * 900_000}"


def test_these_letters_stay_what_they_are() -> None:
    page = (
        "<p>«&nbsp;a&shy;b&sup2 &#xb7;&#183 &#128;&amp;nbsp; £&notanentity; &copy;&lt;&ngt;&nvlt; "
    )
    assert words_of_html(page).strip() == unescape(page.removeprefix("<p>")).strip()
