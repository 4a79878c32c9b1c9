"""A long text, of which each chapter is a page."""

from tests.pages.conftest import Pages
from tests.pages.reading_html import tree_of


def test_a_long_text_gets_a_page_for_each_chapter(pages_of: Pages) -> None:
    chapters = "".join(
        f"## Chapter {n}\n\n{'It was a long day. ' * 3000}Here is the end of {n}.\n\n"
        for n in (1, 2, 3)
    )
    notes = "notes:\n- {quote: Here is the end of 2, kind: cross-reference, see: [s1], lead: x, id: there}\n"
    pages = pages_of(
        {
            "seeds/essay.txt": None,
            "seeds/essay.md": f"# A Book\n\nA word before.\n\n{chapters}",
            "annotations/essay/sentences.tsv": None,
            "annotations/essay/notes.yml": notes,
        },
        directory_urls=False,
    )
    assert {path for path in pages if path.startswith("texts/essay")} == {
        "texts/essay/index.md",
        "texts/essay/1.md",
        "texts/essay/2.md",
        "texts/essay/3.md",
    }
    contents = tree_of(pages["texts/essay/index.md"].html)
    links = [e.get("href") for e in contents.iter("a") if (e.get("href") or "").endswith(".html")]
    assert links == ["1.html", "2.html", "3.html"]
    second = pages["texts/essay/2.md"]
    assert 'id="note-there"' in second.html
    assert 'href="index.html#s1"' in second.html
    assert 'rel="prev" href="1.html"' in second.html
    assert 'rel="next" href="3.html"' in second.html
    assert second.title == "Chapter 2 – An Essay"
    assert 'href="2.html#note-there"' in pages["texts/essay/index.md"].html
