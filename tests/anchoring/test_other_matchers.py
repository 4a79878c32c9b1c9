"""The cases of other programs that look for quotes, and where we answer otherwise on purpose."""

import json
from pathlib import Path
from typing import Any

from annotated_reader.anchoring import Finding, Passages, Selector, State, Target, anchor
from tests.anchoring.conftest import make_document


def _cases(outside: Path, name: str) -> Any:
    path = outside / "fixtures" / "annotator-matcher-cases" / name
    return json.loads(path.read_text(encoding="utf-8"))


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
    data = _cases(outside, "hypothesis-match-quote.json")
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
    texts = _cases(outside, "hypothesis-match-quote.json")["texts"]
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
    cases = _cases(outside, "apache-annotator.json")["text-quote-match-cases"]["testCases"]
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
