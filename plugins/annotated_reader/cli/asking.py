"""What `annotated-reader new` asks for, when somebody is there to answer."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import click

from annotated_reader.cli.asking_sources import Cited, ask_sources
from annotated_reader.edition import Edition
from annotated_reader.notes.requirements import NEEDED, OWNERS, SAYING

Answers = dict[str, Any]
"""What is said of a note by the keys of its format; `sources` is a `Cited`."""

_TERM = "Entry in the glossary (empty: it is not listed there)"


@dataclass(frozen=True, slots=True)
class Asking:
    """Somebody who answers, the edition that they write for, and the day on which they do."""

    edition: Edition
    today: str

    def complete(self, given: Answers) -> Answers:
        """Return what was given, and what its kind of note cannot be without asked for.

        A term, which a gloss can be without, may be left empty.
        """
        answers = dict(given)
        if answers["kind"] == OWNERS["term"]:
            self._fill(answers, "term")
        return self._needed(answers)

    def _needed(self, given: Answers) -> Answers:
        answers = dict(given)
        kind = answers["kind"]
        for key in NEEDED.get(kind, ()):
            self._fill(answers, key)
        if kind in SAYING and not answers.get("note"):
            self._fill(answers, "lead")
        verdict = self.edition.vocabulary.verdicts.get(str(answers.get("verdict")))
        needs = verdict.needs if verdict else None
        if needs and (needs.source or needs.quote or needs.disagreement):
            self._fill(answers, "sources")
        if needs and needs.searched:
            self._fill(answers, "searched")
        return answers

    def again(self, refused: Answers) -> Answers | None:
        """Return the answers with one of them given anew, or None when nothing is to change."""
        kind = refused["kind"]
        keys = [key for key in QUESTIONS if OWNERS.get(key, kind) == kind]
        question = f"What to answer anew ({', '.join(keys)}; empty: nothing)"
        choices = click.Choice(["", *keys])
        key = click.prompt(
            question, type=choices, default="", show_default=False, show_choices=False
        )
        return self._needed({**refused, key: QUESTIONS[key](self)}) if key else None

    def _fill(self, answers: Answers, key: str) -> None:
        if not answers.get(key):
            answers[key] = QUESTIONS[key](self)


def choose(question: str, choices: Iterable[str]) -> str:
    """Ask for one of a few words."""
    answer: str = click.prompt(question, type=click.Choice(list(choices)))
    return answer


def _verdict(asking: Asking) -> str:
    verdicts = asking.edition.vocabulary.verdicts
    for verdict in verdicts.values():
        click.echo(f"  {verdict.id}: {verdict.meaning}")
    return choose("Verdict", verdicts)


def _sources(asking: Asking) -> Cited | None:
    cited = ask_sources(asking.edition.sources)
    return cited if cited.uses else None


def _list(question: str) -> tuple[str, ...]:
    found = []
    while answer := click.prompt(f"{question} (empty: no more)", default="", show_default=False):
        found.append(str(answer))
    return tuple(found)


QUESTIONS: Mapping[str, Callable[[Asking], Any]] = {
    "verdict": _verdict,
    "checked": lambda asking: click.prompt("Day of the verdict", default=asking.today),
    "term": lambda _: click.prompt(_TERM, default="", show_default=False),
    "lead": lambda _: click.prompt("In one sentence"),
    "note": lambda _: click.prompt("Details", default="", show_default=False),
    "sources": _sources,
    "searched": lambda _: _list("Where you looked"),
    "see": lambda _: _list("Sentence or note that it points at"),
}
"""How each answer is asked for."""
