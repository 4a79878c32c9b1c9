"""A project in which every field that takes words holds a payload."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NOTES_A_TEXT = 400
MKDOCS = """\
site_name: Hostile
site_url: https://example.org/
use_directory_urls: false
edit_uri: https://example.org/edit/docs/
theme: {name: material, font: false, features: [content.action.edit]}
plugins: [search, annotated-reader]
"""


@dataclass(frozen=True)
class Deal:
    """Which payload each field of each note holds.

    Field f of note n holds payload step * n + f, so with step 1 and as many notes as
    payloads every payload comes to stand in every field; with step 4 and a quarter of
    the notes, each in a quarter of the fields.
    """

    payloads: Sequence[str]
    notes: range
    step: int = 1

    def of(self, number: int) -> Iterator[str]:
        """Yield the payloads for the fields of a note, without end."""
        place = number * self.step
        while True:
            yield self.payloads[place % len(self.payloads)]
            place += 1


def write_hostile(root: Path, deal: Deal) -> Path:
    """Write the project, a source for each note; return its folder."""
    _write(root, "mkdocs.yml", MKDOCS)
    _write(root, "docs/index.md", "# Home\n")
    _write_list(root, "annotations/sources.yml", "references", _source, deal, deal.notes)
    _write_list(root, "annotations/verdicts.yml", "verdicts", _verdict, deal, deal.notes[:40])
    for start in range(0, len(deal.notes), NOTES_A_TEXT):
        _write_text(root, deal, deal.notes[start : start + NOTES_A_TEXT])
    return root


def _write_text(root: Path, deal: Deal, numbers: range) -> None:
    slug = f"text-{numbers[0]}"
    quotes = [" ".join(next(deal.of(number)).split()) for number in numbers]
    ending = "md" if numbers[0] % 800 else "txt"
    _write(root, f"seeds/{slug}.{ending}", "Words\n\n" + "\n\n".join(quotes) + "\n")
    name = file_name(next(deal.of(numbers[-1])))
    _write_list(root, f"annotations/{slug}/{name}", "notes", _note, deal, numbers)
    record = json.dumps(_text(deal.of(numbers[0])), ensure_ascii=False)
    _write(root, f"annotations/{slug}/text.yml", f"{record}\n")


def file_name(payload: str) -> str:
    """Return a name of a file with as much of a payload as a file system takes."""
    return "x" + "".join(c for c in payload if c not in "/\0\r\n")[:60] + ".yml"


def _note(number: int, words: Iterator[str]) -> dict[str, Any]:
    quote = " ".join(next(words).split())[:1000]
    return {
        "quote": quote,
        "kind": "claim" if number % 10 == 0 else "citation",
        "verdict": f"v{number % 40}",
        "reasons": ["unclear"],
        "lead": next(words)[:400],
        "note": next(words),
        "sources": [
            {"source": f"p{number}", "locator": next(words)[:400], "quote": next(words)[:1000]}
        ],
        "searched": [next(words)[:400]],
        "by": [next(words)[:400]],
        "checked": "2026-01-01",
        "status": "withdrawn" if number % 7 == 0 else "current",
    }


def _source(number: int, words: Iterator[str]) -> dict[str, Any]:
    family, given, literal, url = (next(words)[:400] for _ in range(4))
    return {
        "id": f"p{number}",
        "type": "book",
        "title": next(words),
        "author": [{"family": family, "given": given}, {"literal": literal}],
        "container-title": next(words),
        "publisher": next(words),
        "URL": url if number % 2 else f"https://example.org/?q={url}",
        "language": next(words),
        "DOI": f"10.1000/{''.join(next(words).split())}" if number % 3 else next(words),
        "issued": next(words),
        "custom": {key: next(words) for key in ("consulted", "archived", "note", "archive-url")},
    }


def _verdict(number: int, words: Iterator[str]) -> dict[str, Any]:
    shown = {"label": next(words)[:400], "meaning": next(words)[:400], "badge": next(words)[:2]}
    return {"id": f"v{number % 40}", **shown, "tone": "open", "line": "solid"}


def _text(words: Iterator[str]) -> dict[str, Any]:
    record: dict[str, Any] = {key: next(words)[:400] for key in ("title", "author", "date")}
    record |= {"description": next(words), "rights": next(words), "editors": [next(words)[:400]]}
    return record | {"source": {"url": next(words)[:400], "note": next(words)}}


def _write_list(root: Path, name: str, key: str, make: Any, deal: Deal, numbers: range) -> None:
    items = (json.dumps(make(number, deal.of(number)), ensure_ascii=False) for number in numbers)
    _write(root, name, f"{key}:\n" + "".join(f"- {item}\n" for item in items))


def _write(root: Path, name: str, content: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")
