from collections.abc import Callable
from pathlib import Path

import pytest

from annotated_reader.files import Folder
from annotated_reader.notes.yaml_reader import YamlFile, read_yaml

Read = Callable[[str], tuple[YamlFile | None, list[str]]]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path, "a")


@pytest.fixture
def write(folder: Folder) -> Callable[[str], Path]:
    """Write a YAML file of some content, and return its path."""

    def _write(content: str) -> Path:
        path = folder.path / "n.yml"
        path.write_bytes(content.encode("utf-8"))
        return path

    return _write


@pytest.fixture
def read(folder: Folder, write: Callable[[str], Path]) -> Read:
    """Read a YAML file of some content; problems come as lines without the file's name."""

    def _read(content: str) -> tuple[YamlFile | None, list[str]]:
        file, problems = read_yaml(write(content), folder)
        return file, [str(problem).removeprefix("a/n.yml").lstrip(":") for problem in problems]

    return _read
