"""What `rebase` prints of an edit with every state is in `fixtures/`.

After a change of the report, run these tests with UPDATE_EXPECTED=1 and read what was
written there: would you know what happened, and what to do?
"""

import json
import os
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.cli.rebase.conftest import (
    FIXTURES,
    LIST,
    NOTES,
    SEED,
    contents,
    rebase,
)
from tests.small_site import write_site


@pytest.mark.parametrize(
    ("name", "arguments", "width"),
    [
        ("table-80.txt", [], 80),
        ("table-200.txt", [], 200),
        ("review.md", ["--format", "markdown"], 80),
        ("data.json", ["--format", "json"], 80),
    ],
)
def test_what_is_printed(name: str, arguments: list[str], width: int, everything: Path) -> None:
    done = rebase(everything, *arguments, width=width)
    printed = "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())
    if os.environ.get("UPDATE_EXPECTED"):
        (FIXTURES / name).write_text(printed, encoding="utf-8")
    assert printed == (FIXTURES / name).read_text(encoding="utf-8")
    assert done.exit_code == 1
    assert done.stderr == (
        "Nothing was written. With --write, all is taken over but what is to be decided.\n"
    )


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_of_the_table_is_wider_than_the_terminal(width: int, everything: Path) -> None:
    lines = rebase(everything, width=width).stdout.splitlines()
    assert [line for line in lines if len(line) > width] == []


def test_the_json_is_whole(everything: Path) -> None:
    data = json.loads(rebase(everything, "--format", "json").stdout)
    assert (data["text"], data["changed"], data["complete"]) == ("essay", True, False)
    assert data["counts"] == {"kept": 2, "moved": 1, "edited": 3, "ambiguous": 1, "lost": 2}
    assert {note["note"]: note["state"] for note in data["notes"]} == {
        "kept": "kept",
        "moved": "moved",
        "edited": "edited",
        "edited-around": "edited",
        "split": "edited",
        "ambiguous": "ambiguous",
        "lost": "lost",
        "annotations/essay/notes.yml:13:3": "lost",
        "pointing": "kept",
    }
    broken = {"file": NOTES, "line": 14, "sentence": "s10", "now": "", "reason": "s10 is gone"}
    assert data["broken_links"] == [broken]
    assert data["links"] == []


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_nothing_to_do(form: str, tmp_path: Path) -> None:
    root = write_site(tmp_path)
    before = contents(root)
    done = rebase(root, "--write", "--format", form)
    assert (done.exit_code, done.stderr) == (0, "")
    if form == "json":
        assert json.loads(done.stdout) == {"text": "essay", "changed": False}
    else:
        assert "essay: the list of sentences fits the seed; there is nothing to do." in done.stdout
    assert contents(root) == before


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_without_write_nothing_is_written(form: str, good: Path) -> None:
    before = contents(good)
    done = rebase(good, "--format", form)
    assert done.exit_code == 0
    assert done.stderr == "Nothing was written. To take this over, add --write.\n"
    assert contents(good) == before


STRANGE = "He wrote | a `b` ``` <b>c</b> *d* _e_ [f](g) # 1 @h ~~i~~ &amp; !j $k$ \\l end."


@pytest.mark.parametrize(
    "marks", [STRANGE, "```", "``` ```` `` `", "~~~", "- + =", "<!--", "<script>"]
)
def test_words_cannot_break_the_markdown(marks: str, tmp_path: Path) -> None:
    words = f"What stood here {marks} was said in {marks} the end."
    changes: dict[str, str | None] = {
        SEED: f"An Essay\n\nThis was said in the end. {words} Nobody heard.\n",
        LIST: f"s0\tAn Essay\ns1\tNobody heard.\ns2\t{words.replace('stood', 'is')}\n",
        NOTES: f"notes:\n- at: s2\n  kind: gloss\n  lead: L\n- at: s1\n  kind: gloss\n  lead: {STRANGE!r}\n",
        "annotations/sources.yml": None,
    }
    done = rebase(write_site(tmp_path, changes), "--format", "markdown")
    tokens = MarkdownIt("commonmark").parse(done.stdout)
    kinds = [token.type for token in tokens if not token.hidden]
    assert not {"html_block", "hr", "code_block", "blockquote_open", "table_open"} & set(kinds)
    assert kinds.count("heading_open") == done.stdout.count("\n#") + 1 <= 4
    fences = [token for token in tokens if token.type == "fence"]
    assert fences
    assert {token.info for token in fences} == {"diff"}
    assert {line[:2] for token in fences for line in token.content.splitlines()} <= {"- ", "+ "}
    inside = [child.type for token in tokens for child in token.children or ()]
    assert not {"html_inline", "link_open", "image", "em_open"} & set(inside)


def test_what_steers_a_terminal_is_not_printed(tmp_path: Path) -> None:
    steering = "s0\tAn Essay\ns1\tThe first \x1b[31msentence\u202e is short.\n"
    root = write_site(tmp_path, {LIST: steering + "s2\tThe second is about cats & dogs.\n"})
    for form in ("table", "markdown", "json"):
        printed = rebase(root, "--format", form).stdout
        assert "\x1b" not in printed
    assert "\u202e" not in rebase(root).stdout
