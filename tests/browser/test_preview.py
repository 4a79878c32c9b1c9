"""The preview of the composer shows a note as the site will, for the Markdown that its hint names."""

import re
from pathlib import Path

from playwright.sync_api import Page

from annotated_reader.notes.markdown import note_markdown
from tests.cases import line_cases

PREVIEW = """async notes => {
    const { blocks } = await import('./preview.js');
    return notes.map(note => {
        const shown = document.createElement('div');
        shown.append(...blocks(note.split('\\n')));
        return shown.innerHTML;
    });
}"""


def _plain(html: str) -> str:
    """Return HTML without what does not change how a note reads, nor what the site leaves out."""
    html = re.sub(r' (?:rel|target|title)="[^"]*"| start="1"', "", html)
    html = html.replace("<br />", "<br>").replace("&quot;", '"').replace("\n</code>", "</code>")
    return re.sub(r"\s*(</?(?:li|p|ul|ol|pre|blockquote|br)\b[^>]*>)\s*", r"\1", html)


def _tight(html: str) -> str:
    return re.sub(r"(?<=<li>)<p>|</p>(?=</li>|<ul>|<ol>)", "", _plain(html))


def test_the_preview_is_what_the_site_shows(modules: Page) -> None:
    notes = [
        param.values[0].parts[0]
        for param in line_cases(Path(__file__).parent / "fixtures/preview.txt")
    ]
    markdown = note_markdown()
    for note, shown in zip(notes, modules.evaluate(PREVIEW, notes), strict=True):
        assert _tight(shown) == _tight(markdown.render(note)), note
