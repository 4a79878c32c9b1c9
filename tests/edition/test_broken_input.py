"""Every way of being wrong that is known, and exactly what its author is told.

To add a case: a folder `broken/CODE-what`, in it the files that are laid over the project
in `base/` (which has no problems), and `removed.txt` with the paths that are taken away,
if any. Then run the tests with UPDATE_EXPECTED=1 and read what was written to
`expected.txt`: is the place right, and would you understand the message? ` …` at the end
of a line there stands for the rest of it.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.problems import CODES
from tests.cases import as_told
from tests.edition.conftest import Copy

BROKEN = Path(__file__).parent / "broken"
CASES = sorted(path.name for path in BROKEN.iterdir() if path.is_dir())
FOLDER = "annotations/the-weather"


def _link(name: str) -> Callable[[Copy], object]:
    def make(project: Copy) -> None:
        (project.root / name).unlink(missing_ok=True)
        (project.root / name).symlink_to("/etc/passwd")

    return make


def _link_folder(name: str) -> Callable[[Copy], object]:
    def make(project: Copy) -> None:
        folder = project.root / name
        folder.rename(project.root / "elsewhere")
        folder.symlink_to(project.root / "elsewhere")

    return make


def _link_copies(project: Copy) -> None:
    project.write("elsewhere/secret-token.txt", "rain from morning to night")
    (project.root / "annotations/evidence").symlink_to(project.root / "elsewhere")


def _link_copy(project: Copy) -> None:
    project.write("annotations/evidence/README.md", "Whatever editors keep.\n")
    _link("annotations/evidence/gazette-2020.txt")(project)


MADE: dict[str, Callable[[Copy], object]] = {
    "R002-seed-is-a-link": _link("seeds/valley.txt"),
    "R002-notes-file-is-a-link": _link(f"{FOLDER}/more.yml"),
    "R002-sources-file-is-a-link": _link("annotations/sources.yml"),
    "R002-sentence-list-is-a-link": _link(f"{FOLDER}/sentences.tsv"),
    "R002-text-record-is-a-link": _link(f"{FOLDER}/text.yml"),
    "R002-folder-of-notes-is-a-link": _link_folder(FOLDER),
    "R002-folder-of-all-notes-is-a-link": _link_folder("annotations"),
    "R002-folder-of-seeds-is-a-link": _link_folder("seeds"),
    "R002-kept-copy-is-a-link": _link_copy,
    "R002-folder-of-copies-is-a-link": _link_copies,
    "R002-links-file-is-a-link": _link("annotations/links.json"),
    "R003-kept-copy-not-in-utf-8": lambda project: project.write(
        "annotations/evidence/gazette-2020.html", "<p>Дождь</p>".encode("windows-1251")
    ),
    "R004-kept-copy-of-five-million-bytes": lambda project: project.write(
        "annotations/evidence/gazette-2020.txt", b"The river rose.\n" * 312_500
    ),
    "R005-kept-copy-that-reorders": lambda project: project.write(
        "annotations/evidence/gazette-2020.txt",
        "saved: 2020-05-05\nrain from \u202emorning to night\n",
    ),
    "R003-seed-not-in-utf-8": lambda project: project.write(
        "seeds/valley.txt", "La rivière monta.\n".encode("latin-1")
    ),
    "R003-notes-not-in-utf-8": lambda project: project.write(
        f"{FOLDER}/more.yml", "notes:\n- at: s1\n  lead: Rivière.\n".encode("utf-16")
    ),
    "R003-sentence-list-not-in-utf-8": lambda project: project.write(
        f"{FOLDER}/sentences.tsv", "s0\tThe weather\ns1\tRivière.\n".encode("latin-1")
    ),
    "R004-seed-of-five-million-bytes": lambda project: project.write(
        "seeds/valley.txt", b"The river rose.\n" * 312_500
    ),
    "R005-seed-that-reorders": lambda project: project.write(
        "seeds/valley.txt", "The river rose.\nNobody \u202ewas hurt.\n"
    ),
    "R005-note-that-reorders": lambda project: project.notes(
        "- at: s1\n  kind: gloss\n  lead: Words\u2066 and words.\n"
    ),
    "R005-sentence-list-that-reorders": lambda project: project.write(
        f"{FOLDER}/sentences.tsv", "s0\tThe weather\ns1\tIt \u202erained.\n"
    ),
    "R010-character-that-is-none": lambda project: project.notes(
        "- at: s1\n  kind: gloss\n  lead: Words\uffff.\n"
    ),
    "R005-zero-byte": lambda project: project.write(
        f"{FOLDER}/more.yml", b"notes:\n- at: s1\n  lead: Wor\0ds.\n"
    ),
    "R017-every-note-misspelt": lambda project: project.notes(
        "- {at: s1, kind: gloss, led: Words.}\n" * 101
    ),
    "R017-every-key-unknown": lambda project: project.write(
        f"{FOLDER}/more.yml", "".join(f"key-{n}: x\n" for n in range(101))
    ),
    "R017-list-of-anything": lambda project: project.write(
        f"{FOLDER}/sentences.tsv", "anything\n" * 101
    ),
    "R017-sources-of-no-type": lambda project: project.write(
        "annotations/sources.yml",
        "references:\n" + "".join(f"- {{id: a{n}, title: A}}\n" for n in range(101)),
    ),
    "R007-name-of-a-device": lambda project: project.write(f"{FOLDER}/AUX.old.yml", "notes: []\n"),
    "R007-name-with-a-colon": lambda project: project.write(f"{FOLDER}/a:b.yml", "notes: []\n"),
    "R007-name-that-reorders": lambda project: project.write(
        f"{FOLDER}/\u202elmy.exe.yml", "notes: []\n"
    ),
    "R007-name-that-ends-with-a-dot": lambda project: project.write(f"{FOLDER}/a.", "x\n"),
    "R007-names-alike-but-for-capitals": lambda project: project.write(
        f"{FOLDER}/Notes.yml", "notes: []\n"
    ),
    "R007-names-alike-but-for-an-accent": lambda project: project.write(
        f"{FOLDER}/\u00e9t\u00e9.yml", "notes: []\n"
    ).write(f"{FOLDER}/e\u0301te\u0301.yml", "notes: []\n"),
    "R507-name-of-the-list-of-texts": lambda project: project.write(
        "seeds/index.txt", "The river rose.\n"
    ),
    "R507-name-of-a-device": lambda project: project.write("seeds/con.md", "The river rose.\n"),
    "R507-seed-with-a-line-end": lambda project: project.write(
        "seeds/a\n::error::b.txt", "The river rose.\n"
    ),
    "R014-a-hundred-thousand-brackets": lambda project: project.write(
        f"{FOLDER}/more.yml", "notes: " + "[" * 100_000
    ),
}
"""What a repository does not hold well: links, other encodings, what cannot be seen or is large."""


def _lay_over(case: str, project: Copy) -> None:
    shutil.copytree(BROKEN / case, project.root, dirs_exist_ok=True)
    (project.root / "expected.txt").unlink()
    removed = project.root / "removed.txt"
    if removed.exists():
        for name in removed.read_text(encoding="utf-8").split():
            path = project.root / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    if case in MADE:
        MADE[case](project)


@pytest.mark.parametrize("case", CASES)
def test_what_its_author_is_told(case: str, project: Copy) -> None:
    _lay_over(case, project)
    _, problems = project.build()
    expected = BROKEN / case / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        content = "".join(f"{line}\n" for line in problems)
        expected.write_text(content, encoding="utf-8")
    told = expected.read_text(encoding="utf-8").splitlines()
    assert as_told(problems, told) == told
    assert any(f" {case[:4]} " in line for line in problems)
    assert [line.splitlines() for line in problems] == [[line] for line in problems]


@pytest.mark.parametrize("case", CASES)
def test_one_mistake_does_not_take_the_rest_with_it(case: str, project: Copy) -> None:
    _lay_over(case, project)
    edition, _ = build_edition(Project.at(project.root))
    for text in edition.texts:
        assert "".join(text.document.pieces()) == text.document.source
        assert text.counts.sentences == len(text.document.sentences) > 0


def test_every_code_has_a_case() -> None:
    # R6 is about a site: its pages, its blocks, its address.
    expected = sorted(code for code in CODES if not code.startswith("R6"))
    assert sorted({case[:4] for case in CASES}) == expected


def test_what_is_made_has_its_folder() -> None:
    assert set(MADE) <= set(CASES)


def test_the_names_of_cases() -> None:
    assert [case for case in CASES if not re.fullmatch(r"R[0-9]{3}(-[a-z0-9]+)+", case)] == []


def test_the_base_has_no_problems(project: Copy) -> None:
    edition, problems = project.build()
    assert problems == []
    assert [note.label for note in edition.texts[0].notes] == ["1a", "2a", "4a"]
