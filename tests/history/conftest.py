import subprocess
from pathlib import Path

import pytest

from tests.small_site import write_site


class Repository:
    """The small project in a git repository, with one commit."""

    def __init__(self, root: Path) -> None:
        self.root = write_site(root)
        self.git("init", "--quiet")
        self.commit()

    def git(self, *arguments: str, given: str | None = None) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false")
        command = ["git", "-C", str(self.root), *who, *arguments]
        done = subprocess.run(command, input=given, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def commit(self) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "x")

    def write(self, name: str, content: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8", newline="\n")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")
