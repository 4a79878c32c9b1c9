from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.text import BlockKind
from annotated_reader.text.blocks import find_blocks
from tests.cases import Case, block_cases, lines_of
from tests.text.strategies import texts

FIXTURES = Path(__file__).parent / "fixtures"
LINE_ENDS = str.maketrans({"\n": " / ", "\r": ""})


def _shown(source: str, *, markdown: bool) -> list[str]:
    shown = []
    for block in find_blocks(source, markdown=markdown):
        level = f" {block.level}" if block.kind is BlockKind.HEADING else ""
        words = source[block.start : block.end].translate(LINE_ENDS)
        shown.append(f"{block.kind}{level} | {words}")
    return shown


@pytest.mark.parametrize("case", block_cases(FIXTURES / "blocks-plain.txt"))
def test_plain_text(case: Case) -> None:
    source, expected = case.parts
    assert _shown(source, markdown=False) == lines_of(expected)


@pytest.mark.parametrize("case", block_cases(FIXTURES / "blocks-markdown.txt"))
def test_markdown(case: Case) -> None:
    source, expected = case.parts
    assert _shown(source, markdown=True) == lines_of(expected)


@given(texts(), st.booleans())
def test_every_character_that_is_not_white_space_or_a_mark_lies_in_one_block(
    source: str, markdown: bool
) -> None:
    end = 0
    for block in find_blocks(source, markdown=markdown):
        assert end <= block.start < block.end
        assert not _words(source[end : block.start])
        assert not source[block.start].isspace()
        assert not source[block.end - 1].isspace()
        end = block.end
    assert not _words(source[end:])


def _words(between: str) -> str:
    """Return what is left of a stretch between blocks without white space and heading marks."""
    return "".join(c for c in between if not c.isspace() and c not in "#\ufeff")


@given(texts(), st.booleans())
def test_only_the_first_block_may_be_the_title(source: str, markdown: bool) -> None:
    kinds = [block.kind for block in find_blocks(source, markdown=markdown)]
    assert BlockKind.TITLE not in kinds[1:]
