"""A note with its sentence as HTML that any page can hold: as it will read."""

import re

from markupsafe import Markup, escape

from annotated_reader.edition import Citation, Note, TextEdition
from annotated_reader.pages import note_blocks, note_inline

_WHITE_SPACE = re.compile(r"\s+")


def how_it_reads(text: TextEdition, note: Note) -> Markup:
    """Return the sentence with the words of a note, and the note."""
    record = note.record
    parts = [_sentence(text, note), Markup("<blockquote>"), _head(note)]
    if record.lead:
        parts.append(Markup('<p dir="auto">{}</p>').format(note_inline(record.lead)))
    parts.append(note_blocks(record.note))
    parts += [_list([_citation(use) for use in note.citations])]
    parts += [_list([escape(f"see {place}") for place in record.see])]
    parts.append(Markup("</blockquote>"))
    return Markup("\n").join(part for part in parts if part) + "\n"


def _sentence(text: TextEdition, note: Note) -> Markup:
    """Return the sentences of a note, its words in them bold."""
    target, document = note.target, text.document
    if not target.sentences:
        return Markup("<p><i>{}</i></p>").format("This note is looking for its place.")
    start = text.sentence(target.sentences[0]).start
    end = text.sentence(target.sentences[-1]).end
    pieces = (
        document.source[start : target.start],
        document.source[target.start : target.end],
        document.source[target.end : end],
    )
    before, words, after = (_WHITE_SPACE.sub(" ", piece) for piece in pieces)
    shape = "<p dir='auto'>{} {}<b>{}</b>{}</p>" if target.quoted else "<p dir='auto'>{} {}{}{}</p>"
    return Markup(shape).format(target.sentences[0], before, words, after)  # noqa: S704


def _head(note: Note) -> Markup:
    verdict = note.verdict.label if note.verdict else ""
    status = "" if note.current else "withdrawn"
    reasons = ", ".join(reason.label for reason in note.reasons)
    by = f"by {', '.join(note.record.by)}" if note.record.by else ""
    parts = filter(None, (note.record.kind, verdict, reasons, status, note.record.checked, by))
    return Markup("<p><i>{}</i></p>").format(" · ".join(parts))


def _citation(use: Citation) -> Markup:
    title = use.source.text("title")
    url = use.source.address
    shown = Markup('<a href="{}">{}</a>').format(url, title) if url else escape(title)
    quote = f" “{use.quote}”" if use.quote else ""
    locator = f", {use.locator}" if use.locator else ""
    return Markup("{}{}{} ({})").format(shown, locator, quote, use.relation)


def _list(items: list[Markup]) -> Markup:
    if not items:
        return Markup("")
    return Markup("<ul>{}</ul>").format(
        Markup("").join(Markup('<li dir="auto">{}</li>').format(item) for item in items)
    )
