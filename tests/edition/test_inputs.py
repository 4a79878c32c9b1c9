from pathlib import Path

import pytest

from annotated_reader.edition import Project, find_texts
from tests.edition.conftest import Copy

FOLDER = "annotations/the-weather"


def _find(project: Copy) -> tuple[dict[str, list[str]], list[str]]:
    """Return the names of the notes files of each text, and the problems as lines."""
    texts, problems = find_texts(Project.at(project.root))
    return {t.slug: [path.name for path in t.notes] for t in texts}, [str(p) for p in problems]


def test_the_base(project: Copy) -> None:
    (text,), problems = find_texts(Project.at(project.root))
    assert problems == []
    assert text.slug == "the-weather"
    assert text.seed == project.root / "seeds" / "the-weather.txt"
    assert text.sentences == project.root / FOLDER / "sentences.tsv"
    assert text.text == project.root / FOLDER / "text.yml"
    assert text.notes == (project.root / FOLDER / "notes.yml",)


def test_numbers_in_names_count_as_numbers(project: Copy) -> None:
    for slug in ("essay-10", "essay-9", "essay", "essay-9-b", "10-years", "9-years"):
        project.write(f"seeds/{slug}.txt", "Words.\n")
    found, _ = _find(project)
    assert list(found) == [
        *("9-years", "10-years", "essay", "essay-9", "essay-9-b", "essay-10", "the-weather"),
    ]


def test_texts_and_notes_are_in_alphabetical_order(project: Copy) -> None:
    project.write("seeds/valley.md", "# The valley\n").write("seeds/a-river.txt", "It flows.\n")
    project.write(f"{FOLDER}/b.yml", "").write(f"{FOLDER}/a.yml", "")
    found, problems = _find(project)
    assert problems == []
    assert list(found) == ["a-river", "the-weather", "valley"]
    assert found["the-weather"] == ["a.yml", "b.yml", "notes.yml"]
    assert found["valley"] == []


@pytest.mark.parametrize(
    "name",
    [
        *("seeds/.hidden", "seeds/.DS_Store", "seeds/~lock.txt", "seeds/valley.txt.license"),
        *("annotations/README.md", "annotations/.gitkeep", "annotations/links.json"),
        *("annotations/evidence/page.html", f"{FOLDER}/README.md", f"{FOLDER}/.notes.yml.swp"),
    ],
)
def test_files_that_may_lie_about(project: Copy, name: str) -> None:
    project.write(name, "…")
    assert _find(project) == ({"the-weather": ["notes.yml"]}, [])


@pytest.mark.parametrize(
    "name", ["a.txt", "1984.md", "9-november-agreement.txt", f"{'a' * 100}.txt"]
)
def test_names_that_can_be_addresses(project: Copy, name: str) -> None:
    project.write(f"seeds/{name}", "Text.\n")
    found, problems = _find(project)
    assert problems == []
    assert Path(name).stem in found


@pytest.mark.parametrize(
    "name", ["A.txt", "a b.txt", "a_b.txt", "-a.txt", "é.txt", "a.b.txt", f"{'a' * 101}.txt"]
)
def test_names_that_cannot_be_addresses(project: Copy, name: str) -> None:
    project.write(f"seeds/{name}", "Text.\n")
    found, (problem,) = _find(project)
    assert problem.startswith(f"seeds/{name}: R507 this name cannot be an address.")
    assert list(found) == ["the-weather"]


def test_a_name_that_is_not_text_at_all(project: Copy) -> None:
    name = b"\xff".decode("utf-8", errors="surrogateescape")
    project.write(f"seeds/{name}.txt", "Text.\n")
    found, (problem,) = _find(project)
    assert " R507 " in problem
    assert list(found) == ["the-weather"]


def test_a_project_without_annotations(tmp_path: Path) -> None:
    Copy(tmp_path).write("seeds/a.txt", "Text.\n")
    assert _find(Copy(tmp_path)) == ({"a": []}, [])


def test_an_empty_project(tmp_path: Path) -> None:
    hint = "Make it, and put a text ending in .txt or .md there."
    assert _find(Copy(tmp_path)) == ({}, [f"seeds: R001 this folder does not exist. {hint}"])


def test_without_seeds_no_folder_of_notes_is_blamed(project: Copy) -> None:
    (project.root / "seeds/the-weather.txt").unlink()
    expected = ["seeds: R509 there are no seeds. Put a text ending in .txt or .md here."]
    assert _find(project)[1] == expected
    project.write("annotations/valley/notes.yml", "").write("annotations/more.yml", "")
    (project.root / "seeds").rmdir()
    assert [problem.split(": ")[0] for problem in _find(project)[1]] == [
        "seeds",
        "annotations/more.yml",
    ]


def test_other_names_for_the_folders(tmp_path: Path) -> None:
    Copy(tmp_path).write("texts/in/a.txt", "Text.\n").write("notes/a/b.yml", "")
    project = Project.at(tmp_path, "texts/in", "notes/")
    (text,), problems = find_texts(project)
    assert problems == []
    assert str(project.seeds.place(text.seed)) == "texts/in/a.txt"
    assert str(project.annotations.place(text.notes[0])) == "notes/a/b.yml"
