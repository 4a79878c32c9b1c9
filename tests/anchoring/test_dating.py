"""The day of an edit, and the sentences that keep it."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from annotated_reader.anchoring.revision import dated
from annotated_reader.text import format_sentence_list
from tests.anchoring.conftest import make_revision
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "dating.yml")


@pytest.mark.parametrize("case", CASES)
def test_which_sentences_keep_the_day(case: Mapping[str, str]) -> None:
    revision = dated(make_revision(case), "2026-11-24")
    content = format_sentence_list(revision.document, revision.retired)
    lines = [line for line in content.splitlines() if not line.startswith("#")]
    assert "\n".join(lines).replace("\t", "→") == case["list"].rstrip()


@pytest.mark.parametrize("case", CASES)
def test_nothing_else_of_a_revision_changes(case: Mapping[str, str]) -> None:
    revision = make_revision(case)
    changed = dated(revision, "2026-11-24")
    assert changed.changes == revision.changes
    assert [(s.id, s.start, s.end) for s in changed.document.sentences] == [
        (s.id, s.start, s.end) for s in revision.document.sentences
    ]
