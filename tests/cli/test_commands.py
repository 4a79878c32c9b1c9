import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli import main
from annotated_reader.notes.schema import schemas
from annotated_reader.notes.vocabulary import default_vocabulary
from annotated_reader.pages import assets
from annotated_reader.problems import CODES
from tests.small_site import FILES, write_site

SCHEMAS = {f"schemas/{name}" for name in schemas(default_vocabulary())}


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "-C", str(root)], catch_exceptions=False)


def test_check_is_content_with_a_good_project(tmp_path: Path) -> None:
    done = _run(write_site(tmp_path), "check")
    assert done.exit_code == 0
    assert done.stdout == (
        "essay: 2 notes on 2 of 3 sentences, 1 checked.\nQuotes of sources: no copy kept 1.\n"
    )
    assert done.stderr == ""


def test_check_counts_the_quotes_that_a_kept_copy_has(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"annotations/evidence/smith-2001.txt": "It is only cats."})
    done = _run(root, "check")
    assert done.stdout.endswith("\nQuotes of sources: verified 1.\n")
    write_site(tmp_path, {"annotations/evidence/smith-2001.txt": "It is only dogs."})
    done = _run(root, "check")
    assert done.exit_code == 1
    assert done.stdout.endswith("\nQuotes of sources: not found 1.\n")
    assert "notes.yml:14:48: R310" in done.stderr


def test_check_names_every_problem_with_its_place(tmp_path: Path) -> None:
    notes = "notes:\n- {at: s9, kind: gloss, lead: x}\n- {at: s1, kind: glos, lead: x}\n"
    done = _run(write_site(tmp_path, {"annotations/essay/notes.yml": notes}), "check")
    assert done.exit_code == 1
    lines = done.stderr.splitlines()
    assert lines[0].startswith("annotations/essay/notes.yml:2:8: R101 there is no sentence s9.")
    assert lines[1].startswith('annotations/essay/notes.yml:3:18: R203 "kind" cannot be "glos".')
    assert 'Did you mean "gloss"?' in lines[1]
    assert lines[-1] == "2 errors"


def test_check_of_a_folder_that_is_no_project(tmp_path: Path) -> None:
    done = _run(tmp_path, "check")
    assert done.exit_code == 1
    assert "seeds: R001 this folder does not exist. Make it, and put a text ending" in done.stderr


def test_check_takes_other_folders(tmp_path: Path) -> None:
    files = {"seeds/essay.txt": None, "words/essay.txt": FILES["seeds/essay.txt"]}
    assert _run(write_site(tmp_path, files), "check", "--seeds", "words").exit_code == 0


def test_lock_writes_the_list_of_sentences(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"annotations/essay/sentences.tsv": None})
    done = _run(root, "lock")
    path = root / "annotations/essay/sentences.tsv"
    told = 'annotations/essay/sentences.tsv: 3 sentences written, split as "en".\n'
    assert done.stdout == told
    lines = [line for line in path.read_text().splitlines() if not line.startswith("#")]
    assert lines == FILES["annotations/essay/sentences.tsv"].splitlines()
    assert _run(root, "check").exit_code == 0


def test_lock_says_that_nobody_named_the_language(tmp_path: Path) -> None:
    german = "Er kam am 3. Mai 2020. Dann ging er z. B. nach Hause.\n"
    missing = {"annotations/essay/sentences.tsv": None, "annotations/essay/text.yml": None}
    root = write_site(tmp_path, {**missing, "seeds/essay.txt": german})
    done = _run(root, "lock")
    assert done.stdout == (
        "annotations/essay/sentences.tsv: 3 sentences written, split as English (en). "
        "If the text is in another language, write `language:` into "
        "annotations/essay/text.yml, delete the list, and run this again.\n"
    )
    (root / "annotations/essay/text.yml").write_text("language: de\n", encoding="utf-8")
    assert "unchanged" in _run(root, "lock").stdout
    (root / "annotations/essay/sentences.tsv").unlink()
    done = _run(root, "lock")
    assert done.stdout == 'annotations/essay/sentences.tsv: 2 sentences written, split as "de".\n'


def test_lock_waits_until_the_language_can_be_read(tmp_path: Path) -> None:
    files = {"sentences.tsv": None, "text.yml": "language: Deutsch\n"}
    root = write_site(tmp_path, {f"annotations/essay/{name}": files[name] for name in files})
    done = _run(root, "lock")
    assert done.exit_code == 1
    assert 'R203 "language" must be a language tag' in done.stderr
    assert not (root / "annotations/essay/sentences.tsv").exists()


def test_check_tells_of_a_verdict_of_a_day_to_come(tmp_path: Path) -> None:
    notes = FILES["annotations/essay/notes.yml"].replace("2026-01-02", "2999-01-02")
    done = _run(write_site(tmp_path, {"annotations/essay/notes.yml": notes}), "check")
    assert done.exit_code == 0
    assert "R407 2999-01-02 is still to come." in done.stderr


