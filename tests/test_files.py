import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import (
    MAX_BYTES,
    Folder,
    find_hiding_character,
    line_and_column,
    read_text,
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "notes").mkdir()
    return Folder(tmp_path / "notes", "annotations")


def _problem(path: Path, folder: Folder) -> str:
    text, problems = read_text(path, folder)
    assert text is None
    (problem,) = problems
    return str(problem)


def test_places_are_named_from_the_project(folder: Folder) -> None:
    assert str(folder.place(folder.path / "a" / "b.yml", 3, 4)) == "annotations/a/b.yml:3:4"
    assert str(folder.place(folder.path)) == "annotations"


@pytest.mark.parametrize("content", ["a\r\nb\rc\n", "\ufeffa", "", "\u2028\f\v 😀"], ids=repr)
def test_every_character_is_kept(folder: Folder, content: str) -> None:
    path = folder.path / "a.txt"
    path.write_bytes(content.encode("utf-8"))
    assert read_text(path, folder) == (content, [])


def test_a_file_that_is_not_there(folder: Folder) -> None:
    assert _problem(folder.path / "a.txt", folder) == (
        "annotations/a.txt: R001 cannot be read: No such file or directory."
    )


def test_a_folder_in_place_of_a_file(folder: Folder) -> None:
    (folder.path / "a.txt").mkdir()
    assert _problem(folder.path / "a.txt", folder) == (
        "annotations/a.txt: R001 is not a regular file."
    )


def test_a_pipe_is_not_waited_for(folder: Folder) -> None:
    os.mkfifo(folder.path / "a.txt")
    assert _problem(folder.path / "a.txt", folder) == (
        "annotations/a.txt: R001 is not a regular file."
    )


REFUSED = "R002 is a symbolic link, or leads outside its folder. Put the file itself here."


def test_a_link_to_a_file_outside(folder: Folder) -> None:
    (folder.path / "a.txt").symlink_to("/etc/passwd")
    assert _problem(folder.path / "a.txt", folder) == f"annotations/a.txt: {REFUSED}"


def test_a_link_to_a_file_inside(folder: Folder) -> None:
    (folder.path / "b.txt").write_text("b", encoding="utf-8")
    (folder.path / "a.txt").symlink_to("b.txt")
    assert _problem(folder.path / "a.txt", folder) == f"annotations/a.txt: {REFUSED}"


def test_a_link_that_leads_nowhere(folder: Folder) -> None:
    (folder.path / "a.txt").symlink_to("nowhere")
    assert _problem(folder.path / "a.txt", folder) == f"annotations/a.txt: {REFUSED}"


def test_a_link_to_a_folder_on_the_way(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.txt").write_text("secret", encoding="utf-8")
    (folder.path / "text").symlink_to(tmp_path / "outside")
    assert _problem(folder.path / "text" / "a.txt", folder) == (
        f"annotations/text/a.txt: {REFUSED}"
    )


def test_two_dots_on_the_way(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("secret", encoding="utf-8")
    assert _problem(folder.path / ".." / "a.txt", folder) == f"annotations/../a.txt: {REFUSED}"


def test_the_project_itself_may_be_reached_by_a_link(folder: Folder, tmp_path: Path) -> None:
    (folder.path / "a.txt").write_text("a", encoding="utf-8")
    (tmp_path / "link").symlink_to(folder.path)
    linked = Folder(tmp_path / "link", "annotations")
    assert read_text(linked.path / "a.txt", linked) == ("a", [])


def test_not_utf_8(folder: Folder) -> None:
    path = folder.path / "a.txt"
    path.write_bytes("é\nIl pleut ".encode() + "à".encode("latin-1"))
    assert _problem(path, folder) == (
        "annotations/a.txt:2:10: R003 is not UTF-8 text. Save the file with the encoding UTF-8."
    )


def test_a_file_as_large_as_may_be(folder: Folder) -> None:
    path = folder.path / "a.txt"
    path.write_bytes(b"a" * MAX_BYTES)
    text, problems = read_text(path, folder)
    assert (len(text or ""), problems) == (MAX_BYTES, [])


def test_a_file_that_is_too_large(folder: Folder) -> None:
    path = folder.path / "a.txt"
    path.write_bytes(b"a" * (MAX_BYTES + 1))
    assert _problem(path, folder) == (
        "annotations/a.txt: R004 is too large: 4,000,001 bytes; 4,000,000 are allowed. "
        "Split it into several files."
    )


@pytest.mark.parametrize(
    "code",
    [0x00, 0x08, 0x1B, 0x7F, 0x9F, 0x202A, 0x202E, 0x2066, 0x2069, 0xFEFF, 0xE0001, 0xE007F],
    ids="U+{:04X}".format,
)
def test_characters_that_hide_or_reorder(code: int) -> None:
    assert find_hiding_character(f"ab{chr(code)}c") == (2, f"U+{code:04X}")


@pytest.mark.parametrize(
    "code",
    [
        *(0x09, 0x0A, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0xAD, 0x200C, 0x200D, 0x200E, 0x200F),
        *(0x2028, 0x3000, 0x5D0, 0x1F600),
    ],
    ids="U+{:04X}".format,
)
def test_characters_that_texts_need(code: int) -> None:
    assert find_hiding_character(f"ab{chr(code)}c") is None


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("abc", 0, (1, 1)),
        ("abc", 3, (1, 4)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\rb", 2, (2, 1)),
        ("a\n\nb", 3, (3, 1)),
        ("é😀b", 2, (1, 3)),
        ("", 0, (1, 1)),
    ],
)
def test_lines_and_columns(text: str, offset: int, expected: tuple[int, int]) -> None:
    assert line_and_column(text, offset) == expected


@given(st.lists(st.text("ab\u2028é😀", max_size=5), min_size=1), st.data())
def test_lines_and_columns_lead_back(lines: list[str], data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(["\n", "\r\n", "\r"])).join(lines)
    number = data.draw(st.integers(1, len(lines)))
    column = data.draw(st.integers(1, len(lines[number - 1]) + 1))
    line_end = len(text) - sum(map(len, lines))
    each = line_end // (len(lines) - 1) if len(lines) > 1 else 0
    offset = sum(len(line) + each for line in lines[: number - 1]) + column - 1
    assert line_and_column(text, offset) == (number, column)
