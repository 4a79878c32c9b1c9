import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from annotated_reader.cli.check import check
from annotated_reader.cli.export import export
from annotated_reader.cli.import_ import import_
from tests.imports.conftest import FIXTURES, annotation, quote
from tests.small_site import write_site

IMPORTED = "annotations/essay/imported-file.yml"
UNPLACED = "imported-file.unplaced.yml"


def _run(root: Path, data: Any, *arguments: str) -> Result:
    path = root / "File.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    options = [str(path), "--text", "essay", *arguments, "-C", str(root)]
    return CliRunner().invoke(import_, options, catch_exceptions=False)


def _elsewhere() -> dict[str, Any]:
    target = {"source": "http://a", "selector": quote("no such words")}
    return annotation(id="http://example.org/a2", target=target)


def test_a_placed_note_is_written_and_checked(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, annotation())
    assert done.exit_code == 0, done.output
    assert done.stdout.splitlines() == [
        "placed        http://example.org/a1: the words, in their surroundings",
        "1 annotations: 1 placed.",
    ]
    assert (root / IMPORTED).read_text(encoding="utf-8") == (
        "# Imported from File.json (W3C Web Annotation).\n"
        "# Read each note beside the text before it is published.\n"
        "notes:\n\n"
        "- at: s2\n"
        '  quote: "cats & dogs"\n'
        "  kind: gloss\n"
        '  lead: "A remark."\n'
        "  via: http://example.org/a1\n"
    )
    assert not (root / UNPLACED).exists()
    assert CliRunner().invoke(check, ["-C", str(root)]).exit_code == 0


def test_what_was_not_placed_is_kept_where_no_build_reads_it(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, [annotation(), _elsewhere()])
    assert done.exit_code == 1
    assert "lost          http://example.org/a2: " in done.stdout
    assert done.stdout.endswith("2 annotations: 1 placed, 1 lost.\n")
    assert "quote: no such words" in (root / UNPLACED).read_text(encoding="utf-8")
    assert CliRunner().invoke(check, ["-C", str(root)]).exit_code == 0


def test_ambiguous_ones_come_with_proposals(tmp_path: Path) -> None:
    seed = "An Essay\n\nIt rained again. It rained again.\n"
    changes: dict[str, str | None] = {
        "seeds/essay.txt": seed,
        "annotations/essay/sentences.tsv": None,
        "annotations/essay/notes.yml": None,
    }
    root = write_site(tmp_path, changes)
    target = {"source": "http://a", "selector": quote("It rained again.")}
    done = _run(root, annotation(target=target))
    assert done.exit_code == 1
    assert "perhaps s1 “It rained again.” (words 100%, surroundings 0%)" in done.stdout
    assert "perhaps s2 “It rained again.”" in done.stdout


def test_nothing_is_replaced_unless_it_is_forced(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    _run(root, annotation())
    (root / IMPORTED).write_text("notes: []\n", encoding="utf-8")
    done = _run(root, annotation())
    assert done.exit_code == 2
    assert "exists already; --force replaces it." in done.stderr
    assert (root / IMPORTED).read_text(encoding="utf-8") == "notes: []\n"
    assert _run(root, annotation(), "--force").exit_code == 0
    assert "A remark." in (root / IMPORTED).read_text(encoding="utf-8")


def test_a_link_to_elsewhere_is_never_written_through(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    (root / "other.yml").write_text("x", encoding="utf-8")
    (root / IMPORTED).symlink_to(root / "other.yml")
    assert _run(root, annotation(), "--force").exit_code == 2
    assert (root / "other.yml").read_text(encoding="utf-8") == "x"


def test_dry_run_writes_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    before = {path for path in root.rglob("*") if path.is_file()}
    done = _run(root, [annotation(), _elsewhere()], "--dry-run")
    assert done.exit_code == 1
    assert 'lead: "A remark."' in done.stdout
    assert "unplaced:" in done.stdout
    assert {path for path in root.rglob("*") if path.is_file()} == before | {root / "File.json"}


def test_a_file_that_cannot_be_used(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "{]")
    assert done.exit_code == 2
    assert "File.json:1:2: R015 is not JSON" in done.stderr
    assert _run(root, "[" * 100_000).exit_code == 2


def test_an_unknown_text(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = CliRunner().invoke(import_, ["x.json", "--text", "esay", "-C", str(root)])
    assert done.exit_code == 2
    assert 'There is no text "esay". Did you mean "essay"?' in done.stderr


def test_an_export_imported_into_another_copy_is_the_same_notes(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write_site(here)
    write_site(there, {"annotations/essay/notes.yml": None})
    CliRunner().invoke(export, ["--out", str(tmp_path), "-C", str(here)])
    text = (tmp_path / "essay.json").read_text(encoding="utf-8")
    done = _run(there, text)
    assert done.exit_code == 0, done.output
    assert done.stdout.endswith("4 annotations: 2 placed, 2 part.\n")
    assert CliRunner().invoke(check, ["-C", str(there)]).exit_code == 0


def test_a_project_that_lacks_the_sources_still_passes_its_checks(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    write_site(here)
    lacking: dict[str, str | None] = {
        "annotations/essay/notes.yml": None,
        "annotations/sources.yml": None,
    }
    write_site(there, lacking)
    CliRunner().invoke(export, ["--out", str(tmp_path), "-C", str(here)])
    done = _run(there, (tmp_path / "essay.json").read_text(encoding="utf-8"))
    assert done.exit_code == 0, done.output
    assert "it became a gloss" in done.stdout
    written = (there / IMPORTED).read_text(encoding="utf-8")
    assert "Source (contradicts): [Cats](https://example.com/cats), p. 3, “only cats”" in written
    assert "Verdict: contradicted" in written
    assert CliRunner().invoke(check, ["-C", str(there)]).exit_code == 0


def test_the_fixtures(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    for name in ("collection.json", "hypothesis-export.json"):
        text = (FIXTURES / name).read_text(encoding="utf-8")
        assert _run(root, text, "--force").exit_code == 1
        assert CliRunner().invoke(check, ["-C", str(root)]).exit_code == 0


def test_what_an_earlier_import_left_and_this_one_has_nothing_for_is_removed(
    tmp_path: Path,
) -> None:
    root = write_site(tmp_path)
    rest = root / "imported-file.unplaced.yml"
    _run(root, [annotation(), _elsewhere()])
    assert rest.exists()
    done = _run(root, annotation(), "--force")
    assert f"{rest}: removed" in done.stderr
    assert (root / IMPORTED).exists()
    assert not rest.exists()
    done = _run(root, _elsewhere(), "--force")
    assert f"{root / IMPORTED}: removed" in done.stderr
    assert not (root / IMPORTED).exists()
    assert rest.exists()
