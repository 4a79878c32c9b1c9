"""Cross-references: where they lead, and the links back from there."""

import re
from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from annotated_reader.edition.records import Address, Backlink, CrossReference, Note
from annotated_reader.notes import Entry, EventRecord, NoteEntry
from annotated_reader.problems import Problem, did_you_mean

_SENTENCE = re.compile(r"s[0-9]+")
_LIKE_A_SENTENCE = re.compile(r"\W*s?\W*[0-9]+", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:|mailto:|www\.)\S*", re.IGNORECASE)


class Directory:
    """Every place that a cross-reference may name."""

    def __init__(self) -> None:
        self._texts: dict[str, dict[str, Address]] = {}
        self._lost: set[tuple[str, str]] = set()
        self._retired: set[tuple[str, str]] = set()

    def add_text(self, slug: str, sentences: list[str], retired: frozenset[str]) -> None:
        """Make the sentences of a text known, and the ids that are out of use."""
        self._texts[slug] = {id_: Address(slug, id_) for id_ in sentences}
        self._retired |= {(slug, id_) for id_ in retired}

    def add_note(self, slug: str, id_: str, address: Address) -> None:
        """Make a note known by its id."""
        self._texts[slug][id_] = address

    def add_lost(self, slug: str, id_: str) -> None:
        """Make a note without a place known: its own problem is told, a link to it is not another."""
        self._lost.add((slug, id_))

    def resolve(self, entry: NoteEntry, slug: str) -> tuple[list[CrossReference], list[Problem]]:
        """Return the cross-references of a note of a text.

        Problems: those of `places`.
        """
        places, problems = self.places(entry, slug)
        relation = entry.record.relation or ""
        return [CrossReference(place, relation) for place in places], problems

    def places(
        self, entry: NoteEntry | Entry[EventRecord], slug: str
    ) -> tuple[list[Address], list[Problem]]:
        """Return the places that `see` names in a note or an event of a text.

        Problems: R205 for each that leads nowhere.
        """
        places, problems = [], []
        for number, written in enumerate(entry.record.see):
            text, mark, name = written.rpartition("#")
            text = text if mark else slug
            target = self._find(text, name, alone=not mark)
            if target:
                places.append(target)
            elif _ADDRESS.fullmatch(written):
                problems.append(Problem(entry.place("see", number), "R205", *_outside(written)))
            elif (text, name) not in self._lost:
                place = entry.place("see", number)
                problems.append(Problem(place, "R205", *self._nowhere(text, name, alone=not mark)))
        return places, problems

    def _find(self, text: str, name: str, *, alone: bool) -> Address | None:
        """Return what is named; a name alone is a sentence or note of here, or else a text."""
        target = self._texts.get(text, {}).get(name)
        if target is None and alone and name in self._texts:
            return Address(name)
        return target

    def _nowhere(self, text: str, name: str, *, alone: bool) -> tuple[str, str]:
        if text not in self._texts:
            return f'there is no text "{text}".', did_you_mean(text, self._texts)
        if (text, name) in self._retired:
            return f'the sentence "{name}" of {text} is retired.', "Choose one that is in use."
        if _SENTENCE.fullmatch(name):
            last = [id_ for id_ in self._texts[text] if _SENTENCE.fullmatch(id_)][-1]
            return f'there is no sentence "{name}" in {text}.', f"The last one is {last}."
        if not name:
            hint = f'For the text as a whole, write "{text}".'
            return f'there is no note "" in {text}.', hint
        message = f'there is no note "{name}" in {text}'
        message += f', and no text "{name}".' if alone and len(self._texts) > 1 else "."
        return message, self._proposal(text, name, alone=alone)

    def _proposal(self, text: str, name: str, *, alone: bool) -> str:
        """Return the name most like this one: here, of a text, or of a note of another text.

        Sentences are proposed only for what looks like one.
        """
        sentences = bool(_LIKE_A_SENTENCE.fullmatch(name))
        here = (id_ for id_ in self._texts[text] if sentences or not _SENTENCE.fullmatch(id_))
        written = dict.fromkeys((*here, *(self._texts if alone else ())), "")
        for other, known in self._texts.items():
            for id_ in known if other != text else ():
                if not _SENTENCE.fullmatch(id_):
                    written.setdefault(id_, f"{other}#{id_}")
        proposal = did_you_mean(name, written, lambda word: written[word] or word)
        return proposal or "Give the note that is meant an `id:`."


def _outside(address: str) -> tuple[str, str]:
    message = f'"{address[:60]}" is an address, and `see:` names places of this site.'
    return message, "A link belongs into `note:`, as [words](https://…), a source into `sources:`."


def backlinks(notes: Mapping[str, list[Note]]) -> Mapping[str, Mapping[str, tuple[Backlink, ...]]]:
    """Return, by text and by anchor, what points there; withdrawn notes do not point.

    `notes` holds the placed notes of each text in reading order.
    """
    found: dict[str, dict[str, list[Backlink]]] = {slug: defaultdict(list) for slug in notes}
    for slug, of_text in notes.items():
        for note in of_text:
            if not note.current:
                continue
            source = Address(slug, note.target.sentences[-1], note.anchor)
            for reference in note.references:
                link = Backlink(source, reference.relation, note.label)
                links = found[reference.target.text][reference.target.anchor]
                if link not in links:
                    links.append(link)
    return MappingProxyType(
        {
            slug: MappingProxyType({anchor: tuple(links) for anchor, links in anchors.items()})
            for slug, anchors in found.items()
        }
    )
