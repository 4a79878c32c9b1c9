import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.notes.links import refuse_link
from annotated_reader.notes.markdown import find_faults, note_markdown, parser_of
from tests.cases import Case, block_cases, lines_of

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", block_cases(FIXTURES / "markdown.txt"))
def test_faults(case: Case) -> None:
    markdown, expected = case.parts
    found = [f"{line + 1} {code} {message}" for line, code, message, _ in find_faults(markdown)]
    for shown, start in zip(found, lines_of(expected), strict=True):
        assert shown.startswith(start)


_PIECES = [
    *("*", "**", "_", "`", "```", "[", "]", "(", ")", "![", "](", "<", ">", "</", "<!--", "-->"),
    *("\n", "\n\n", "    ", "- ", "1. ", "> ", "#", "\\", "&#x3c;", "&lt;", "a", " ", "é"),
    *(
        "https://example.org/",
        "javascript:alert(1)",
        "<b>",
        "<script>",
        "onload=",
        "[a]: ",
        '"',
        "'",
    ),
]


@given(st.one_of(st.lists(st.sampled_from(_PIECES), max_size=40).map("".join), st.text()))
def test_a_note_without_faults_renders_without_html_images_and_bad_links(markdown: str) -> None:
    if list(find_faults(markdown)):
        return
    for block in note_markdown().parse(markdown):
        for token in [block, *(block.children or ())]:
            assert token.type not in ("html_block", "html_inline", "image", "heading_open", "hr")
            if token.type == "link_open":
                assert refuse_link(str(token.attrGet("href"))) is None


@pytest.mark.parametrize(
    "piece", ["> ", "- ", "[", "![", "*", "_", "`", "<", "&", "](", "\\", "1. "]
)
def test_five_thousand_characters_of_one_mark_are_read_at_once(piece: str) -> None:
    list(find_faults((piece * 5000)[:5000]))


def test_other_peoples_attacks_are_faults_or_harmless(outside: Path) -> None:
    path = outside / "fixtures" / "xss" / "payloadbox-xss-payload-list.txt"
    attacks = path.read_text(encoding="utf-8", errors="replace").split("\n")
    assert len(attacks) > 6000
    for attack in attacks:
        if list(find_faults(attack)):
            continue
        rendered = note_markdown().render(attack)
        assert "<script" not in rendered.lower()
        assert "<img" not in rendered.lower()
        assert 'href="javascript:' not in rendered.lower()


def test_other_peoples_attacks_with_names(outside: Path) -> None:
    path = outside / "fixtures" / "xss" / "dompurify-expect.json"
    cases = json.loads(path.read_text(encoding="utf-8"))
    payloads = [case["payload"] for case in cases]
    faulty = [payload for payload in payloads if list(find_faults(payload))]
    assert len(payloads) > 200
    assert len(faulty) / len(payloads) > 0.9


@pytest.mark.parametrize(
    "piece", ["[", "![", "*[", "[a](", "*a_", "`[", "<a ", "- a\n", "[a](b) ", "[a](" + "b" * 600]
)
def test_more_marks_than_a_note_needs_are_told_and_shown_as_words(piece: str) -> None:
    tangled = (piece * 5000)[:5000]
    start = time.process_time()
    assert [fault[1] for fault in find_faults(tangled)] == ["R203"]
    html = parser_of(tangled).render(tangled)
    assert time.process_time() - start < 0.1
    assert set(re.findall(r"<(\w+)", html)) == {"p"}


def test_many_marks_are_not_too_many() -> None:
    links = "*One* of [them](https://example.org/a) and [others](https://example.org/b).\n" * 30
    for note in (links, "- a\n" * 70, "[…] " * 70, "\\*\\[" * 1200, "a_b_c " * 60, "[[[a]]]"):
        assert list(find_faults(note)) == []
        assert parser_of(note) is note_markdown()
