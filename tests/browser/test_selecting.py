"""Two hundred selections: what the composer proposes anchors on exactly the words selected."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from annotated_reader.anchoring import Passages
from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.occurrences import occurrences
from annotated_reader.anchoring.passages import Stretch
from annotated_reader.anchoring.word_edges import tokens
from annotated_reader.edition import Project, build_edition
from annotated_reader.text import Document
from tests.browser import other_sites
from tests.browser.composing import RANGE
from tests.browser.conftest import ROOT, built, served
from tests.browser.mixed_texts import mixed_text
from tests.cases import line_cases

SELECT = f"""selections => {{
    {RANGE}
    const root = document.querySelector('.ar[data-text]');
    return selections.map(chosen => {{
        annotatedReaderComposer.open(root, {{ range: rangeOf(...chosen) }}, {{}});
        const told = [...document.querySelectorAll('.ar-wrong li')].map(line => line.textContent);
        return [document.querySelector('.ar-open-host').href, told];
    }});
}}"""
"""What the button beside a selection does: where it would lead, and what is still missing."""

FOLDING = """async texts => texts.map((await import('./folding.js')).fold)"""


RANDOM_TEXTS = range(6)


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose texts are hard to select in."""
    root = other_sites.many_scripts(tmp_path_factory.mktemp("scripts"))
    for number in RANDOM_TEXTS:
        text = mixed_text(random.Random(number))
        (root / f"seeds/mixed-{number}.md").write_text(text, encoding="utf-8", newline="")
    return root


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
    """Return the spans of words and marks; dashes in a row are one, what folding drops ends no word."""
    spans: list[tuple[int, int]] = []
    joined = False
    for start, end in tokens(text):
        if not fold(text[start:end]):
            joined = bool(spans) and spans[-1][1] == start and text[start - 1].isalnum()
            continue
        if joined and text[start].isalnum() and not fold(text[spans[-1][1] : start]):
            start = spans.pop()[0]
        if spans and spans[-1][1] == start and fold(text[start - 1 : end]) in ("-", "--"):
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


def _places_of(
    root: Path, contents: list[str], text: str
) -> list[tuple[tuple[int, int], list[str]]]:
    """Return where `check` finds the note of each proposed file, and what is wrong with it."""
    folder = root / "annotations" / text
    folder.mkdir(exist_ok=True)
    names = [f"proposed-{number}.yml" for number in range(len(contents))]
    for name, content in zip(names, contents, strict=True):
        (folder / name).write_text(content, encoding="utf-8", newline="")
    edition, problems = build_edition(Project.at(root))
    for name in names:
        (folder / name).unlink()
    found = {Path(note.place.file).name: note.target for note in edition.text(text).notes}
    told = {name: [p for p in problems if Path(p.place.file).name == name] for name in names}
    return [
        ((found[name].start, found[name].end) if name in found else (0, 0), [*map(str, told[name])])
        for name in names
    ]


def _stands_there(passages: Passages, span: tuple[int, int]) -> bool:
    """Say whether words, compared as anchoring compares them, are found where they are.

    A hyphen of `post- and pre-war` is a dash by itself, and dashes in a row are one.
    """
    source, sentences = passages.document.source, passages.sentences_of(span)
    scope = Stretch(passages.document, sentences[0].start, sentences[-1].end)
    return span in map(scope.original, occurrences(scope.find, fold(source[slice(*span)])))


@pytest.mark.parametrize(
    ("text", "number"),
    [("rain", 120), ("haqq", 50), ("ame", 30), *((f"mixed-{n}", 200) for n in RANDOM_TEXTS)],
)
def test_selections_anchor_on_exactly_their_words(
    page: Page, scripts: Path, scripts_site: str, text: str, number: int
) -> None:
    document = build_edition(Project.at(scripts))[0].text(text).document
    passages = Passages(document)
    open_composer(page, f"{scripts_site}texts/{text}.html")
    page.get_by_role("radio", name="Gloss").check()
    page.get_by_label("In one sentence").fill("Something.")
    random_ = random.Random(text)
    choices = [_choose(random_, document) for _ in range(number)]
    proposed = page.evaluate(SELECT, [chosen for chosen, _ in choices])
    contents = [_proposed(href)[1] for href, _ in proposed]
    places = _places_of(scripts, contents, text)
    wrong = []
    for (_, expected), (_, missing), content, (place, told) in zip(
        choices, proposed, contents, places, strict=True
    ):
        right = place == expected or (
            not _stands_there(passages, expected)
            and place[0] <= expected[0]
            and expected[1] <= place[1]
        )
        if not right or told or missing:
            words, there = document.source[slice(*expected)], document.source[slice(*place)]
            wrong.append((words, there, content, missing, told))
    assert wrong == []


def test_folding_is_the_same_in_both_languages(modules: Page) -> None:
    cases = line_cases(ROOT / "tests/anchoring/fixtures/folding.txt")
    texts = [case.values[0].parts[0] for case in cases]
    random_ = random.Random(1)
    letters = "ab e\u0301é—-- …“'’\u00ad\u200b\u00a0\n\t🙂雨가ᄀ\u1161क\u093c.ا"
    texts += ["".join(random_.choices(letters, k=12)) for _ in range(2000)]
    assert modules.evaluate(FOLDING, texts) == [fold(text) for text in texts]
