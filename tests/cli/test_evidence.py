from pathlib import Path

import pytest
from click.testing import CliRunner

from annotated_reader.cli import main
from tests.small_site import FILES, write_site

NO_QUOTE = FILES["annotations/essay/notes.yml"].replace(", quote: only cats", "")
WITHDRAWN = FILES["annotations/essay/notes.yml"].replace("  by: [ann]", "  status: withdrawn")
COPY = "annotations/evidence/smith-2001.txt"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, f"smith-2001: no copy kept 1; keep the passage in {COPY}"),
        ({COPY: "It is only cats."}, "smith-2001: verified 1"),
        ({COPY: "It is only dogs."}, "smith-2001: not found 1"),
        ({"annotations/essay/notes.yml": WITHDRAWN}, "No note quotes a source."),
        ({"annotations/essay/notes.yml": NO_QUOTE}, "No note quotes a source."),
    ],
)
def test_the_sources_that_notes_quote(
    changes: dict[str, str | None], told: str, tmp_path: Path
) -> None:
    command = ["evidence", "-C", str(write_site(tmp_path, changes))]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{told}\n", "")
