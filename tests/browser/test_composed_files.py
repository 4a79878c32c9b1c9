"""Whatever the composer accepts, `check` accepts, and its YAML reads back as the record.

Drafts are put together from pieces that are hard for YAML, for Markdown or for a rule, and
go through the modules of the composer in Chromium.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from annotated_reader.edition import Project, build_edition
from annotated_reader.files import Folder
from annotated_reader.notes.markdown import find_faults
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.problems import has_errors
from tests.cases import line_cases

SLUG = "9-november-agreement"
NUMBER = 800
COMPOSE = f"""async drafts => {{
    const {{ recordOf, problems }} = await import('./record.js');
    const {{ fileOf }} = await import('./yaml.js');
    return drafts.map(({{ selector, ...draft }}) => {{
        const record = recordOf(draft, selector);
        return [record, problems(record, '{SLUG}'), fileOf(record)];
    }});
}}"""
FAULTS = "async notes => notes.map((await import('./links.js')).faults)"

PIECES = [
    *("`", "``", "<b>", "<b ", "</p", "<", ">", "](", "](", "[", "]", ")", "(", "![", "\\", "!"),
    *("https://ok.org", "//evil", "javascript:x", "a@b.co", "<https://ok.org", "<a@b.co>", ":0"),
    *("\n", "\n\n", "\n- ", "\n> ", "\n1. ", "\n    ", "\n~~~\n", "\n```\n", "\n[r]: ", "[r]"),
    *(' "', '"', "'", ": ", " #", "# ", "- ", "? ", "%", "&#58;", "{", "}", ",", "|", "*", "@"),
    *(
        "null",
        "yes",
        "12:30",
        "0x1",
        "~",
        "=",
        "…",
        "’",
        "é",
        "e\u0301",
        "слово",
        "雨",
        "سلام",
        "🙂",
    ),
    *("\u00a0", "\u2003", "\u00ad", "\u200b", "\u2060", "\u2028", "\x85", "\x0b", "\t", "\r"),
    *("\ud800", "\udc00", "\ufffe", "\u202e", "\x01", *["word", " "] * 12),
]
DATES = [
    *("2020", "2020-11", "2020-11-10", "2021-02-29", "2020-02-29", "2020-02-30", "2021"),
    *("2020-13", "2020-21", "2020-25", "0000-02-29", "1900-02-29", "2020-1"),
]
ADDRESSES = [
    *("https://ok.org", "https://ok.org/a?b#c", "//evil", "https://a@ok.org", "https://ok.org:0"),
    *("https://ok.org:65536", "https://ok.org:443/", "http://ok", "mailto:a@b.co", "HTTP://OK.ORG"),
    *("https://ж.рф", "https://ok.org/{a}", f"https://ok.org/{'a' * 2000}"),
]
PLACES = [
    *("s1", "s13", "s999", f"{SLUG}#s2", "constructor#s1", "__proto__#s1", "toString", "#s1"),
    *(SLUG, "a#b#c", ""),
]


def _words(random_: random.Random, most: int) -> str:
    return "".join(random_.choices(PIECES, k=random_.randint(0, most)))


def _date(random_: random.Random) -> str:
    one, other = (
        random_.choice(["", "", "-"]) + random_.choice(DATES) + random_.choice(["", "", "~", "?"])
        for _ in range(2)
    )
    return random_.choice(["", one, one, f"{one}/{other}"])


def _source(random_: random.Random, number: int) -> dict[str, str]:
    return {
        "type": random_.choice(["book", "webpage", "leaflet"]),
        "title": _words(random_, 3) or "Title",
        # In one project no two files may bring a source of the same id.
        "author": f"Writer {number}, {_words(random_, 2)}; {_words(random_, 2)}",
        "container-title": _words(random_, 2),
        "publisher": "",
        "issued": _date(random_),
        "URL": random_.choice(["", *ADDRESSES]),
    }


def _use(random_: random.Random, number: int) -> dict[str, Any]:
    use = {
        "source": "osce-minsk-mandate-1995",
        "locator": _words(random_, 2),
        "quote": _words(random_, 3),
        "relation": random_.choice(["supports", "contradicts", "context"]),
    }
    return use | ({"own": _source(random_, number)} if random_.random() < 0.4 else {})


def _draft(random_: random.Random, number: int) -> dict[str, Any]:
    def few(made: Callable[[], Any]) -> list[Any]:
        return [made() for _ in range(random_.choice([0, 0, 1, 2]))]

    reasons = ["unclear", "outdated", "weak-source", "quote-altered"]
    return {
        "selector": random_.choice([*[{"at": ["s3"]}] * 8, {"at": ["s3", "s4"]}, None]),
        "kind": random_.choice(["claim", "citation", "cross-reference", "gloss", "gloss"]),
        "verdict": random_.choice(["supported", "contradicted", "disputed", "unverified", ""]),
        "reasons": random_.sample(reasons, k=random_.choice([0, 1, 3, 4])),
        "lead": _words(random_, random_.choice([1, 6])),
        "note": _words(random_, random_.choice([1, 12])),
        "sources": few(lambda: _use(random_, number)),
        "searched": _words(random_, 4),
        "see": few(lambda: random_.choice(PLACES)),
        "relation": random_.choice(["", "repeats"]),
        "by": random_.choice(["", "ann, bo", _words(random_, 3)]),
        "checked": random_.choice([*["2026-01-02"] * 4, "2026-02-30", "", "26-1-1"]),
    }


def test_what_the_composer_accepts_check_accepts(modules: Page, project: Path) -> None:
    random_ = random.Random(7)
    composed = modules.evaluate(COMPOSE, [_draft(random_, n) for n in range(NUMBER)])
    accepted = {
        f"{n}.yml": (record, file) for n, (record, told, file) in enumerate(composed) if not told
    }
    assert NUMBER / 10 < len(accepted) < NUMBER / 2
    folder = project / "annotations" / SLUG
    for name, (record, file) in accepted.items():
        (folder / name).write_text(file, encoding="utf-8", newline="")
        read, _ = read_yaml(folder / name, Folder(folder, ""))
        assert read is not None
        assert read.data == record
    _, problems = build_edition(Project.at(project))
    assert [
        str(problem)
        for problem in problems
        if has_errors([problem]) and Path(problem.place.file).name in accepted
    ] == []


def test_markdown(modules: Page) -> None:
    cases = [
        param.values[0] for param in line_cases(Path(__file__).parent / "fixtures/markdown.txt")
    ]
    told = modules.evaluate(FAULTS, [case.parts[0] for case in cases])
    for case, composed in zip(cases, told, strict=True):
        note, expected = case.parts
        stricter = expected.startswith("stricter ")
        codes = [] if expected == "fine" else expected.removeprefix("stricter ").split()
        checked = sorted({fault[1] for fault in find_faults(note)})
        assert (composed, checked) == (codes, [] if stricter else codes), case.title
