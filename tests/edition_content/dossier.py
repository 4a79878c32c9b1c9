"""Reading the dossier: its sources, its tables, and with what status it has some words.

The dossier marks what it says with [READ], [CITED], [MEMORY], [COMPUTED] or [INFERENCE]
behind the statement, in the same line, and each source of its list with the status in bold.
"""

import re
from dataclasses import dataclass
from pathlib import Path

_STATUS = re.compile(r"\b(READ|CITED|MEMORY|COMPUTED|INFERENCE)\b")
_MARK = re.compile(r"\[[^\]\[]*\b(?:READ|CITED|MEMORY|COMPUTED|INFERENCE)\b[^\]\[]*\]")
_SOURCE = re.compile(r"^- ((?:`[a-z0-9_-]+`(?: / )?)+) —(.*)$", re.MULTILINE)
_ID = re.compile(r"`([a-z0-9_-]+)`")
_BOLD_STATUS = re.compile(r"\*\*(READ|CITED|MEMORY)\*\*")
_URL = re.compile(r"https?://[^\s`*]+")
_QUOTATION = re.compile(r'"([^"]+)"')
_ROW = re.compile(r"^\| *(S[0-9][^|]*?) *\|(.*)\|$", re.MULTILINE)


@dataclass(frozen=True)
class DossierSource:
    """One entry of the source list."""

    status: str
    urls: frozenset[str]
    words: str


class Dossier:
    """The facts and sources of the edition, as they were researched."""

    def __init__(self, text: str) -> None:
        self.lines = [plain(line) for line in text.splitlines()]
        self.urls = _urls(text)
        self.sources: dict[str, DossierSource] = {}
        for found in _SOURCE.finditer(text):
            status = _BOLD_STATUS.search(found[2])
            assert status, f"{found[1]} has no status"
            entry = DossierSource(status[1], _urls(found[2]), found[2])
            self.sources |= dict.fromkeys(_ID.findall(found[1]), entry)

    @classmethod
    def at(cls, path: Path) -> "Dossier":
        return cls(path.read_text(encoding="utf-8"))

    def statuses(self, words: str, source: str) -> set[str]:
        """Return the statuses with which the dossier has some words, one for each place.

        That is the mark that follows them in their line, or else the status of their source.
        """
        wanted = plain(words)
        found: set[str] = set()
        for line in self.lines:
            start = line.find(wanted)
            if start >= 0:
                found.add(_mark(line, start + len(wanted)) or self.sources[source].status)
        return found

    def quotes(self, words: str) -> bool:
        """Return whether words, in any case, stand between quotation marks that are no memory."""
        wanted = plain(words).casefold()
        return any(
            wanted in quotation[1].casefold() and _mark(line, quotation.end()) != "MEMORY"
            for line in self.lines
            for quotation in _QUOTATION.finditer(line)
        )


def quotations(text: str) -> list[str]:
    """Return the words between quotation marks, in the order of the text."""
    return _QUOTATION.findall(plain(text))


def rows(text: str, section: str) -> list[tuple[str, str]]:
    """Return the first and second cell of each row about sentences in the table of a section."""
    part = text.split(f"\n### {section} ", 1)[1].split("\n### ", 1)[0]
    return [(found[1], found[2].split("|")[0].strip()) for found in _ROW.finditer(part)]


def plain(words: str) -> str:
    """Return words without emphasis, with plain quotation marks and single spaces."""
    flat = words.replace("**", "").replace("*", "").translate(str.maketrans("“”’‘", "\"\"''"))
    return " ".join(flat.split())


def _mark(line: str, start: int) -> str:
    """Return the first status in a line from some place on, empty without any."""
    mark = _MARK.search(line, start)
    status = _STATUS.search(mark[0]) if mark else None
    return status[1] if status else ""


def _urls(text: str) -> frozenset[str]:
    return frozenset(url.rstrip(".,;)") for url in _URL.findall(text))
