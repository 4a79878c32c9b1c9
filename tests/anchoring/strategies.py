"""Random small texts with copies of words and sentences, edits of them, and notes on them."""

from collections.abc import Callable

from hypothesis import strategies as st

from annotated_reader.anchoring import Selector
from annotated_reader.problems import Place
from annotated_reader.text import Document, ListedSentence

WORDS = ["rain", "bridge", "no", '"no"', "“no”", "said", "the", "雨"]
Sentences = list[str]

_DAYS = ["Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur"]
_OWN = ["Aardvarks climb", "Oxen dream", "Whales sing", "Quails hum", "Zebus jump", "Yaks fly"]
APART = [f"{words} on {day}days." for words, day in zip(_OWN, _DAYS, strict=True)]
"""Sentences that have next to nothing in common."""

_sentence = st.lists(st.sampled_from(WORDS), min_size=4, max_size=14).map(" ".join)


def old_texts() -> st.SearchStrategy[Sentences]:
    """A few sentences without their full stops; some are copies."""
    return st.lists(st.one_of(_sentence, _sentence, st.just("no")), min_size=1, max_size=5)


def text_of(sentences: Sentences) -> str:
    """Return the text of sentences; each is a paragraph of its own, so that none is cut."""
    return "\n\n".join(f"{sentence}." for sentence in sentences)


def case_of(old: Sentences, new: Sentences) -> dict[str, str]:
    """Return the case of an edit, for `make_revision`."""
    listed = [f"s{number}→{sentence}." for number, sentence in enumerate(old, start=1)]
    return {"old": "\n".join(listed), "new": text_of(new)}


def listed(document: Document) -> list[ListedSentence]:
    """Return the list of the sentences of a document, as it would be read from sentences.tsv."""
    return [
        ListedSentence(s.id, " ".join(document.words(s).split()), False, Place("sentences.tsv"))
        for s in document.sentences
    ]


def _with_other_word(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    words = new[at].split()
    place = draw(st.integers(0, len(words)))
    other = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    words[place : place + draw(st.integers(0, 2))] = other
    return [*new[:at], " ".join(words or ["no"]), *new[at + 1 :]]


def _without(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    return new[:at] + new[at + 1 :]


def _with_another(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    return [*new[:at], draw(st.one_of(_sentence, st.sampled_from(new))), *new[at:]]


def _moved(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    rest = new[:at] + new[at + 1 :]
    to = draw(st.integers(0, len(rest)))
    return [*rest[:to], new[at], *rest[to:]]


def _split(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    words = new[at].split()
    half = draw(st.integers(0, len(words)))
    parts = [" ".join(words[:half]), " ".join(words[half:])]
    return [*new[:at], *filter(None, parts), *new[at + 1 :]]


def _joined(draw: st.DrawFn, new: Sentences, at: int) -> Sentences:
    return [*new[:at], " ".join(new[at : at + 2]), *new[at + 2 :]]


_EDITS: list[Callable[[st.DrawFn, Sentences, int], Sentences]] = [
    *(_with_other_word, _with_other_word, _without, _with_another, _moved, _split, _joined)
]


@st.composite
def edits(draw: st.DrawFn) -> tuple[Sentences, Sentences]:
    """A text before and after an edit of one place, or of a few."""
    old = draw(old_texts())
    new = list(old)
    for edit in draw(st.lists(st.sampled_from(_EDITS), min_size=1, max_size=3)):
        if new:
            new = edit(draw, new, draw(st.integers(0, len(new) - 1)))
    return old, new or ["rain"]


@st.composite
def edits_of_words(draw: st.DrawFn) -> tuple[Sentences, Sentences]:
    """One sentence full of copies of words, before and after edits of a few of them."""
    words = st.sampled_from(WORDS[2:7])
    old = [" ".join(draw(st.lists(words, min_size=8, max_size=16)))]
    new = _with_other_word(draw, old, 0)
    return old, _with_other_word(draw, new, 0) if draw(st.booleans()) else new


@st.composite
def selectors(draw: st.DrawFn, old: Sentences) -> Selector:
    """A note on a sentence, or on words of it, with as much of what stands around them as it likes."""
    index = draw(st.integers(0, len(old) - 1))
    at = (f"s{index + 1}",)
    words = f"{old[index]}.".split()
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    if draw(st.booleans()) and draw(st.booleans()):
        return Selector(at if draw(st.booleans()) else (*at, f"s{index + 2}")[: len(old) - index])
    before = words[max(0, start - draw(st.integers(0, 2))) : start]
    after = words[end : end + draw(st.integers(0, 2))]
    return Selector(
        draw(st.sampled_from([at, at, ()])),
        " ".join(words[start:end]),
        " ".join(before),
        " ".join(after),
    )
