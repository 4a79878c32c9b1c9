"""Which sources a note uses: written in short as an option, or asked for one by one."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

import click

from annotated_reader.imports.sources.ids import free_id, proposed_id
from annotated_reader.notes.csl import TYPES
from annotated_reader.notes.format import SourceRelation
from annotated_reader.problems import did_you_mean

Use = Mapping[str, str]
"""One use of a source: `source`, `locator`, `quote`, `relation`, as far as they are known."""

NEW = "new"
"""What is answered in place of an id for a source that the site does not have."""

_WAYS = {"+": "supports", "-": "contradicts", "~": "context"}
_ASKED = {
    "title": "  Title",
    "author": "  Authors (Family name, Given name; next one)",
    "container-title": "  Newspaper, journal or book that it is in",
    "publisher": "  Publisher",
    "issued": "  Date, like 2020 or 2020-11-10",
    "URL": "  Address (https://…)",
}
"""What is asked of a new source; more can be written into the file."""


@dataclass(frozen=True, slots=True)
class Cited:
    """The sources that a note uses, and the entries of those that its file brings."""

    uses: tuple[Use, ...] = ()
    brought: tuple[Mapping[str, Any], ...] = field(default=())


def read_use(written: str) -> Use:
    """Return the use of a source from `+id@locator=quote`, all but the id left out at will."""
    relation = _WAYS.get(written[:1], "")
    rest, _, quote = written[1 if relation else 0 :].partition("=")
    source, _, locator = rest.partition("@")
    return {"source": source, "locator": locator, "quote": quote, "relation": relation}


def ask_sources(known: Collection[str]) -> Cited:
    """Ask for sources until there are no more; those of `known` ids, and new ones by their fields."""
    taken = set(known)
    uses, brought = [], []
    while written := _prompt(f'Source: its id, or "{NEW}" (empty: no more)'):
        use = dict(read_use(written))
        if use["source"] == NEW:
            entry = _ask_entry(taken)
            taken.add(entry["id"])
            brought.append(entry)
            use["source"] = entry["id"]
        elif use["source"] not in taken:
            click.echo(
                f'There is no source "{use["source"]}". {did_you_mean(use["source"], taken)}'
            )
            continue
        uses.append(_completed(use))
    return Cited(tuple(uses), tuple(brought))


def _completed(use: dict[str, str]) -> Use:
    locator = use["locator"] or _prompt("  Where in it (page, paragraph)")
    quote = use["quote"] or _prompt("  The words that carry it")
    ways = click.Choice(get_args(SourceRelation))
    relation = use["relation"] or click.prompt(
        "  What it does to the text", type=ways, default=_WAYS["+"]
    )
    return {"source": use["source"], "locator": locator, "quote": quote, "relation": relation}


def _ask_entry(taken: Collection[str]) -> dict[str, Any]:
    kind = click.prompt(
        "  Type", type=click.Choice(sorted(TYPES)), default="webpage", show_choices=False
    )
    entry: dict[str, Any] = {"id": "", "type": kind, "title": click.prompt(_ASKED["title"])}
    for key, question in _ASKED.items():
        entry[key] = entry.get(key) or _prompt(question)
    entry["author"] = list(_people(entry["author"]))
    entry["id"] = free_id(proposed_id(entry), taken)
    return {key: value for key, value in entry.items() if value}


def _people(written: str) -> Iterator[Mapping[str, str]]:
    for name in filter(None, (part.strip() for part in written.split(";"))):
        family, _, given = (part.strip() for part in name.partition(","))
        yield {"family": family, "given": given} if given else {"literal": family}


def _prompt(question: str) -> str:
    answer: str = click.prompt(question, default="", show_default=False)
    return answer.strip()
