"""The forms in which `check` tells what it found."""

import json
import re
from pathlib import Path
from time import process_time
from typing import Any

import html5lib
import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli import main
from annotated_reader.problems import CODES
from tests.history.conftest import Repository
from tests.small_site import FILES, write_site

NOTES = "annotations/essay/notes.yml"
PAGE = "https://example.org/problems"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["check", "-C", str(root), *arguments], catch_exceptions=False)


def broken(lead: str = "x") -> str:
    return f"notes:\n- {{at: s9, kind: gloss, lead: {lead}}}\n- {{quote: first, kind: gloss, lead: y}}\n"


def test_text_tells_each_page_once(tmp_path: Path) -> None:
    notes = broken() + "- {at: s8, kind: gloss, lead: z}\n"
    lines = run(write_site(tmp_path, {NOTES: notes}), "--format", "text").stderr.splitlines()
    pages = [f"R101: {PAGE}/R101/", f"R107: {PAGE}/R107/"]
    assert lines[3:6] == [*pages, "More about a code: annotated-reader explain R101"]
    assert lines[-1] == "2 errors, 1 warning"


@pytest.mark.parametrize("config", ["site_name: x\n", "[", None, "site_url: javascript:x\n"])
def test_without_an_address_the_command_is_told(tmp_path: Path, config: str | None) -> None:
    root = write_site(tmp_path, {NOTES: broken(), "mkdocs.yml": config})
    assert "More about a code: annotated-reader explain R101" in run(root).stderr


def test_the_configuration_is_read_and_not_run(tmp_path: Path) -> None:
    config = (
        "a: !!python/object/apply:os.system [touch ran]\nplugins: [{x: {site_url: no}}]\n"
        "site_url: https://example.org/b/\nuse_directory_urls: false\n"
    )
    root = write_site(tmp_path, {NOTES: broken(), "mkdocs.yml": config})
    assert "R101: https://example.org/b/problems/R101.html\n" in run(root).stderr


def test_github_marks_lines_errors_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write_site(tmp_path / "a,b:c", {NOTES: broken()})
    monkeypatch.chdir(tmp_path)
    done = run(root, "--format", "github")
    first, second, count = done.stdout.splitlines()
    assert done.exit_code == 1
    where = "file=a%2Cb%3Ac/annotations/essay/notes.yml"
    assert first.startswith(f"::error {where},line=2,col=8,title=R101::there is no sentence s9.")
    assert first.endswith(f"{PAGE}/R101/")
    assert second.startswith(f"::warning {where},line=3,col=11,title=R107::")
    assert count == "essay: 1 note on 1 of 3 sentences, 0 checked."


def test_github_commands_cannot_be_forged(tmp_path: Path) -> None:
    evil = "annotations/essay/a,line=1::b%0A::error::.yml"
    notes = 'notes:\n- {at: s1, kind: gloss, lead: x, "%0A\\r\\n::error ::y": z}\n'
    done = run(write_site(tmp_path, {evil: notes}), "--format", "github")
    lines = done.stdout.splitlines()
    assert [line[:2] for line in lines] == ["::", "::", "es", "Qu"]
    assert "title=R007::" in lines[0]
    del lines[0]
    properties = lines[0].split("::")[1]
    assert "file=annotations/essay/a%2Cline=1%3A%3Ab%250A%3A%3Aerror%3A%3A.yml,line=2" in properties
    assert "%250A" in lines[0]


def test_a_configuration_of_brackets_is_read_at_once(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"mkdocs.yml": f"a: {'[' * 200_000}"})
    start = process_time()
    assert run(root).exit_code == 0
    assert process_time() - start < 1


def test_a_file_without_a_line_has_none(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"seeds/Upper.txt": "x\n"})
    line = run(root, "--format", "github").stdout.splitlines()[0]
    assert line.startswith("::error file=seeds/Upper.txt,title=R507::")


def test_json_has_the_documented_keys(tmp_path: Path) -> None:
    done = run(write_site(tmp_path, {NOTES: broken()}), "--format", "json")
    report = json.loads(done.stdout)
    assert done.exit_code == 1
    assert done.stderr == ""
    assert list(report) == ["version", "counts", "problems", "untold", "texts", "changes"]
    assert report["version"] == 1
    assert report["counts"] == {"error": 1, "warning": 1, "notice": 0}
    assert report["problems"][0] == {
        "code": "R101",
        "severity": "error",
        "file": NOTES,
        "line": 2,
        "column": 8,
        "message": "there is no sentence s9.",
        "hint": "The last sentence is s2.",
        "page": f"{PAGE}/R101/",
    }
    assert report["texts"][0] == {
        "slug": "essay",
        "title": "An Essay",
        "sentences": 3,
        "annotated": 1,
        "checked": 0,
        "notes": 1,
    }
    assert report["changes"] is None