def test_lock_never_changes_a_list(tmp_path: Path) -> None:
    joined = "s0\tAn Essay\ns7\tThe first sentence is short. The second is about cats & dogs.\n"
    root = write_site(tmp_path, {"annotations/essay/sentences.tsv": joined})
    done = _run(root, "lock", "essay")
    assert done.exit_code == 0
    assert done.stdout == "annotations/essay/sentences.tsv: unchanged, it fits the seed.\n"
    assert (root / "annotations/essay/sentences.tsv").read_text() == joined


def test_lock_refuses_a_seed_that_has_changed(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"seeds/essay.txt": "An Essay\n\nA new beginning.\n"})
    done = _run(root, "lock")
    assert done.exit_code == 1
    assert "sentences.tsv:2:1: R503" in done.stderr
    kept = (root / "annotations/essay/sentences.tsv").read_text()
    assert kept == FILES["annotations/essay/sentences.tsv"]


def test_lock_of_an_unknown_text_proposes_one(tmp_path: Path) -> None:
    done = _run(write_site(tmp_path), "lock", "esay")
    assert done.exit_code == 2
    assert 'There is no text "esay". Did you mean "essay"?' in done.stderr


def test_render_writes_pages_script_and_style(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = _run(write_site(tmp_path), "render", "--out", str(out))
    assert done.exit_code == 0
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    codes = {f"problems/{code}.md" for code in CODES}
    assert written - codes == {
        "problems/index.md",
        "texts/index.md",
        "texts/essay.md",
        "texts/essay/annotations.json",
        "texts/essay/citation.json",
        "claims.md",
        "claims.csv",
        "claims.json",
        "sources.md",
        "sources.bib",
        "sources.json",
        "sources.ris",
        "cross-references.md",
        "assets/annotated-reader/composer-data.js",
        *SCHEMAS,
        *(asset.path for asset in assets()),
    }
    text = (out / "texts/essay.md").read_text()
    assert text.startswith('---\ntitle: "An Essay"\n')


def test_render_writes_claimreview_where_the_site_has_an_address(tmp_path: Path) -> None:
    root, out = write_site(tmp_path), tmp_path / "out"
    arguments = ["render", "--out", str(out), "--claimreview"]
    refused = _run(root, *arguments)
    assert refused.exit_code == 1
    assert "claimreview: R602" in refused.output
    assert not out.exists()
    assert _run(root, *arguments, "--site-url", "https://example.org/").exit_code == 0
    assert '"ClaimReview"' in (out / "claimreview.json").read_text()


def test_render_writes_nothing_when_there_are_errors(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"annotations/essay/notes.yml": "notes: [{kind: gloss}]\n"})
    done = _run(root, "render", "--out", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help")])
def test_help_is_there(arguments: tuple[str, ...]) -> None:
    done = CliRunner().invoke(main, arguments)
    assert done.exit_code == 0
    assert "annotated-reader" in done.output or "Usage" in done.output


def test_schema_writes_the_same_files_as_the_site(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    assert _run(root, "schema", "--out", str(tmp_path / "schemas")).exit_code == 0
    assert _run(root, "render", "--out", str(tmp_path / "out")).exit_code == 0
    for name in SCHEMAS:
        written = (tmp_path / name).read_text(encoding="utf-8")
        assert written == (tmp_path / "out" / name).read_text(encoding="utf-8")
        assert json.loads(written)["additionalProperties"] is False


def test_a_repository_that_cannot_be_one_is_refused(tmp_path: Path) -> None:
    options = ["render", "--out", str(tmp_path / "out"), "--repository", "https://github.com/x"]
    done = _run(write_site(tmp_path), *options)
    assert done.exit_code == 2
    assert "it must be like https://github.com/OWNER/REPOSITORY" in done.output


@pytest.mark.parametrize(
    "arguments", [("lock",), ("new", "essay", "--at", "s1", "--kind", "gloss")]
)
def test_nothing_is_written_through_a_link(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    files: dict[str, str | None] = {
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": None,
    }
    root = write_site(tmp_path / "project", files)
    outside = (root / "annotations/essay").rename(tmp_path / "outside")
    before = sorted(outside.iterdir())
    (root / "annotations/essay").symlink_to(outside)
    done = _run(root, *arguments)
    assert done.exit_code in (1, 2)
    assert "is a symbolic link, or leads outside its folder." in done.stderr
    assert sorted(outside.iterdir()) == before


@pytest.mark.parametrize("command", ["render", "export", "schema"])
def test_a_file_in_the_way_of_the_output_is_told(tmp_path: Path, command: str) -> None:
    root = write_site(tmp_path / "project")
    (tmp_path / "file").write_text("mine")
    done = _run(root, command, "--out", str(tmp_path / "file/out"))
    assert done.exit_code == 2
    assert done.stderr.endswith("Nothing was changed.\n")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.parametrize("command", ["render", "export"])
def test_the_address_of_a_site_must_be_one(tmp_path: Path, command: str) -> None:
    out = tmp_path / "out"
    done = _run(write_site(tmp_path), command, "--out", str(out), "--site-url", "javascript:x()")
    assert done.exit_code == 2
    assert 'The address "javascript:x()" cannot be used' in done.stderr
    assert not out.exists()
