"""Writing a note on the real page, and taking the file that the page proposes."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import Page

from annotated_reader.edition import Note, Project, build_edition
from tests.browser.conftest import TEXT

WIDTHS = [1280, 360]
SLUG = "9-november-agreement"
BEAT = "beat the president"
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
SELECT = f"""words => {{
    const sentence = document.getElementById('s20');
    sentence.scrollIntoView({{ block: 'center' }});
    const at = sentence.textContent.indexOf(words);
    {RANGE}
    const range = rangeOf('s20', at, 's20', at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
}}"""
"""Script that selects words of a sentence."""


def open_at(page: Page, site: str, width: int) -> None:
    """Open the page of the real text on a screen of a width."""
    page.set_default_timeout(8000)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site + TEXT)


def checked(project: Path, page: Page) -> tuple[Note, str]:
    """Return the note of the file that the page proposes, once `check` has accepted it."""
    href = page.locator(".ar-open-host").get_attribute("href") or ""
    parts = urlsplit(href)
    query = parse_qs(parts.query, strict_parsing=True)
    owner = "/annotated-reader/annotated-reader"
    assert (
        f"{parts.netloc}{unquote(parts.path)}" == f"github.com{owner}/new/main/annotations/{SLUG}"
    )
    name = f"annotations/{SLUG}/{query['filename'][0]}"
    content = query["value"][0]
    (project / name).write_text(content, encoding="utf-8", newline="")
    edition, problems = build_edition(Project.at(project))
    assert [str(problem) for problem in problems if problem.place.file == name] == []
    (note,) = (note for note in edition.text(SLUG).notes if note.place.file == name)
    return note, content


def words_of(project: Path, note: Note) -> str:
    """Return the words of the text that a note is about."""
    document = build_edition(Project.at(project))[0].text(SLUG).document
    return document.source[note.target.start : note.target.end]


def gloss(page: Page, lead: str) -> None:
    """Begin a gloss on the second sentence."""
    page.locator(".ar-add-note").click()
    page.get_by_label("Sentence", exact=True).fill("2")
    page.get_by_role("radio", name="Gloss").check()
    page.get_by_label("In one sentence").fill(lead)
