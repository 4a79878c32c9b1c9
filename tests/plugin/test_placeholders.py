"""Blocks of the edition in pages that were written by hand."""

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.conftest import Build


def test_a_hand_written_page_shows_blocks_of_the_edition(
    build_site: Build, messages: list[str]
) -> None:
    page = "# Home\n\n<!-- annotated-reader: strip essay -->\n\n[Later](#later)\n"
    html = (build_site({"docs/index.md": page}) / "index.html").read_text()
    assert '<a href="texts/essay/#s2"' in html
    assert "<!--" not in html
    assert len(messages) == 1
    assert "#later" in messages[0]


def test_links_into_a_block_are_checked(build_site: Build, messages: list[str]) -> None:
    events = "events:\n- {date: 2001, what: One., see: [s1]}\n"
    page = "# Home\n\n[One](#essay-event-1)\n\n<!-- annotated-reader: chronology -->\n"
    build_site({"docs/index.md": page, "annotations/essay/chronology.yml": events}, strict=True)
    assert messages == []


def test_an_unknown_block_ends_the_build_with_its_place(
    build_site: Build, messages: list[str]
) -> None:
    with pytest.raises(Abort):
        build_site({"docs/index.md": "# Home\n\n<!-- annotated-reader: stripe essay -->\n"})
    assert "docs/index.md:3:1: R605" in messages[0]
    assert 'Did you mean "strip"?' in messages[0]
