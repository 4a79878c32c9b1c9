"""A short run of `python -m tests.fuzz`, the same in every test run."""

from pathlib import Path
from random import Random

import pytest

from tests.fuzz import project
from tests.fuzz.mutations import mutated
from tests.fuzz.project import seeds, try_project


def test_no_file_raises_or_hangs(tmp_path: Path) -> None:
    random, starts = Random(1), list(seeds())
    others = [content for _, content in starts]
    for _ in range(150):
        place, content = random.choice(starts)
        try_project(tmp_path / "project", place, mutated(random, content, others))


def test_a_fault_would_be_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(project, "build_edition", lambda _: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        try_project(tmp_path / "project", 0, b"notes: []\n")
