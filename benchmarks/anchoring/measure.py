"""Running every way of anchoring on every edit, and counting where the notes land."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from annotated_reader.anchoring import Clue, Passages, Selector, State, locate_all
from annotated_reader.anchoring.revision import Carrier, revise
from annotated_reader.problems import Place
from annotated_reader.text import Document, ListedSentence, cut
from benchmarks.anchoring.best_score import place
from benchmarks.anchoring.edits import COPIES, EDITS, NO_PLACE
from benchmarks.anchoring.notes import Wanted, as_book, choose, lay_out

OUTCOMES = ("right", "flagged right", "silently wrong", "flagged wrong", "lost")
FEW = 200
"""Notes up to which the best-score rule is run as well."""

Landing = tuple[State, int, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One note after one edit: by which way, and how it ended."""

    way: str
    edit: str
    whole: bool
    length: int
    repeated: bool
    """Whether the words stood in several places, or were copied by the edit."""
    outcome: str


def run(document: Document, foreign: list[str], seed: int, share: float) -> Iterator[Outcome]:
    """Yield the outcome of every note of a text, for every edit and every way of anchoring."""
    for edit in EDITS:
        for whole in (True, False):
            yield from _run_edit(
                document, foreign, Random(f"{seed} {edit} {whole}"), share, edit, whole
            )


def _run_edit(
    document: Document, foreign: list[str], random: Random, share: float, edit: str, whole: bool
) -> Iterator[Outcome]:
    book, wanted = choose(as_book(document), random, share, whole=whole)
    old_text, _ = lay_out(book)
    edited = EDITS[edit](book, {note.key for note in wanted}, foreign, random)
    text, places = lay_out(edited)
    ways = {
        "with memory": _with_memory(document, text, wanted),
        "without memory": _without_memory(text, wanted),
    }
    if len(wanted) <= FEW:
        ways["best score"] = _best_score(text, wanted)
    copies = Counter(" ".join(piece.words.split()) for paragraph in book for piece in paragraph)
    for way, landings in ways.items():
        for note, landing in zip(wanted, landings, strict=True):
            truth = None if edit in NO_PLACE else places.get(note.key)
            sentence = " ".join(document.words(document.sentences[note.key]).split())
            repeated = copies[sentence] > 1 or old_text.count(note.quote) > 1 or edit in COPIES
            yield Outcome(way, edit, whole, len(note.quote), repeated, _judge(landing, truth))


def _judge(landing: Landing, truth: tuple[int, int] | None) -> str:
    state, start, end = landing
    placed = state in (State.EXACT, State.MOVED, State.EDITED)
    silent = state in (State.EXACT, State.MOVED)
    if truth is None:
        if not placed:
            return "right"
        return "silently wrong" if silent else "flagged wrong"
    if not placed:
        return "lost"
    shared = min(end, truth[1]) - max(start, truth[0])
    union = max(end, truth[1]) - min(start, truth[0])
    if shared >= union / 2:
        return "right" if silent else "flagged right"
    return "silently wrong" if silent else "flagged wrong"


def _with_memory(document: Document, text: str, wanted: list[Wanted]) -> list[Landing]:
    nowhere = Place("sentences.tsv")
    listed = [
        ListedSentence(s.id, " ".join(document.words(s).split()), False, nowhere)
        for s in document.sentences
    ]
    carrier = Carrier(revise(text, listed, language="en", markdown=False))
    landings = []
    for note in wanted:
        id_ = document.sentences[note.key].id
        selector = Selector((id_,), "" if note.whole else note.quote, _near(note.prefix, note), "")
        carried = carrier.carry(selector)
        landings.append((carried.state, carried.target.start, carried.target.end))
    return landings


def _near(prefix: str, note: Wanted) -> str:
    """Return the word before a phrase, so that it is unique in its sentence."""
    return "" if note.whole else " ".join(prefix.split()[-4:])


def _without_memory(text: str, wanted: list[Wanted]) -> list[Landing]:
    document, _ = cut(text, language="en", markdown=False, listed=[])
    assert document is not None
    passages = Passages(document)
    clues = [Clue(note.quote, note.prefix, note.suffix, note.position) for note in wanted]
    return [(found.state, found.start, found.end) for found in locate_all(passages, clues)]


def _best_score(text: str, wanted: list[Wanted]) -> list[Landing]:
    landings: list[Landing] = []
    for note in wanted:
        found = place(text, note.quote, note.prefix, note.suffix, note.position)
        landings.append((State.EXACT, *found) if found else (State.LOST, 0, 0))
    return landings
