from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.text import read_seed


@pytest.mark.parametrize(
    ("name", "content", "codes"),
    [
        ("a.md", "---\ntitle: A\n---\n\nWords.\n", ["R510"]),
        ("a.md", "\ufeff---\r\ntitle: A\r\n---\r\nWords.\r\n", ["R510"]),
        ("a.md", "---\ntitle: A\n---", ["R510"]),
        ("a.txt", "---\ntitle: A\n---\n\nWords.\n", []),
        ("a.md", "---\n\nWords: more of them.\n\n---\n", []),
        ("a.md", "---\ntitle: A\n\nWords.\n", []),
        ("a.md", "Words.\n\n---\ntitle: A\n---\n", []),
        ("a.md", " \n", ["R505"]),
    ],
)
def test_what_a_seed_must_not_be(name: str, content: str, codes: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8", newline="")
    source, problems = read_seed(tmp_path / name, Folder(tmp_path, "seeds"))
    assert [problem.code for problem in problems] == codes
    assert source == (None if codes else content)