def test_json_tells_changes(repository: Repository) -> None:
    content = FILES[NOTES].replace("The opening one.", "Another.")
    repository.write(NOTES, content)
    done = run(repository.root, "--format", "json", "--changed-since", "HEAD")
    (note,) = json.loads(done.stdout)["changes"]["notes"]
    assert note == {
        "change": "changed",
        "text": "essay",
        "id": None,
        "label": "1a",
        "kind": "gloss",
        "sentences": ["s1"],
        "file": NOTES,
        "line": 19,
        "keys": ["lead"],
    }


def test_only_what_changed_counts(repository: Repository) -> None:
    repository.write("annotations/essay/wrong.yml", broken())
    repository.commit()
    done = run(repository.root, "--changed-since", "HEAD")
    assert done.exit_code == 0
    assert "In files that did not change: 2 more." in done.stderr
    assert "R101" not in done.stderr


def test_without_git_the_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    done = run(write_site(tmp_path / "a"), "--changed-since", "HEAD")
    assert done.exit_code == 2
    assert "--changed-since: this is not a git repository" in done.stderr


def summary(repository: Repository) -> str:
    return run(repository.root, "--format", "markdown", "--changed-since", "HEAD").stdout


def test_the_summary_shows_how_a_note_will_read(repository: Repository) -> None:
    repository.write(
        "annotations/essay/more.yml",
        "notes:\n- at: s2\n  quote: cats & dogs\n  kind: claim\n  verdict: contradicted\n"
        "  lead: It is about *cats*.\n  sources: [{source: smith-2001, quote: only, locator: p. 3}]\n"
        "  checked: 2026-01-02\n  by: [ann]\n",
    )
    told = summary(repository)
    assert "## Notes: 1 added, 0 changed, 0 removed" in told
    assert "<p dir='auto'>s2 The second is about <b>cats &amp; dogs</b>.</p>" in told
    assert "<p><i>claim · Contradicted · 2026-01-02 · by ann</i></p>" in told
    assert '<p dir="auto">It is about <em>cats</em>.</p>' in told
    assert '<a href="https://example.com/cats">Cats</a>, p. 3 “only” (context)' in told


def test_the_summary_shows_what_was_before(repository: Repository) -> None:
    repository.write(NOTES, FILES[NOTES].replace("The opening one.", "Another."))
    told = summary(repository)
    assert "<h3>Changed: gloss 1a (lead)</h3>" in told
    before, after = told.split("<details><summary>Before</summary>")
    assert "Another." in before
    assert "The opening one." in after


FORGED = '"a\\r\\r## Nothing is wrong\\r\\r\\n\\n<script>x</script> ![i](https://e.org/i.png)"'


def test_a_note_cannot_write_the_summary(repository: Repository) -> None:
    words = f"- at: s1\n  kind: gloss\n  note: {FORGED}\n  by: [{FORGED}]\n  see: [{FORGED}]\n"
    repository.write("annotations/essay/more.yml", f"notes:\n{words}")
    repository.write("seeds/other.txt", "A\r\rtext. # Nothing is wrong\r\r## Indeed it is\r\r")
    told = summary(repository)
    blocks = told.split("\n\n")
    assert [block for block in blocks if not block.startswith("<")] == [
        "## What is wrong",
        "## Notes: 1 added, 0 changed, 0 removed",
    ]
    assert "\r" not in told
    tree = html5lib.parse(told, treebuilder="etree", namespaceHTMLElements=False)
    assert not [tag for tag in ("script", "img") for _ in tree.iter(tag)]


def test_a_summary_stays_below_the_limit_of_github(repository: Repository) -> None:
    notes = f"- {{at: s1, kind: gloss, lead: {'x' * 300}}}\n" * 1000
    for number in range(4):
        repository.write(f"annotations/essay/more-{number}.yml", f"notes:\n{notes}")
    told = summary(repository)
    assert len(told.encode()) < 1_000_000
    assert re.search(r"and [0-9]+ more, too many for one page", told)


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["explain", *arguments])


@pytest.mark.parametrize("code", CODES)
def test_explain_tells_what_the_page_tells(code: str) -> None:
    done: Any = explain(code.lower())
    assert done.output.startswith(f"# {code}: {CODES[code][1]} ({CODES[code][0]})\n")
    assert "## How to mend it" in done.output


def test_explain_lists_all_codes() -> None:
    assert len(explain().output.splitlines()) == len(CODES)


def test_explain_proposes_a_code() -> None:
    done = explain("R1O4")
    assert done.exit_code == 2
    assert 'There is no code "R1O4". Did you mean "R104"?' in done.output
