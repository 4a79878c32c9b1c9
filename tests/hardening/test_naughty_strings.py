"""The big list of naughty strings, each shown exactly as it is, wherever words are shown.

Only strings with characters that hide or reorder text, or steer a terminal, are not shown:
each of those is told at its place (R005).
"""

import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.pages import Settings, build_pages
from tests.hardening.payloads import is_refused, naughty

REFUSED, BLANK = 15, 3
# CommonMark 0.31, section 2.4: any of these can be escaped.
_MARKS = re.compile(r"([!-/:-@\[-`{-~])")


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", text)


def _yaml(key: str, items: list[dict[str, object]]) -> str:
    return f"{key}:\n" + "".join(f"- {json.dumps(item, ensure_ascii=False)}\n" for item in items)


def _write(root: Path, strings: list[str]) -> None:
    notes: list[dict[str, object]] = []
    sources: list[dict[str, object]] = []
    for number, text in enumerate(strings):
        sources.append({"id": f"p{number}", "type": "book", "title": text})
        note = {"id": f"x{number}", "at": "s1", "kind": "citation", "lead": _escaped(text)[:400]}
        use = {"source": f"p{number}", "quote": text, "locator": text}
        notes.append({**note, "note": _escaped(text), "sources": [use], "by": [text]})
    for name, content in {
        "seeds/a.txt": "One sentence. Another one.\n",
        "annotations/a/n.yml": _yaml("notes", notes),
        "annotations/sources.yml": _yaml("references", sources),
    }.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def _text(element: Element | None) -> str:
    return _plain("".join(element.itertext())) if element is not None else "(not there)"


def _plain(text: str) -> str:
    """White space counts as in HTML: any run of it is one space."""
    return " ".join(text.split())


def _find(root: Element, name: str) -> Element | None:
    return next((e for e in root.iter() if name in str(e.get("class", "")).split()), None)


@pytest.fixture(scope="module")
def strings(outside: Path) -> list[str]:
    found = naughty(outside)
    assert len(found) == 515
    return found


def test_each_is_shown_as_it_is(strings: list[str], tmp_path: Path) -> None:
    shown = [text for text in strings if _plain(text).strip("\u200b ") and not is_refused(text)]
    assert len(shown) == len(strings) - REFUSED - BLANK
    _write(tmp_path, shown)
    edition, problems = build_edition(Project.at(tmp_path))
    assert {problem.code for problem in problems} <= {"R006", "R508", "R203"}
    pages = {page.path: page.html for page in build_pages(edition, Settings())}
    tree = html5lib.parseFragment(pages["texts/a.md"], namespaceHTMLElements=False)
    by_id = {element.get("id"): element for element in tree.iter() if element.get("id")}
    wrong = []
    for number, text in enumerate(shown):
        note = by_id.get(f"note-x{number}")
        if note is None:
            wrong.append((number, text, "no note"))
            continue
        parts = {"lead": "ar-lead", "note": "ar-body", "quote": "ar-quote", "title": "ar-open"}
        found = {key: _text(_find(note, name)) for key, name in parts.items()}
        wrong += [(number, key, told) for key, told in found.items() if told != _plain(text)]
    assert wrong == []


def test_the_others_are_told_at_their_place(strings: list[str], tmp_path: Path) -> None:
    hiding = [text for text in strings if is_refused(text)]
    assert len(hiding) == REFUSED
    for number, text in enumerate(hiding):
        root = tmp_path / str(number)
        _write(root, [text])
        _, problems = build_edition(Project.at(root))
        places = {p.place.file: p for p in problems if p.code in ("R005", "R010")}
        assert set(places) == {"annotations/a/n.yml", "annotations/sources.yml"}
        assert all(p.place.line == 2 for p in places.values())


def test_what_cannot_be_seen_is_told_wherever_it_stands(strings: list[str], tmp_path: Path) -> None:
    """The last three of 515: nothing, a space, and every white space that there is."""
    blank = [text for text in strings if not (_plain(text).strip("\u200b ") or is_refused(text))]
    assert len(blank) == BLANK
    fields = ("lead", "note", "quote", "locator", "by", "title")
    for number, text in enumerate(blank):
        root = tmp_path / str(number)
        _write(root, [text])
        _, problems = build_edition(Project.at(root))
        told = [problem.message.split('"')[1] for problem in problems if problem.code == "R203"]
        assert [name for name in fields if not any(key.startswith(name) for key in told)] == []
