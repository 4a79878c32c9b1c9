"""The command `rebase`. What it prints of an edit with every state is in `fixtures/rebase/`.

After a change of the report, run these tests with UPDATE_EXPECTED=1 and read what was
written there: would you know what happened, and what to do?
"""

import json
import os
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from markdown_it import MarkdownIt

from annotated_reader.cli import main
from tests.small_site import FILES, write_site

TODAY = date.today().isoformat()
FIXTURES = Path(__file__).parent / "fixtures" / "rebase"
SEED, LIST, NOTES = (
    "seeds/essay.txt",
    "annotations/essay/sentences.tsv",
    "annotations/essay/notes.yml",
)
SENTENCES = [
    "The essay of a traveller.",
    "In the morning the traveller left the house of her sister, and walked to the harbour.",
    "Nobody saw her on the way.",
    "Yes.",
    "Yes.",
    "The ship was late, and so the traveller had time to write a letter to her mother.",
    "At noon it rained, and the captain came on board.",
    "He was in a hurry.",
    "The harbour is five hundred years old and has never been dredged since it was dug.",
    "Some say that it was built by giants.",
    "That is not true.",
]
EDITED = (
    "The essay of a traveller. In the morning the traveller left the home of her sister, and walked "
    "to the harbour. Nobody saw her on the way. That is not true. Yes. The ship was late. And so the "
    "traveller had time to write a letter to her mother. At noon it rained, and the captain came on "
    "board. He was in a hurry. A dog barked. The harbour is five hundred years old and has never been "
    "dredged."
)
MANY_NOTES = """\
notes:
- {id: kept, at: s3, kind: gloss, lead: L}
- {id: moved, at: s11, kind: gloss, lead: L}
- id: edited  # a comment that stays
  at: s2
  quote: the house of her sister
  kind: gloss
  lead: L
- {id: edited-around, at: s2, quote: traveller, kind: gloss, lead: L}
- {id: split, at: s6, kind: gloss, lead: L}
- {id: ambiguous, at: s5, kind: gloss, lead: L}
- {id: lost, at: s10, quote: giants, kind: gloss, lead: L}
- {at: s9, quote: since it was dug, kind: gloss, lead: L}
- {id: pointing, at: s1, kind: cross-reference, relation: repeats, see: [s10]}
"""


def _run(root: Path, *arguments: str, width: int = 80) -> Result:
    environment = {"COLUMNS": str(width), "NO_COLOR": "1"}
    command = [*arguments, "-C", str(root)]
    return CliRunner().invoke(main, command, env=environment, catch_exceptions=False)


def _rebase(root: Path, *arguments: str, width: int = 80) -> Result:
    return _run(root, "rebase", "essay", *arguments, width=width)


def _listed(sentences: list[str]) -> str:
    return "".join(f"s{number}\t{words}\n" for number, words in enumerate(sentences, start=1))


