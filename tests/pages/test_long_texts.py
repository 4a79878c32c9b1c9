"""Texts that are long, or deep: pages for chapters, finds by paragraph, headings within HTML's six."""

import pytest

from tests.pages.conftest import Pages
from tests.pages.reading_html import by_class, tree_of
from tests.small_site import TEXT

DAY = "It was a long day. "


def _seed(words: str) -> dict[str, str | None]:
    """The small project with another text, in Markdown, and without notes."""
    return {
        "seeds/essay.txt": None,
        "seeds/essay.md": words,
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": None,
    }


@pytest.mark.parametrize(("chapters", "pages"), [(0, 1), (1, 1), (2, 3)])
def test_a_long_text_is_divided_where_there_are_chapters(
    pages_of: Pages, chapters: int, pages: int
) -> None:
    words = f"{DAY * 100}\n\n" * 60
    body = "".join(f"## Chapter {n}\n\n{words}\n\n" for n in range(chapters)) or words
    found = [path for path in pages_of(_seed(f"# A Book\n\n{body}")) if "/essay" in path]
    assert len([path for path in found if path.startswith("texts/")]) == pages


@pytest.mark.parametrize(("times", "finds"), [(149, 300), (150, 3)])
def test_of_more_than_300_sentences_each_paragraph_is_a_find(
    pages_of: Pages, times: int, finds: int
) -> None:
    # The title, and one sentence more in the second paragraph than in the first.
    first, second = (DAY * times).strip(), (DAY * (times + 1)).strip()
    found = pages_of(_seed(f"# A Book\n\n{first}\n\n{second}"))[TEXT].search or ()
    assert len(found) == finds
    if finds == 3:
        assert [entry.anchor for entry in found] == ["s0", "s1", f"s{times + 1}"]
        assert [entry.text for entry in found] == ["A Book", first, second]


def test_headings_keep_within_the_six_levels_of_html(pages_of: Pages) -> None:
    words = "".join(f"{'#' * level} Level {level}\n\n{DAY}\n\n" for level in (1, 5, 6))
    page = pages_of(_seed(f"# A Book\n\n{words}"))[TEXT]
    tags = {e.get("id"): e.tag for e in tree_of(page.html).iter()}
    assert [heading.level for heading in page.headings] == [2, 6, 6]
    assert [tags[heading.anchor] for heading in page.headings] == ["h2", "h6", "h6"]


def test_what_stands_between_sentences_beside_white_space_is_told(pages_of: Pages) -> None:
    files = _seed("It is so.And so on. The end.\n\n## More ##\n\nOf it.")
    lines = ("It is so.", "And so on.", "The end.", "More", "Of it.")
    files["annotations/essay/sentences.tsv"] = "".join(
        f"s{number}\t{words}\n" for number, words in enumerate(lines, start=1)
    )
    sentences = by_class(tree_of(pages_of(files)[TEXT].html), "ar-s")
    gaps = [e.get("data-gap") for e in sentences]
    assert gaps == ["", None, " ## ", " ## ", None]


def test_a_reference_to_the_own_sentence_is_no_arc(pages_of: Pages) -> None:
    note = "- {at: s2, kind: cross-reference, see: [%s], relation: repeats, lead: x}\n"
    for other, arcs in (("s2", 0), ("s1", 1)):
        page = pages_of({"annotations/essay/notes.yml": "notes:\n" + note % other})[TEXT]
        assert len(list(by_class(tree_of(page.html), "ar-arc"))) == arcs
