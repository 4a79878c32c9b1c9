"""The pages of a text: its sentences with their controls, and the list of its notes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from annotated_reader.edition import Address, Note, TextEdition
from annotated_reader.pages.addresses import annotations_path
from annotated_reader.pages.arcs import arc_diagram
from annotated_reader.pages.choices import choices_of
from annotated_reader.pages.environment import render
from annotated_reader.pages.metadata import head_of_text
from annotated_reader.pages.page import Heading, Page
from annotated_reader.pages.parts import Part, sentences_of
from annotated_reader.pages.search import search_entries
from annotated_reader.pages.strip import signs
from annotated_reader.pages.view import View, annotated_files, shorten
from annotated_reader.text import Block, BlockKind, Sentence


@dataclass(frozen=True, slots=True)
class _Layout:
    """One page of a text: its blocks, the sentences in them, and what heads them."""

    title: Block | None
    body: tuple[Block, ...]
    sentences: Mapping[Block, list[Sentence]]
    here: list[str]
    """Ids of the sentences of the page."""
    levels: Mapping[Block, int]
    heading_ids: Mapping[Block, str]
    groups: list[tuple[str, tuple[Note, ...]]]
    """The sentences behind which there is something, with their notes."""


def text_page(text: TextEdition, parts: tuple[Part, ...], number: int, view: View) -> Page:
    """Return one of the pages of a text."""
    part = parts[number]
    layout = _lay_out(text, part, chapter=number > 0)
    here = layout.here
    html = render(
        "text.html",
        view,
        text=text,
        counts=text.counts,
        vocabulary=view.edition.vocabulary,
        part=part,
        parts=parts,
        chapter=number > 0,
        title_block=layout.title,
        blocks=layout.body,
        sentences=layout.sentences,
        annotations=view.path(annotations_path(text.slug)),
        address=Address,
        gaps=_gaps(text, layout.here),
        levels=layout.levels,
        heading_ids=layout.heading_ids,
        groups=layout.groups,
        strip=signs(text, here, view),
        arcs=arc_diagram(text, here, view),
        choices=choices_of(text, here),
        contents=parts[1:] if number == 0 else (),
        neighbours=view.neighbours(text.slug) if number == 0 else (None, None),
        before=parts[number - 1] if number > 0 else None,
        after=parts[number + 1] if 0 < number < len(parts) - 1 else None,
    )
    description = text.record.description or shorten(text.words(here[0]), 30) if here else ""
    name = part.title if number == 0 else f"{part.title} – {text.title}"
    return Page(
        part.path,
        name,
        description,
        html,
        _headings(text, layout, view),
        aside=number > 0,
        written_in=annotated_files(text),
        head=head_of_text(text, name, view),
        search=search_entries(text, here, view),
    )


def _lay_out(text: TextEdition, part: Part, *, chapter: bool) -> _Layout:
    blocks = text.document.blocks[part.first_block : part.end_block]
    sentences: dict[Block, list[Sentence]] = defaultdict(list)
    for sentence in sentences_of(text, part):
        sentences[text.document.blocks[sentence.block]].append(sentence)
    title = _title_block(blocks, chapter=chapter)
    body = blocks[1:] if title else blocks
    here = [sentence.id for block in blocks for sentence in sentences[block]]
    top = min((block.level for block in body if block.kind is BlockKind.HEADING), default=2)
    return _Layout(
        title=title,
        body=body,
        sentences=sentences,
        here=here,
        levels={block: min(6, block.level - top + 2) for block in body},
        heading_ids={block: f"h-{sentences[block][0].id}" for block in body if block.level},
        groups=[(id_, text.by_sentence.get(id_, ())) for id_ in here if text.is_annotated(id_)],
    )


def _headings(text: TextEdition, layout: _Layout, view: View) -> tuple[Heading, ...]:
    levels, ids = layout.levels, layout.heading_ids
    headings = [Heading(levels[b], _words(text, b), ids[b]) for b in layout.body if b.level]
    if layout.groups:
        headings.append(Heading(2, view.words("notes"), "notes"))
    return tuple(headings)


def _gaps(text: TextEdition, sentences: Iterable[str]) -> dict[str, str]:
    """Return what stands between a sentence and the next, where it is not just white space.

    That is nothing at all, or marks of headings: the composer must know, since anchoring does.
    """
    pairs = pairwise(text.sentence(id_) for id_ in sentences)
    gaps = {one.id: text.document.source[one.end : other.start] for one, other in pairs}
    return {id_: _spaced(gap) for id_, gap in gaps.items() if not gap or gap.strip()}


def _spaced(gap: str) -> str:
    return f" {' '.join(gap.split())} " if gap else ""


def _title_block(blocks: tuple[Block, ...], *, chapter: bool) -> Block | None:
    """Return the block that is the heading of the whole page, if there is one."""
    if not blocks:
        return None
    heads_page = blocks[0].kind is BlockKind.TITLE or (chapter and blocks[0].level > 0)
    return blocks[0] if heads_page else None


def _words(text: TextEdition, block: Block) -> str:
    return " ".join(text.document.source[block.start : block.end].split())
