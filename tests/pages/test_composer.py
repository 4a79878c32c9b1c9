"""What the composer is told of the site."""

import json
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Project, build_edition
from annotated_reader.notes.writing import ORDER
from annotated_reader.pages.composer import composer_data
from annotated_reader.pages.repository import repository_at
from annotated_reader.pages.settings import Settings
from tests.small_site import write_site


def _data(root: Path, settings: Settings) -> Any:
    edition, _ = build_edition(Project.at(write_site(root)))
    content = composer_data(edition, settings).content
    return json.loads(content.removeprefix("globalThis.annotatedReaderData = ").rstrip(";\n"))


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("github", {"name": "GitHub", "fields": ["filename", "value"], "fills": True}),
        ("gitlab", {"name": "GitLab", "fields": ["file_name", "content"], "fills": False}),
    ],
)
def test_where_a_new_file_is_proposed(tmp_path: Path, host: str, told: dict[str, Any]) -> None:
    repository = repository_at(f"https://{host}.com/ann/essay", annotations="annotations")
    assert repository is not None
    found = _data(tmp_path, Settings(repository=repository))["repository"]
    assert found == {"new": repository.new_file, **told}


def test_without_a_repository_and_a_site(tmp_path: Path) -> None:
    data = _data(tmp_path, Settings())
    assert (data["repository"], data["modeline"]) == (None, "")


def test_the_words_of_every_field_are_there(tmp_path: Path) -> None:
    data = _data(tmp_path, Settings())
    sources = ("title", "author", "container-title", "publisher", "issued", "URL", "type", "DOI")
    elsewhere = {"id", "quote", "prefix", "suffix", "via", "history", "status", "allow"}
    written = {*ORDER} - elsewhere
    assert [key for key in (*written, *sources) if f"f_{key}" not in data["words"]] == []
