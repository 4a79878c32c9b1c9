"""Making a stranger's words fit a note: our small Markdown, and no character that hides."""

import re

from annotated_reader.files import without_hiding_characters
from annotated_reader.imports.html_to_markdown import escape_markdown, html_to_markdown
from annotated_reader.notes.markdown import find_faults, note_markdown

_SURROGATE = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    """Return a text without what no file of ours may hold; half characters become U+FFFD."""
    text = _SURROGATE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    return without_hiding_characters(text)


def one_line(text: str, limit: int = 60) -> str:
    """Return the beginning of a text in one line, for naming it."""
    words = " ".join(cleaned(text[: 4 * limit]).split())
    return words if len(words) <= limit else f"{words[: limit - 1].rstrip()}…"


def to_note(text: str, format_: str = "text/plain") -> str:
    """Return a text of a media type as Markdown that a note may have."""
    text = cleaned(text).strip()
    if format_ == "text/html":
        markdown = html_to_markdown(text)
    elif format_ in ("text/markdown", "text/x-markdown"):
        markdown = _small(text)
    else:
        markdown = "\n\n".join(
            escape_markdown(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip()
        )
    # Whatever went wrong, what is written must be a note.
    return escape_markdown(text) if is_faulty(markdown) else markdown


def is_faulty(markdown: str) -> bool:
    """Say whether a note must not have this: HTML, images, links that are not allowed."""
    return any(True for _ in find_faults(markdown))


def _small(markdown: str) -> str:
    """Return Markdown as it is or, when a note must not have all of it, what a note may have."""
    if not is_faulty(markdown):
        return markdown
    return html_to_markdown(str(note_markdown(html=True).render(markdown)))
