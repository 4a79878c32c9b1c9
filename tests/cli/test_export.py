import json
from pathlib import Path

from click.testing import CliRunner, Result

from annotated_reader.cli.export import export
from tests.small_site import write_site


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(export, [*arguments, "-C", str(root)], catch_exceptions=False)


def test_a_file_for_each_text(tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = _run(write_site(tmp_path), "--format", "w3c", "--out", str(out))
    assert done.exit_code == 0
    assert done.stdout == f"{out / 'essay.json'}: 2 notes written.\n"
    whole = json.loads((out / "essay.json").read_text(encoding="utf-8"))
    assert whole["id"] == "urn:annotated-reader:essay:annotations"


def test_the_base_address_gives_notes_the_addresses_of_their_pages(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    options = ["--out", str(tmp_path), "--site-url", "https://example.org/x/", "essay"]
    for more, page in (([], "texts/essay/"), (["--no-directory-urls"], "texts/essay.html")):
        assert _run(root, *options, *more).exit_code == 0
        whole = json.loads((tmp_path / "essay.json").read_text(encoding="utf-8"))
        assert whole["id"] == f"https://example.org/x/{page}#annotations"
        items = whole["first"]["items"]
        assert f"https://example.org/x/{page}#note-about-cats" in [item["id"] for item in items]


def test_what_cannot_be_asked_for(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    out = str(tmp_path / "out")
    assert 'Did you mean "essay"?' in _run(root, "--out", out, "esay").stderr
    assert _run(root, "--out", out, "--site-url", "javascript:x").exit_code == 2
    assert _run(root, "--out", out, "--format", "none").exit_code == 2
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_when_there_are_errors(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"annotations/essay/notes.yml": "notes: [{kind: gloss}]\n"})
    assert _run(root, "--out", str(tmp_path / "out")).exit_code == 1
    assert not (tmp_path / "out").exists()
