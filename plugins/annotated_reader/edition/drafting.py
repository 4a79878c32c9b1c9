"""A new note: its place written so that it is found again, and the name of its file."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from unicodedata import category, normalize

from annotated_reader.anchoring import Finding, Passages, Selector, State, anchor
from annotated_reader.anchoring.revision.words import selector_for
from annotated_reader.edition.records import TextEdition

MAX_NAME = 60
"""Longest name of a file that is made, in characters."""


@dataclass(frozen=True, slots=True)
class Placing:
    """Where words stand: the selector that leads there, or why there is none."""

    selector: Selector | None
    findings: tuple[Finding, ...] = ()
    choices: tuple[str, ...] = ()
    """Sentences that the words stand in, where they stand in several."""


def place_words(text: TextEdition, asked: Selector) -> Placing:
    """Return the sentences and the shortest words that lead to what was asked for.

    Findings: those of `anchor`, of which R107 and R113 are mended by naming the sentence.
    """
    passages = Passages(text.document)
    target, findings = anchor(passages, asked)
    if target.state is not State.EXACT:
        return Placing(None, tuple(findings), _choices(passages, asked))
    if not target.quoted:
        return Placing(Selector(target.sentences))
    old = Selector(target.sentences, text.document.flat(target.start, target.end))
    found = selector_for(passages, target, old)
    return Placing(found or Selector(target.sentences, asked.quote, asked.prefix, asked.suffix))


def _choices(passages: Passages, asked: Selector) -> tuple[str, ...]:
    """Return the single sentences in which words that stand several times are certain."""
    found = []
    for sentence in passages.document.sentences if not asked.sentences else ():
        target, _ = anchor(passages, Selector((sentence.id,), asked.quote))
        found += [sentence.id] if target.state is State.EXACT else []
    return tuple(found)


def file_name(selector: Selector, words: str, taken: Collection[str]) -> str:
    """Return the name of a new file of notes: its sentence and a few words, in plain letters."""
    letters = normalize("NFKD", f"{selector.quote} {words}".lower())
    plain = "".join(letter for letter in letters if not category(letter).startswith("M"))
    parts = [*selector.sentences[:1], *re.findall(r"[a-z0-9]+", re.sub("['’]", "", plain))[:4]]
    stem = "-".join(parts)[:MAX_NAME].rstrip("-") or "note"
    names = (f"{stem}{number}.yml" for number in ("", *(f"-{n}" for n in range(2, 10_000))))
    return next(name for name in names if name not in taken)
