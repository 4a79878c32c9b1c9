"""The hand-written pages say what the notes do."""

from pathlib import Path

from annotated_reader.edition import Edition


def test_how_to_read_defines_every_verdict(edition: Edition, root: Path) -> None:
    lines = (root / "site_src/how-to-read.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if "ar-verdict" in line]
    verdicts = edition.vocabulary.verdicts.values()
    assert len(rows) == len(verdicts)
    for verdict in verdicts:
        assert any(
            f"</span> {verdict.label}<" in row and row.endswith(f" | {verdict.meaning} |")
            for row in rows
        ), verdict.id
