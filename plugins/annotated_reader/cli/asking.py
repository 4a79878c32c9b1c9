"""What `annotated-reader new` asks for, when somebody is there to answer."""

from collections.abc import Callable, Iterable

import click

from annotated_reader.notes import Vocabulary
from annotated_reader.notes.requirements import NEEDED, OWNERS, SAYING

Answers = dict[str, str | tuple[str, ...]]

_TERM = "Entry in the glossary (empty: it is not listed there)"


def complete(given: Answers, kind: str, vocabulary: Vocabulary, today: str) -> Answers:
    """Return what was given, and what its kind of note cannot be without asked for.

    A term, which a gloss can be without, may be left empty.
    """
    answers = dict(given)
    for key in NEEDED.get(kind, ()):
        if not answers.get(key):
            answers[key] = _QUESTIONS[key](vocabulary, today)
    if kind == OWNERS["term"] and not answers.get("term"):
        answers["term"] = click.prompt(_TERM, default="", show_default=False)
    if kind in SAYING and not (answers.get("lead") or answers.get("note")):
        answers["lead"] = click.prompt("In one sentence")
    verdict = vocabulary.verdicts.get(str(answers.get("verdict")))
    needs = verdict.needs if verdict else None
    if needs and (needs.source or needs.quote or needs.disagreement) and not answers.get("sources"):
        answers["sources"] = _list("Sources, like ID@LOCATOR=QUOTE")
    if needs and needs.searched and not answers.get("searched"):
        answers["searched"] = _list("Where you looked")
    return answers


def choose(question: str, choices: Iterable[str]) -> str:
    """Ask for one of a few words."""
    answer: str = click.prompt(question, type=click.Choice(list(choices)))
    return answer


def _verdict(vocabulary: Vocabulary, _: str) -> str:
    for verdict in vocabulary.verdicts.values():
        click.echo(f"  {verdict.id}: {verdict.meaning}")
    return choose("Verdict", vocabulary.verdicts)


def _list(question: str) -> tuple[str, ...]:
    found = []
    while answer := click.prompt(f"{question} (empty: no more)", default="", show_default=False):
        found.append(str(answer))
    return tuple(found)


_QUESTIONS: dict[str, Callable[[Vocabulary, str], str | tuple[str, ...]]] = {
    "verdict": _verdict,
    "checked": lambda _, today: str(click.prompt("Day of the verdict", default=today)),
    "sources": lambda *_: _list("Sources, like ID@LOCATOR"),
    "see": lambda *_: _list("Sentence or note that it points at"),
}
