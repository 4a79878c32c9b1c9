"""Two hundred selections: what the composer proposes anchors on exactly the words selected."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.word_edges import tokens
from annotated_reader.edition import Project, build_edition
from annotated_reader.text import Document
from tests.browser import other_sites
from tests.browser.conftest import ROOT, built, served
from tests.cases import line_cases

RANGE = """const point = (id, offset) => {
        const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(), left = offset; node; node = walker.nextNode()) {
            if (left <= node.length) return [node, left];
            left -= node.length;
        }
    };
    const rangeOf = (from, start, to, end) => {
        const range = document.createRange();
        range.setStart(...point(from, start));
        range.setEnd(...point(to, end));
        return range;
    };"""
"""Script that makes a range from sentences and offsets in them."""

SELECT = f"""chosen => {{
    {RANGE}
    const root = document.querySelector('.ar[data-text]');
    annotatedReaderComposer.open(root, {{ range: rangeOf(...chosen) }}, {{}});
    return document.querySelector('.ar-open-host').href;
}}"""
"""What the button beside a selection does, and where it would lead."""

FOLDING = """async texts => texts.map((await import('./folding.js')).fold)"""


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose texts are hard to select in."""
    return other_sites.many_scripts(tmp_path_factory.mktemp("scripts"))


@pytest.fixture(scope="session")
def scripts_site(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from served(built(scripts, tmp_path_factory.mktemp("scripts-site")))


def open_composer(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".ar-add-note").click()
    page.locator(".ar-composer").wait_for()


def _utf16(text: str, offset: int) -> int:
    return len(text[:offset].encode("utf-16-le")) // 2


def _words(text: str) -> list[tuple[int, int]]:
    """Return the spans of words and marks; what folding drops does not end a word."""
    spans: list[tuple[int, int]] = []
    joined = False
    for start, end in tokens(text):
        if not fold(text[start:end]):
            joined = bool(spans) and spans[-1][1] == start and text[start - 1].isalnum()
            continue
        if joined and text[start].isalnum() and not fold(text[spans[-1][1] : start]):
            start = spans.pop()[0]
        spans.append((start, end))
        joined = False
    return spans


def _choose(random_: random.Random, document: Document) -> tuple[list[Any], tuple[int, int]]:
    """Return a selection as sentences and offsets, and the span of the words that it touches."""
    first = random_.randrange(len(document.sentences))
    last = min(first + random_.choice([0, 0, 0, 1, 2]), len(document.sentences) - 1)
    ends = []
    for number in (first, last):
        sentence = document.sentences[number]
        words = document.words(sentence)
        spans = _words(words)
        ends.append((sentence, words, random_.choice(spans)))
    (one, before, (start, start_end)), (two, after, (end_start, end)) = ends
    if one is two and start > end_start:
        (start, start_end), (end_start, end) = (end_start, end), (start, start_end)
    same = (one, start) == (two, end_start)
    plain = before[start:start_end].isalpha() and not same
    inner = random_.randrange(start, start_end) if plain else start
    outer = random_.randint(end_start + 1, end) if after[end_start:end].isalpha() else end
    chosen = [one.id, _utf16(before, inner), two.id, _utf16(after, outer)]
    return chosen, (one.start + start, two.start + end)


def _proposed(href: str) -> tuple[str, str]:
    parts = urlsplit(href)
    query = parse_qs(parts.query, strict_parsing=True)
    assert parts.netloc == "github.com"
    text = parts.path.rpartition("/")[2]
    return f"annotations/{text}/{query['filename'][0]}", query["value"][0]


def _place_of(root: Path, name: str, content: str) -> tuple[tuple[int, int], list[str]]:
    """Return where `check` finds the note of a proposed file, and what is wrong with it."""
    path = root / name
    path.write_text(content, encoding="utf-8", newline="")
    edition, problems = build_edition(Project.at(root))
    path.unlink()
    text = edition.text(path.parent.name)
    found = [note for note in text.notes if note.place.file == name]
    told = [str(problem) for problem in problems if problem.place.file == name]
    return (found[0].target.start, found[0].target.end) if found else (0, 0), told


@pytest.mark.parametrize(("text", "number"), [("rain", 120), ("haqq", 50), ("ame", 30)])
def test_selections_anchor_on_exactly_their_words(
    page: Page, scripts: Path, scripts_site: str, text: str, number: int
) -> None:
    document = build_edition(Project.at(scripts))[0].text(text).document
    open_composer(page, f"{scripts_site}texts/{text}.html")
    page.get_by_role("radio", name="Gloss").check()
    page.get_by_label("In one sentence").fill("Something.")
    random_ = random.Random(text)
    wrong = []
    for _ in range(number):
        chosen, expected = _choose(random_, document)
        name, content = _proposed(page.evaluate(SELECT, chosen))
        place, told = _place_of(scripts, name, content)
        if place != expected or told:
            words = document.source[slice(*expected)]
            wrong.append((words, document.source[slice(*place)], content, told))
    assert wrong == []


def test_folding_is_the_same_in_both_languages(modules: Page) -> None:
    cases = line_cases(ROOT / "tests/anchoring/fixtures/folding.txt")
    texts = [case.values[0].parts[0] for case in cases]
    random_ = random.Random(1)
    letters = "ab e\u0301é—-- …“'’\u00ad\u200b\u00a0\n\t🙂雨가ᄀ\u1161क\u093c.ا"
    texts += ["".join(random_.choices(letters, k=12)) for _ in range(2000)]
    assert modules.evaluate(FOLDING, texts) == [fold(text) for text in texts]
