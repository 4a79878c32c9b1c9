"""`links.json`: written by `annotated-reader links`, one address a line, read by every build."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from annotated_reader.files import Folder, is_there, line_and_column, read_text
from annotated_reader.links.records import Link, Links
from annotated_reader.problems import MAX_FAULTS, Problem, at_most

FILE_NAME = "links.json"
_HINT = "Put the file back as it was, or delete it; then run `annotated-reader links`."


def read_links(path: Path, folder: Folder) -> tuple[Links | None, list[Problem]]:
    """Return what is known of the addresses; nothing where there is no file, None if it is broken.

    Problems: those of `read_text`, R015 for what `format_links` did not write, R017 after
    too much of it.
    """
    if not is_there(path):
        return MappingProxyType({}), []
    content, problems = read_text(path, folder)
    if content is None:
        return None, problems
    try:
        data = json.loads(content)
    except json.JSONDecodeError as error:
        place = folder.place(path, error.lineno, error.colno)
        return None, [Problem(place, "R015", f"is not JSON: {error.msg}.", _HINT)]
    except RecursionError:
        return None, [Problem(folder.place(path), "R015", "is nested too deeply.", _HINT)]
    except ValueError:
        # Of more than 4,300 digits Python makes no number.
        return None, [Problem(folder.place(path), "R015", "has a number that is too long.", _HINT)]
    if not isinstance(data, dict):
        message = "must hold addresses and what is known of them."
        return None, [Problem(folder.place(path), "R015", message, _HINT)]
    return _links(data, content, path, folder)


def _links(
    data: dict[str, Any], content: str, path: Path, folder: Folder
) -> tuple[Links | None, list[Problem]]:
    links: dict[str, Link] = {}
    problems = []
    for address, entry in data.items():
        try:
            links[address] = msgspec.convert(entry, Link)
        except msgspec.ValidationError as error:
            at = max(0, content.find(json.dumps(address, ensure_ascii=False)))
            place = folder.place(path, *line_and_column(content, at))
            problems.append(Problem(place, "R015", f"{error}.", _HINT))
            if len(problems) > MAX_FAULTS:
                return None, at_most(problems)
    return (None, problems) if problems else (MappingProxyType(links), [])


def merge(before: Links, now: Links, addresses: Iterable[str]) -> dict[str, Link]:
    """Return what is known of the addresses; what fails now keeps the day it was last reached.

    What was not asked now stays as it was; what the bibliography no longer has is left out.
    """
    known = {address: now.get(address) or before.get(address) for address in addresses}
    return {
        address: msgspec.structs.replace(link, reached=_reached(link, before.get(address)))
        for address, link in known.items()
        if link
    }


def _reached(link: Link, before: Link | None) -> str:
    return link.checked if link.is_reached else link.reached or (before.reached if before else "")


def format_links(links: Links) -> str:
    """Return the file: sorted, so that a change of one address is a change of one line."""
    lines = (
        f"{_json(address)}: {_json(msgspec.to_builtins(link))}"
        for address, link in sorted(links.items())
    )
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
