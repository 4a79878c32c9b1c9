"""Files made to break a reader: each told at its place, within a second and 300 MB."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small_site import write_site

NOTES = "annotations/essay/more.yml"
SECONDS, MEGABYTES = 1.0, 300
SEED = "seeds/other.txt"
LIST = "annotations/essay/sentences.tsv"
SOURCES = "annotations/sources.yml"
LINKS = "annotations/links.json"
COPY = "annotations/evidence/smith-2001.txt"
PAGE = "annotations/evidence/smith-2001.html"
MANY = 3_900_000
"""Bytes of a seed or of a bibliography; a file of notes may have a million."""


def _notes(one: str, most: int = 100_000) -> str:
    """Return a file of as many equal notes as there may be, or as many as are wanted."""
    line = f"- {{at: s1, kind: gloss, {one}}}\n"
    return "notes:\n" + line * min(most, 980_000 // len(line.encode()))


def _keys(number: int, between: str) -> str:
    return between.join(f"k{n}: 1" for n in range(number))


def _lines(unit: str) -> str:
    """Return a seed of lines as long as they may be, or nearly."""
    line = unit * (99_000 // len(unit)) + "\n\n"
    return line * (MANY // len(line.encode()))


WRITTEN: dict[str, tuple[str, str | bytes, str]] = {
    "a billion laughs": (NOTES, "a: &a [x, x]\nb: &b [*a, *a]\nnotes: *b\n", "1:4: R011"),
    "keys merged": (NOTES, "a: &a {k: 1}\nb: {<<: *a, <<: *a}\n", "1:4: R011"),
    "an alias of itself": (NOTES, "notes: &a [*a]\n", "1:8: R011"),
    "brackets": (NOTES, "notes: " + "[" * 100_000, "1:19: R014"),
    "braces": (NOTES, "notes: " + "{" * 100_000, "1:19: R014"),
    "hyphens": (NOTES, "notes:\n" + "- " * 100_000, "2:23: R014"),
    "question marks": (NOTES, "? " * 100_000, "1:25: R014"),
    **{
        f"notes of {mark}": (NOTES, _notes(f'note: "{(mark * 5000)[:4990]}"'), "2:31: R203")
        for mark in ("[", "![", "*_", "[a](", "`[", "<a ", "[*a")
    },
    "short notes of brackets": (NOTES, _notes("lead: '[*a](<b>'"), "R004"),
    "short notes": (NOTES, "notes:\n" + "- at: s1\n" * 33_000, "R017"),
    "notes of gaps": (NOTES, _notes(f'quote: "{"a … " * 249}a"'), "R104"),
    "notes of words": (NOTES, _notes(f'quote: "{"the is " * 140}"'), "R104"),
    "sources that are not there": (
        NOTES,
        _notes(
            f"lead: a, sources: [{', '.join(f'{{source: smoth-{n}}}' for n in range(50))}]",
            most=400,
        ),
        "R017",
    ),
    "keys of a file": (NOTES, _keys(49_000, "\n"), "101:1: R017"),
    "keys of a note": (NOTES, "notes:\n- " + _keys(49_000, "\n  "), "102:3: R017"),
    "keys of a text": ("annotations/essay/text.yml", _keys(49_000, "\n"), "101:1: R017"),
    "keys of a source": (
        SOURCES,
        "references:\n- {id: a, type: book, title: b,\n" + _keys(49_000, ",\n") + "}",
        "103:1: R017",
    ),
    "authors without names": (
        SOURCES,
        "references:\n- {id: a, type: book, title: b, author: [\n"
        + ",\n".join(["{f: x}"] * 30_000)
        + "]}",
        "103:2: R017",
    ),
    "a title that cannot be seen": (
        SOURCES,
        'references:\n- {id: "' + "\u200b" * 1_300_000 + '"}',
        "2:8: R203",
    ),
    "values": (SOURCES, "references: [" + "1," * 200_000 + "]", "R004"),
    "a number of minutes": (NOTES, "notes: [" + ":".join(["1"] * 200_000) + "]", "1:9: R203"),
    "a line without end": (NOTES, "a" * 990_000, "1:1: R015"),
    "more than a million bytes": (NOTES, "a" * 1_000_001, "R004"),
    "spaces": (SOURCES, " " * MANY, ""),
    "lines": (SOURCES, "\n" * MANY, ""),
    "notes that are words": (NOTES, "notes:\n" + "- a\n" * 50_000, "102:3: R017"),
    "a zero byte": (NOTES, b"notes:\n- at: s1\n  lead: Wor\0ds.\n", "3:12: R005"),
    "bytes that are no text": (NOTES, b"notes:\n- lead: \xff\xfe\n", "2:9: R003"),
    "a seed of bytes": (SEED, b"\x80abc", "1:1: R003"),
    "a seed with a zero byte": (SEED, b"One.\nTwo\0.\n", "2:4: R005"),
    "a seed of one word": (SEED, "a" * MANY, "1:1: R004"),
    "a seed of spaces": (SEED, "a" + " " * MANY + "b", "1:1: R004"),
    "a seed of white space": (SEED, "\t" * MANY, "R505"),
    "a seed of letters": (SEED, "a\n\n" * 1_300_000, "100001:1: R004"),
    "a seed of fences": (SEED, "```\n" * 900_000, "100001:1: R004"),
    "a seed of headings": ("seeds/other.md", "# a\n" * 900_000, "100001:1: R004"),
    "a seed of sentences": (SEED, _lines("Go! "), "9:4000: R004"),
    "a seed of pieces of sentences": (SEED, _lines("a! "), "7:3000: R004"),
    **{
        f"a seed of {mark}": (SEED, _lines(mark), "")
        for mark in ("“", "`", "«a", '" ', "'", "(", "a ")
    },
    "a list of letters": (LIST, "s1\ta\n" * 600_000, "100001:1: R004"),
    "a list of one sentence": (LIST, "s1\t" + "a " * 1_900_000 + "\n", "1:1: R004"),
    "a list with a zero byte": (LIST, "s0\tAn\0Essay\n", "1:6: R005"),
    "a list of anything": (LIST, "a\n" * 99_000, "101:1: R017"),
    "sources of anything": (SOURCES, "references:\n" + "- a\n" * 50_000, "R017"),
    "links in links": (LINKS, "[" * MANY, "R015"),
    "a number without end": (LINKS, '{"a": ' + "1" * MANY + "}", "R015"),
    "links that are none": (
        LINKS,
        "{" + ", ".join(f'"https://a.bc/{n}": {{"x": 1}}' for n in range(90_000)) + "}",
        "R017",
    ),
    "a copy of letters": (COPY, "a\n\n" * 600_000, "100001:1: R004"),
    "a copy of front lines": (COPY, "a: 2020-01-01\n" * 20_000, "R201"),
    "a page of elements": (PAGE, "<div>" * 390_000, "1:2501: R004"),
    "a host without end": (
        SOURCES,
        "references: [{id: a, type: book, title: b, URL: 'https://" + "a." * 500_000 + "'}]",
        "1:49: R203",
    ),
}


PLACES = (
    *(SEED, "seeds/another.md", NOTES, "annotations/essay/text.yml"),
    *("annotations/essay/chronology.yml", "annotations/essay/pieces.yml", LIST, SOURCES),
    *("annotations/verdicts.yml", "annotations/links.json"),
    *("annotations/evidence/smith-2001.txt", "annotations/evidence/jones-2002.html"),
)


def _large(root: Path) -> None:
    for name in PLACES:
        (root / name).parent.mkdir(exist_ok=True)
        with (root / name).open("wb") as file:
            file.truncate(50_000_000)


def _links(target: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        for name in PLACES:
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).unlink(missing_ok=True)
            (root / name).symlink_to(target)

    return make


MADE: dict[str, tuple[Callable[[Path], None], list[str]]] = {
    "50 MB": (_large, [f"{name}: R004" for name in PLACES]),
    "links to a file": (_links("/etc/passwd"), [f"{name}: R002" for name in PLACES]),
    "links to secrets": (_links("/proc/self/environ"), [f"{name}: R002" for name in PLACES]),
    "a link to a folder": (
        lambda root: (root / "annotations/essay/more").symlink_to("/etc"),
        ["annotations/essay/more: R016"],
    ),
    "a link to itself": (lambda root: (root / NOTES).symlink_to("more.yml"), [f"{NOTES}: R002"]),
    "a pipe": (lambda root: os.mkfifo(root / NOTES), [f"{NOTES}: R001"]),
}


def _check(root: Path) -> tuple[str, float, float]:
    """Return what check says, its seconds of work with start-up, and its memory in MB.

    The peak is read from /proc: that of getrusage begins with the memory of these tests.
    """
    code = (
        "import re, resource, sys; from annotated_reader.cli import main\n"
        "try: main(['check', '-C', sys.argv[1]])\n"
        "finally:\n"
        " use = resource.getrusage(resource.RUSAGE_SELF)\n"
        " peak = re.search(r'VmHWM:\\s+([0-9]+)', open('/proc/self/status').read())[1]\n"
        " print(); print(use.ru_utime + use.ru_stime, int(peak) / 1024)"
    )
    command = [sys.executable, "-c", code, str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    seconds, megabytes = map(float, done.stdout.splitlines()[-1].split())
    return done.stderr, seconds, megabytes


def _assert_told(root: Path, *expected: str) -> None:
    told, seconds, megabytes = _check(root)
    if seconds > SECONDS:  # The machine may be busy with something else.
        seconds = min(_check(root)[1] for _ in range(2))
    assert "Traceback" not in told
    assert [words for words in expected if words not in told] == []
    assert "root:" not in told
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES


@pytest.mark.parametrize("case", WRITTEN)
def test_files_that_are_written(case: str, tmp_path: Path) -> None:
    name, content, expected = WRITTEN[case]
    root = write_site(tmp_path)
    path = root / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    _assert_told(root, f"{name}:{expected}" if expected[:1].isdigit() else expected)


@pytest.mark.parametrize("case", MADE)
def test_files_that_are_made(case: str, tmp_path: Path) -> None:
    make, expected = MADE[case]
    root = write_site(tmp_path)
    make(root)
    _assert_told(root, *expected)


def test_the_folders_themselves_are_links(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"seeds/essay.txt": None})
    (root / "seeds").symlink_to("/etc")
    _assert_told(root, "seeds: R002")


def test_many_notes(tmp_path: Path) -> None:
    """10,000 notes of a long text: three seconds."""
    sentences = [f"Sentence number {n} says something of a bridge." for n in range(1, 2001)]
    lines = "".join(f"s{n}\t{words}\n" for n, words in enumerate(sentences, start=1))
    notes = "".join(
        f"- at: s{n}\n  quote: number {n}\n  kind: citation\n  lead: A note on sentence {n}.\n"
        f"  sources: [{{source: smith-2001, locator: p. {n}, relation: supports}}]\n  by: [ann]\n"
        for n in range(1, 2001)
    )
    files: dict[str, str | None] = {
        "seeds/long.txt": "\n\n".join(sentences) + "\n",
        "annotations/long/sentences.tsv": lines,
        **{f"annotations/long/n{part}.yml": f"notes:\n{notes}" for part in range(5)},
    }
    root = write_site(tmp_path, files)
    told, seconds, megabytes = min((_check(root) for _ in range(3)), key=lambda found: found[1])
    assert told == ""
    assert seconds <= 3
    assert megabytes <= MEGABYTES


def test_the_real_edition(root: Path) -> None:
    told, seconds, _ = _check(root)
    assert told == ""
    assert seconds <= 1