@pytest.fixture
def everything(tmp_path: Path) -> Path:
    """A project after an edit that leaves notes in every state."""
    changes: dict[str, str | None] = {
        SEED: f"{EDITED}\n",
        LIST: _listed(SENTENCES),
        NOTES: MANY_NOTES,
        "annotations/sources.yml": None,
    }
    return write_site(tmp_path, changes)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A project after an edit over which every note can be carried."""
    return write_site(tmp_path, {SEED: FILES[SEED].replace("cats & dogs", "cats and dogs")})


def _contents(root: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in root.rglob("*") if path.is_file()}


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
    done = _rebase(everything, *arguments, width=width)
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
    lines = _rebase(everything, width=width).stdout.splitlines()
    assert [line for line in lines if len(line) > width] == []


def test_the_json_is_whole(everything: Path) -> None:
    data = json.loads(_rebase(everything, "--format", "json").stdout)
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
    before = _contents(root)
    done = _rebase(root, "--write", "--format", form)
    assert (done.exit_code, done.stderr) == (0, "")
    if form == "json":
        assert json.loads(done.stdout) == {"text": "essay", "changed": False}
    else:
        assert "essay: the list of sentences fits the seed; there is nothing to do." in done.stdout
    assert _contents(root) == before


@pytest.mark.parametrize("form", ["table", "markdown", "json"])
def test_without_write_nothing_is_written(form: str, good: Path) -> None:
    before = _contents(good)
    done = _rebase(good, "--format", form)
    assert done.exit_code == 0
    assert done.stderr == "Nothing was written. To take this over, add --write.\n"
    assert _contents(good) == before


def test_what_is_taken_over_passes_the_check(good: Path) -> None:
    done = _rebase(good, "--write")
    assert done.exit_code == 0
    assert done.stderr == f"written: {LIST}\nwritten: {NOTES}\n"
    written = FILES[NOTES].replace("quote: cats & dogs", "quote: cats and dogs")
    assert (good / NOTES).read_text(encoding="utf-8") == written
    _check_again(good)
    assert _run(good, "check").stderr == ""
    again = _rebase(good)
    assert (again.exit_code, "there is nothing to do" in again.stdout) == (0, True)


def _check_again(root: Path) -> None:
    notes = (root / NOTES).read_bytes().decode("utf-8").replace("2026-01-02", TODAY)
    (root / NOTES).write_bytes(notes.encode("utf-8"))


def test_a_verdict_on_words_that_were_edited_is_asked_for_until_it_is_renewed(good: Path) -> None:
    done = _rebase(good, "--write", "--format", "markdown")
    assert "its verdict of 2026-01-02 is older now" in done.stdout
    told = f"{NOTES}:17:12: R406 the words were edited on {TODAY}"
    for _ in range(2):
        check = _run(good, "check")
        assert (check.exit_code, told in check.stderr) == (0, True)
        seed = (good / SEED).read_text(encoding="utf-8")
        (good / SEED).write_text(seed.replace("is short", "is very short"), encoding="utf-8")
        assert _rebase(good, "--write").exit_code == 0
    _check_again(good)
    assert "R406" not in _run(good, "check").stderr


def test_of_a_claim_that_was_checked_today_nobody_knows_whether_before(good: Path) -> None:
    _check_again(good)
    data = json.loads(_rebase(good, "--write", "--format", "json").stdout)
    (note,) = (note for note in data["notes"] if note["note"] == "about-cats")
    assert note["remark"].startswith("it was checked today, so no check will remind you")
    assert _run(good, "check").stderr == ""


def test_a_note_that_is_kept_but_written_anew_is_told_of(tmp_path: Path) -> None:
    notes = "notes:\n- {quote: sentence is short, kind: gloss, lead: L}\n"
    seed = FILES[SEED].replace("The second", "Another sentence is short. The second")
    changes: dict[str, str | None] = {SEED: seed, NOTES: notes, "annotations/sources.yml": None}
    root = write_site(tmp_path, changes)
    told = (
        "**kept** `s1`, `annotations/essay/notes.yml:2`: the sentence is unchanged, but the place"
    )
    done = _rebase(root, "--write", "--format", "markdown")
    assert told in done.stdout
    assert done.exit_code == 0
    assert (root / NOTES).read_text(encoding="utf-8") == notes.replace("{quote", "{at: s1, quote")


JOINED = {
    SEED: "The river rose in the night, and the old bridge was closed. Nobody came.\n",
    LIST: "s1\tThe river rose in the night.\ns2\tThe old bridge was closed.\ns3\tNobody came.\n",
    NOTES: "notes:\n- {at: s3, kind: cross-reference, relation: repeats, see: [s2]}\n",
    "annotations/sources.yml": None,
}


def test_a_link_to_a_sentence_that_was_joined_follows_it(tmp_path: Path) -> None:
    root = write_site(tmp_path, JOINED)
    done = _rebase(root, "--format", "markdown", "--write")
    assert "### Links that follow their sentence\n" in done.stdout
    assert (
        f"- **link** `s1`, `{NOTES}:2`: see: s2 is gone; its words are in s1 now\n" in done.stdout
    )
    assert (done.exit_code, done.stderr) == (0, f"written: {LIST}\nwritten: {NOTES}\n")
    assert "see: [s1]" in (root / NOTES).read_text(encoding="utf-8")
    assert _run(root, "check").stderr == ""


def test_a_link_to_what_is_gone_is_a_matter_to_decide_too(tmp_path: Path) -> None:
    notes = "notes:\n- {at: s1, kind: cross-reference, relation: repeats, see: [s2]}\n"
    changes: dict[str, str | None] = {SEED: LOST, NOTES: notes, "annotations/sources.yml": None}
    done = _rebase(write_site(tmp_path, changes), "--format", "markdown", "--write")
    assert f"- **broken link** `{NOTES}:2`: see: s2 is gone\n" in done.stdout
    assert done.exit_code == 1
    assert f"{NOTES}:2:60: R205" in _run(tmp_path, "check").stderr


LOST = "An Essay\n\nThe first sentence is short.\n"


def test_a_lost_note_stays_and_every_check_names_it(tmp_path: Path) -> None:
    root = write_site(tmp_path, {SEED: LOST})
    done = _rebase(root, "--write")
    assert (done.exit_code, done.stderr) == (1, f"written: {LIST}\n")
    assert (root / NOTES).read_text(encoding="utf-8") == FILES[NOTES]
    check = _run(root, "check")
    assert check.exit_code == 1
    assert f"{NOTES}:3:7: R102 the sentence s2 is retired." in check.stderr
    assert _rebase(root).exit_code == 0


def test_a_note_without_a_sentence_remembers_the_one_that_is_gone(tmp_path: Path) -> None:
    notes = "notes:\n- quote: cats & dogs  # mine\n  kind: gloss\n  lead: L\n"
    root = write_site(tmp_path, {SEED: LOST, NOTES: notes, "annotations/sources.yml": None})
    assert _rebase(root, "--write").exit_code == 1
    assert (root / NOTES).read_text(encoding="utf-8") == notes.replace(
        "- quote", "- at: s2\n  quote"
    )
    assert f"{NOTES}:2:7: R102 the sentence s2 is retired." in _run(root, "check").stderr


def test_an_unknown_text(good: Path) -> None:
    done = _run(good, "rebase", "esay")
    assert done.exit_code == 2
    assert 'There is no text "esay". Did you mean "essay"?' in done.stderr


def test_a_seed_that_is_missing(good: Path) -> None:
    (good / SEED).rename(good / "seeds/other.txt")
    done = _rebase(good)
    assert done.exit_code == 2
    assert 'annotations/essay: R506 there is no seed "essay".' in done.stderr


def test_a_list_that_is_missing(good: Path) -> None:
    (good / LIST).unlink()
    done = _rebase(good, "--write")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{LIST} is not there, so nobody knows how the sentences read")
    assert not (good / LIST).exists()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (NOTES, "notes:\n- {at: s1, kind: gloss, lead: [}\n", f"{NOTES}:2:"),
        (NOTES, "notes:\n- {at: s1, kind: gloss, led: L}\n", f"{NOTES}:2:25: R201"),
        (LIST, "s1 The first sentence is short.\n", f"{LIST}:1:1: R501"),
        (SEED, " \n", f"{SEED}: R505"),
        (
            "annotations/essay/text.yml",
            "language: English\n",
            "annotations/essay/text.yml:1:11: R203",
        ),
    ],
)
def test_a_faulty_file_stops_everything(name: str, content: str, told: str, good: Path) -> None:
    (good / name).write_text(content, encoding="utf-8")
    before = _contents(good)
    done = _rebase(good, "--write")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(told)
    assert _contents(good) == before


@pytest.mark.parametrize("name", [LIST, NOTES, SEED])
def test_nothing_is_written_through_a_link(name: str, good: Path) -> None:
    elsewhere = good / "elsewhere"
    (good / name).rename(elsewhere)
    (good / name).symlink_to(elsewhere)
    before = _contents(good)
    done = _rebase(good, "--write")
    assert done.exit_code == 1
    assert f"{name}: R002 is a symbolic link" in done.stderr
    assert _contents(good) == before


@pytest.mark.parametrize("fails", [1, 2])
@pytest.mark.parametrize("step", ["replace", "copymode"])
def test_all_is_written_or_nothing(
    step: str, fails: int, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _contents(good)
    owner: Any = {"replace": Path, "copymode": shutil}[step]
    done_before, calls = getattr(owner, step), []

    def failing(*arguments: Any) -> Any:
        calls.append(arguments)
        if len(calls) == fails:
            raise OSError(28, "No space left on device")
        return done_before(*arguments)

    monkeypatch.setattr(owner, step, failing)
    done = _rebase(good, "--write")
    assert done.exit_code == 2
    name = [LIST, NOTES][fails - 1]
    assert (
        done.stderr == f"{name} cannot be written: No space left on device. Nothing was changed.\n"
    )
    assert len(calls) == fails
    assert _contents(good) == before


def test_files_keep_their_mode(good: Path) -> None:
    (good / NOTES).chmod(0o640)
    _rebase(good, "--write")
    assert (good / NOTES).stat().st_mode & 0o777 == 0o640


def test_line_ends_stay(good: Path) -> None:
    for name in (SEED, LIST, NOTES):
        content = (good / name).read_bytes().replace(b"\n", b"\r\n")
        (good / name).write_bytes(content)
    assert _rebase(good, "--write").exit_code == 0
    for name in (LIST, NOTES):
        content = (good / name).read_bytes()
        assert content.count(b"\n") == content.count(b"\r\n") > 1
    _check_again(good)
    assert _run(good, "check").stderr == ""


def test_a_markdown_seed(tmp_path: Path) -> None:
    changes: dict[str, str | None] = {
        SEED: None,
        "seeds/essay.md": "# An Essay\n\nThe first sentence is short. The second is about cats & dogs.\n",
    }
    root = write_site(tmp_path, changes)
    assert "nothing to do" in _rebase(root).stdout
    seed = root / "seeds/essay.md"
    seed.write_text(seed.read_text().replace("# An", "## A section\n\n# An"), encoding="utf-8")
    done = _rebase(root, "--write", width=200)
    assert done.exit_code == 0
    assert "inserted: at the beginning" in done.stdout
    assert _run(root, "check").exit_code == 0


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
    done = _rebase(write_site(tmp_path, changes), "--format", "markdown")
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
        printed = _rebase(root, "--format", form).stdout
        assert "\x1b" not in printed
    assert "\u202e" not in _rebase(root).stdout
