"""From what a foreign annotation says to a note without a place."""

from collections.abc import Iterable

from annotated_reader.imports.html_to_markdown import escape_markdown
from annotated_reader.imports.records import Content
from annotated_reader.imports.small_markdown import one_line
from annotated_reader.notes import NoteRecord, Vocabulary

MAX_LEAD = 400
MAX_NOTE = 5000
"""Characters that `lead` and `note` may have (`notes.format`)."""

_MARKS_OF_BLOCKS = ("- ", "1. ", "> ", "#", "`")


def as_note(
    content: Content, vocabulary: Vocabulary, via: str = ""
) -> tuple[NoteRecord | None, str]:
    """Return a note that says this, or None and why there is none.

    `via` is the id of the annotation. The note is a gloss; where its author assesses the
    words and gives a verdict of the vocabulary as a tag, it is a claim.
    """
    verdicts = [tag for tag in content.tags if tag in vocabulary.verdicts]
    claims = content.assesses or "claim" in content.tags
    if claims and len(verdicts) == 1 and content.day:
        reasons = [tag for tag in content.tags if tag in vocabulary.reasons][:3]
        used = {*verdicts, *reasons, "claim"}
        text = with_lines(content.text, [_tag_line(t for t in content.tags if t not in used)])
        lead, note = split_lead(text)
        claim = NoteRecord(
            kind="claim",
            verdict=verdicts[0],
            reasons=reasons,
            lead=lead,
            note=note,
            by=people(content.by),
            via=via,
            checked=content.day,
        )
        return (claim, "") if len(note) <= MAX_NOTE else (None, too_long(note))
    tags = [tag for tag in content.tags if tag != "gloss"]
    if not content.text and not tags:
        return None, "it says nothing: words marked without a comment"
    day = f"Written on {content.day}." if content.day else ""
    lead, note = split_lead(with_lines(content.text, [_tag_line(tags), day]))
    if len(note) > MAX_NOTE:
        return None, too_long(note)
    by = people(content.by)
    return NoteRecord(kind="gloss", lead=lead, note=note, by=by, via=via), ""


def too_long(note: str) -> str:
    """Return why a note is too long."""
    return f"it has {len(note):,} characters; a note has {MAX_NOTE:,} at most"


def people(names: tuple[str, ...]) -> list[str]:
    """Return names as `by` may hold them."""
    lines = [one_line(name, 200) for name in names[:20]]
    return [line for line in dict.fromkeys(lines) if line]


def with_lines(text: str, lines: list[str]) -> str:
    """Return a text with some lines after it, each a paragraph; empty ones are left out."""
    return "\n\n".join(part for part in [text.strip("\n"), *lines] if part)


def split_lead(text: str) -> tuple[str, str]:
    """Return lead and note: a short first paragraph is shown first, the others unfold."""
    first, _, rest = text.partition("\n\n")
    plain = "\n" not in first and not first.startswith(_MARKS_OF_BLOCKS)
    if plain and len(first) <= MAX_LEAD and first == first.strip():
        return first, f"{rest}\n" if rest.strip() else ""
    return "", f"{text}\n" if text else ""


def _tag_line(tags: Iterable[str]) -> str:
    shown = ", ".join(escape_markdown(one_line(tag, 100)) for tag in tags)
    return f"Tags: {shown}" if shown else ""
