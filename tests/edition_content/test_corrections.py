"""Every correction is on the page, and the list of them is complete."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.edition_content.dossier import plain, rows

FILE = Path(__file__).with_name("corrections.yml")
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['sentence']} of {case['row']}")
def test_it_is_on_the_page(case: dict[str, Any], notes_on_page: dict[str, str]) -> None:
    page = plain(notes_on_page[case["sentence"]])
    assert [words for words in case["words"] if plain(words) not in page] == []


def test_the_list_has_every_row(outside: Path) -> None:
    text = (outside / "dossier.md").read_text(encoding="utf-8")
    corrections, outdated = rows(text, "3.1"), rows(text, "3.2")
    assert len(corrections) == 10
    assert len(outdated) == 6
    for where, words in corrections:
        listed = [case["text"] for case in CASES if case["row"] == where and "text" in case]
        assert any(case in plain(words) for case in listed), f"{where}: {words}"
    for where, _ in outdated:
        covered = {c["sentence"].upper() for c in CASES if c["row"] == where and "text" not in c}
        # A note on sentences 9 and 10 stands behind the last of them.
        assert covered == ({"S10"} if where == "S9, S10" else set(where.split(", ")))
