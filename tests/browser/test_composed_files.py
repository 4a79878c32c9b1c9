"""Whatever the composer accepts, `check` accepts, and its YAML reads back as the record.

Drafts are put together from pieces that are hard for YAML, for Markdown or for a rule, and
go through the modules of the composer in Chromium.
"""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from annotated_reader.edition import Project, build_edition
from annotated_reader.files import Folder
from annotated_reader.notes.markdown import find_faults, is_tangled
from annotated_reader.notes.yaml_reader import read_yaml
from annotated_reader.problems import has_errors
from tests.browser.conftest import ROOT
from tests.cases import line_cases

SLUG = "9-november-agreement"
NUMBER = 1500
COMPOSE = f"""async drafts => {{
    const {{ recordOf, problems }} = await import('./record.js');
    const {{ fileOf }} = await import('./yaml.js');
    return drafts.map(({{ selector, ...draft }}) => {{
        const record = recordOf(draft, selector);
        return [record, problems(record, '{SLUG}'), fileOf(record)];
    }});
}}"""
FAULTS = "async notes => notes.map((await import('./links.js')).faultIn)"

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
    *("\ud800", "\udc00", "\ufffe", "\u202e", "\x01", *["word", " "] * 20),
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
DOIS = ["10.1000/182", "10.1000/a b", "doi:10.1000/182", "10.1/x", "10.1000.10/é", "10.1000/1\n"]
PLACES = [
    *("s1", "s13", "s999", f"{SLUG}#s2", "constructor#s1", "__proto__#s1", "toString", "#s1"),
    *(SLUG, "a#b#c", ""),
]


LONG = [
    *(
        "x" * 400,
        "x" * 401,
        "🙂" * 400,
        "🙂" * 401,
        "x " * 500,
        "x" * 1001,
        "x " * 2499,
        "x" * 5001,
    ),
    *("*a* " * 149, "*a* " * 151, "[" * 11, "[x] " * 90, "[" * 10 + "]" * 10, "`" * 301),
    *("](" * 76, "[x](https://ok.org) " * 50, "](" * 60 + "x" * 400, "\n" * 301, "\\*" * 400),
]
"""About as long, or with about as many marks, as a field may have."""


def _words(random_: random.Random, most: int) -> str:
    if random_.random() < 0.06:
        return random_.choice(LONG)
    return "".join(random_.choices(PIECES, k=random_.randint(0, most)))


def _date(random_: random.Random) -> str:
    one, other = (
        random_.choice(["", "", "-"]) + random_.choice(DATES) + random_.choice(["", "", "~", "?"])
        for _ in range(2)
    )
    return random_.choice(["", one, one, f"{one}/{other}"])


def _source(random_: random.Random, number: int) -> dict[str, Any]:
    return {
        "type": random_.choice(["book", "webpage", "leaflet"]),
        "title": _words(random_, 3) or "Title",
        # In one project no two files may bring a source of the same id.
        "author": f"Writer {number}, {_words(random_, 2)}; {_words(random_, 2)}",
        "container-title": _words(random_, 2),
        "publisher": "",
        "issued": _date(random_),
        "URL": random_.choice(["", *ADDRESSES]),
        "DOI": random_.choice(["", "", "", *DOIS]),
        "page": random_.choice(["", "1-2", "12", "yes", "~"]),
        "custom": {
            "archive-url": random_.choice(["", "", "", *ADDRESSES]),
            "archived": random_.choice(["", _date(random_)]),
            "consulted": random_.choice(["", "2026-11-23"]),
        },
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
        "term": _words(random_, random_.choice([0, 0, 2])),
        "lead": _words(random_, random_.choice([1, 6])),
        "note": _words(random_, random_.choice([1, 12])),
        "sources": few(lambda: _use(random_, number)),
        "searched": _words(random_, 4),
        "see": few(lambda: random_.choice(PLACES)),
        "relation": random_.choice(["", "repeats"]),
        "by": random_.choice(["", "ann, bo", _words(random_, 3)]),
        "checked": random_.choice([*["2026-01-02"] * 4, "2026-02-30", "", "26-1-1"]),
    }


def test_what_the_composer_accepts_check_accepts(modules: Page, tmp_path: Path) -> None:
    random_ = random.Random(7)
    composed = modules.evaluate(COMPOSE, [_draft(random_, n) for n in range(NUMBER)])
    accepted = {f"{n}.yml" for n, (_, told, _) in enumerate(composed) if not told}
    assert len(accepted) > NUMBER / 12
    files = {f"{n}.yml": (record, file) for n, (record, _, file) in enumerate(composed)}
    wrong = _errors_of({name: files[name] for name in accepted}, tmp_path / "accepted")
    assert [problem for problems in wrong.values() for problem in problems] == []
    wrong = _errors_of({name: files[name] for name in {*files} - accepted}, tmp_path / "refused")
    stricter = [name for name, problems in wrong.items() if not problems]
    # Markdown that only a whole parser can tell from HTML and links: most pieces are of that kind.
    assert len(stricter) < NUMBER / 25, [composed[int(name[:-4])] for name in stricter]


def _errors_of(files: dict[str, tuple[Any, str]], root: Path) -> dict[str, list[str]]:
    """Return what `check` says of each file, once it has read it as what it was made from."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, root / name)
    folder = root / "annotations" / SLUG
    for name, (record, content) in files.items():
        (folder / name).write_text(content, encoding="utf-8", newline="")
        read, _ = read_yaml(folder / name, Folder(folder, ""))
        assert read is None or read.data == record
    _, problems = build_edition(Project.at(root))
    errors = [problem for problem in problems if has_errors([problem])]
    names = [Path(problem.place.file).name for problem in errors]
    return {
        name: [str(error) for error, of in zip(errors, names, strict=True) if of == name]
        for name in files
    }


def test_markdown(modules: Page) -> None:
    cases = [
        param.values[0] for param in line_cases(Path(__file__).parent / "fixtures/markdown.txt")
    ]
    told = modules.evaluate(FAULTS, [case.parts[0] for case in cases])
    for case, composed in zip(cases, told, strict=True):
        note, expected = case.parts
        stricter = expected.startswith("stricter ")
        code = "" if expected == "fine" else expected.removeprefix("stricter ")
        checked = " ".join(sorted({fault[1] for fault in find_faults(note)}))
        assert (composed, checked) == (code, "" if stricter else code), case.title


def test_marks_are_counted_alike(modules: Page) -> None:
    random_ = random.Random(5)
    signs = ["*", "_", "[", "]", "[a](b)", "](", "`", "<", "\n", "\\*", "\\[", "\\", "x" * 40, " "]
    notes = ["*" * 300, "*" * 301, "[" * 10, "[" * 11, "[x](y)" * 75, "[x](y)" * 76, *LONG]
    for _ in range(600):
        most = random_.choice([20, 60, 200, 400])
        some = random_.sample(signs, k=random_.randint(1, 5))
        notes.append("".join(random_.choices(some, k=most)))
    told = [fault == "R203:marks" for fault in modules.evaluate(FAULTS, notes)]
    assert told == [is_tangled(note) for note in notes]
    assert 100 < sum(told) < 500
