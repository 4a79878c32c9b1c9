"""What a site's search finds: sentences, notes and sources, each with its own address."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from annotated_reader.edition import Note, TextEdition
from annotated_reader.pages import prose
from annotated_reader.pages.source_list import Entry
from annotated_reader.pages.view import View

FINE = 300
"""Sentences of a page up to which each is an entry; of longer pages, each paragraph is one."""

SENTENCE, NOTE, SOURCE = 5.0, 2.0, 0.001
"""How much a find counts, by where it was made.

Material raises whole pages by 2.5 and titles by 1,000: that a source is called like the
words that are sought does not make it what the reader looks for.
"""


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """One thing to be found: the anchor to open, a title, plain text, and how much it counts."""

    anchor: str
    title: str
    text: str
    boost: float


def search_entries(
    text: TextEdition, sentences: Sequence[str], view: View
) -> tuple[SearchEntry, ...]:
    """Return the entries of some sentences of a text and of their notes, in reading order."""
    found = [*_passages(text, sentences, view)]
    for id_ in sentences:
        found += [_note(note, text, view) for note in text.by_sentence.get(id_, ())]
    return tuple(found)


def source_entries(sources: Iterable[Entry], view: View) -> tuple[SearchEntry, ...]:
    """Return the entries of some sources, each under the name by which notes cite it."""
    return tuple(
        SearchEntry(
            f"source-{entry.source.id}",
            view.bibliography.formatted[entry.source.id].short.striptags(),
            entry.full.striptags(),
            SOURCE,
        )
        for entry in sources
    )


def _passages(text: TextEdition, sentences: Sequence[str], view: View) -> Iterator[SearchEntry]:
    runs: list[list[str]] = []
    for id_ in sentences:
        goes_on = runs and text.sentence(id_).block == text.sentence(runs[-1][-1]).block
        if goes_on and len(sentences) > FINE:
            runs[-1].append(id_)
        else:
            runs.append([id_])
    for run in runs:
        title = view.words("sentence", number=run[0].removeprefix("s"))
        words = " ".join(text.words(id_) for id_ in run)
        yield SearchEntry(run[0], _titled(title, text, view), words, SENTENCE)


def _note(note: Note, text: TextEdition, view: View) -> SearchEntry:
    record = note.record
    kind = view.words(f"kind_{record.kind}")
    title = _titled(f"{view.words('note', label=note.label)}: {kind}", text, view)
    parts = [record.quote, prose.inline(record.lead).striptags()]
    parts += [prose.blocks(record.note).striptags()]
    parts += [use.source.text("title") for use in note.citations]
    return SearchEntry(note.anchor, title, " ".join(filter(None, parts)), NOTE)


def _titled(words: str, text: TextEdition, view: View) -> str:
    """Return the title of an entry; among several texts it says of which it is."""
    title = words[:1].upper() + words[1:]
    return title if len(view.edition.texts) == 1 else f"{title} – {text.short_title}"
