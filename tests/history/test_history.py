"""What changed since a revision: notes, files, problems."""

from pathlib import Path

import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.history import Changes, changes_between, read_revision
from tests.history.conftest import Repository
from tests.small_site import FILES

NOTES = "annotations/essay/notes.yml"
MORE = "notes:\n- {at: s1, kind: gloss, lead: Another one.}\n"
WRONG = "notes:\n- {at: s9, kind: gloss, lead: No such sentence.}\n"


def changes(repository: Repository, folder: Path, revision: str = "HEAD") -> Changes:
    project = Project.at(repository.root)
    before, why = read_revision(project, repository.root, revision, folder)
    assert before, why
    old = (before, *build_edition(before))
    return changes_between(revision, old, (project, *build_edition(project)))


def told(found: Changes) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(str(c.change), c.note.record.lead, c.keys) for c in found.notes]


def test_nothing_changed(repository: Repository, tmp_path: Path) -> None:
    found = changes(repository, tmp_path / "old")
    assert (found.notes, found.files, found.problems) == ((), frozenset(), ())


def test_a_note_added(repository: Repository, tmp_path: Path) -> None:
    repository.write("annotations/essay/more.yml", MORE)
    found = changes(repository, tmp_path / "old")
    assert told(found) == [("added", "Another one.", ())]
    assert found.files == {"annotations/essay/more.yml"}


def test_a_note_changed(repository: Repository, tmp_path: Path) -> None:
    content = FILES[NOTES].replace("The opening one.", "The first one.")
    repository.write(NOTES, content)
    found = changes(repository, tmp_path / "old")
    assert told(found) == [("changed", "The first one.", ("lead",))]
    assert found.notes[0].before
    assert found.notes[0].before[1].record.lead == "The opening one."


def test_a_note_removed(repository: Repository, tmp_path: Path) -> None:
    content = FILES[NOTES]
    repository.write(NOTES, content[: content.index("- at: s1")])
    assert told(changes(repository, tmp_path / "old")) == [("removed", "The opening one.", ())]


def test_a_note_whose_id_changed_is_still_the_same(repository: Repository, tmp_path: Path) -> None:
    content = FILES[NOTES].replace("- at: s1\n", "- id: opening\n  at: s1\n")
    repository.write(NOTES, content)
    assert told(changes(repository, tmp_path / "old")) == [("changed", "The opening one.", ("id",))]


def test_a_note_that_moves_to_another_file_has_not_changed(
    repository: Repository, tmp_path: Path
) -> None:
    start = FILES[NOTES].index("- at: s1")
    repository.write(NOTES, FILES[NOTES][:start])
    repository.write("annotations/essay/more.yml", "notes:\n" + FILES[NOTES][start:])
    found = changes(repository, tmp_path / "old")
    assert told(found) == []
    assert found.files == {NOTES, "annotations/essay/more.yml"}


def test_a_text_that_is_new_and_one_that_is_gone(repository: Repository, tmp_path: Path) -> None:
    repository.git("mv", "seeds/essay.txt", "seeds/other.txt")
    repository.git("mv", "annotations/essay", "annotations/other")
    found = changes(repository, tmp_path / "old")
    assert {(c.change, c.text.slug) for c in found.notes} == {
        ("added", "other"),
        ("removed", "essay"),
    }


def test_old_problems_elsewhere_are_not_told(repository: Repository, tmp_path: Path) -> None:
    repository.write("annotations/essay/wrong.yml", WRONG)
    repository.commit()
    repository.write("annotations/essay/more.yml", MORE)
    assert changes(repository, tmp_path / "old").problems == ()


def test_old_problems_of_a_changed_file_are_told(repository: Repository, tmp_path: Path) -> None:
    repository.write("annotations/essay/wrong.yml", WRONG)
    repository.commit()
    repository.write("annotations/essay/wrong.yml", WRONG.replace("No such", "Not a"))
    assert [p.code for p in changes(repository, tmp_path / "old").problems] == ["R101"]


def test_problems_that_a_change_causes_elsewhere_are_told(
    repository: Repository, tmp_path: Path
) -> None:
    sources = FILES["annotations/sources.yml"]
    repository.write("annotations/sources.yml", sources.replace("jones-2002", "jones-2003"))
    problems = changes(repository, tmp_path / "old").problems
    assert {(p.place.file, p.code) for p in problems} >= {(NOTES, "R301")}


def test_line_ends_are_no_change(repository: Repository, tmp_path: Path) -> None:
    path = repository.root / NOTES
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert changes(repository, tmp_path / "old").files == frozenset()


def test_links_and_strange_paths_at_the_revision_are_left_out(
    repository: Repository, tmp_path: Path
) -> None:
    (repository.root / "annotations/essay/more.yml").symlink_to("/etc/passwd")
    repository.commit()
    old = tmp_path / "old"
    assert read_revision(Project.at(repository.root), repository.root, "HEAD", old)[0]
    assert not (old / "annotations/essay/more.yml").exists()
    assert not [path for path in old.rglob("*") if path.is_symlink()]


def test_a_project_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "r" / "inner")
    outer = tmp_path / "r"
    (repository.root / ".git").rename(outer / ".git")
    repository.git("-C", "..", "add", "--all")
    repository.git("-C", "..", "commit", "--quiet", "--message", "moved")
    repository.write("annotations/essay/more.yml", MORE)
    assert told(changes(repository, tmp_path / "old")) == [("added", "Another one.", ())]


@pytest.mark.parametrize("revision", ["nowhere", "-x", "--help", "", "HEAD:seeds", "\n"])
def test_a_revision_that_is_none(repository: Repository, tmp_path: Path, revision: str) -> None:
    project = Project.at(repository.root)
    before, why = read_revision(project, repository.root, revision, tmp_path / "old")
    assert before is None
    assert "git does not know the revision" in why


def test_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    root = tmp_path / "plain"
    root.mkdir()
    before, why = read_revision(Project.at(root), root, "HEAD", tmp_path / "old")
    assert before is None
    assert why.startswith("this is not a git repository")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_revision(Project.at(root), root, "HEAD", tmp_path / "old")[0] is None


def test_folders_outside_of_the_project(repository: Repository, tmp_path: Path) -> None:
    project = Project.at(repository.root, "../seeds")
    before, why = read_revision(project, repository.root, "HEAD", tmp_path / "old")
    assert before is None
    assert "inside the project" in why


def test_a_copy_without_the_files_says_so(repository: Repository, tmp_path: Path) -> None:
    """Cloned with `--filter=blob:none`, as large repositories are."""
    repository.git("config", "uploadpack.allowFilter", "true")
    address = repository.root.as_uri()
    repository.git("clone", "--quiet", "--bare", "--filter=blob:none", address, str(tmp_path / "c"))
    project = Project.at(repository.root)
    _, why = read_revision(project, tmp_path / "c", "HEAD", tmp_path / "old")
    assert why == 'this copy of the repository lacks files of "HEAD"'


def test_a_name_that_cannot_be_written_says_so(repository: Repository, tmp_path: Path) -> None:
    """Git keeps names that no file system takes."""
    entry = f"100644 blob {repository.git('rev-parse', f'HEAD:{NOTES}')}\t{'x' * 300}.yml\n"
    tree = repository.git("mktree", given=entry)
    folder = repository.git("mktree", given=f"040000 tree {tree}\tannotations\n")
    commit = repository.git("commit-tree", "-m", "x", folder)
    _, why = read_revision(Project.at(repository.root), repository.root, commit, tmp_path / "old")
    assert why == f'files of "{commit}" cannot be written here: File name too long'
