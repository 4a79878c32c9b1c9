"""What an edit of the seed does to sentences and their ids."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from annotated_reader.anchoring.revision import Change, ChangeKind, Revision
from annotated_reader.text import cut, format_sentence_list
from tests.anchoring.conftest import listed_sentences, make_revision
from tests.cases import yaml_cases

FIXTURES = Path(__file__).parent / "fixtures"
CASES = [*yaml_cases(FIXTURES / "revision.yml"), *yaml_cases(FIXTURES / "copies.yml")]


def _told(revision: Revision, change: Change) -> str:
    old = [revision.listed[index].id for index in change.old]
    new = [revision.document.sentences[index].id for index in change.new]
    became = f" => {' '.join(new)}" if old and new and old != new else ""
    return f"{change.kind} {' '.join(old or new)}{became}"


def _list(revision: Revision) -> str:
    content = format_sentence_list(revision.document, revision.retired)
    lines = [line for line in content.splitlines() if not line.startswith("#")]
    return "\n".join(lines).replace("\t", "→")


@pytest.mark.parametrize("case", CASES)
def test_what_becomes_of_sentences(case: Mapping[str, str]) -> None:
    revision = make_revision(case)
    changes = [change for change in revision.changes if change.kind is not ChangeKind.UNCHANGED]
    assert [_told(revision, change) for change in changes] == list(case.get("changes", []))
    assert _list(revision) == case["list"].rstrip()


@pytest.mark.parametrize("case", CASES)
def test_each_sentence_is_in_one_change(case: Mapping[str, str]) -> None:
    revision = make_revision(case)
    olds = sorted(index for change in revision.changes for index in change.old)
    news = sorted(index for change in revision.changes for index in change.new)
    assert olds == list(range(len(revision.listed)))
    assert news == list(range(len(revision.document.sentences)))


@pytest.mark.parametrize("case", CASES)
def test_the_new_list_fits_the_new_text(case: Mapping[str, str]) -> None:
    revision = make_revision(case)
    document, problems = cut(
        case["new"],
        language=case.get("language", "en"),
        markdown=case.get("markdown") == "yes",
        listed=listed_sentences(_list(revision)),
    )
    assert problems == []
    assert document == revision.document


def test_every_kind_of_change_has_a_case() -> None:
    revisions = [make_revision(case.values[0]) for case in CASES]
    kinds = {change.kind for revision in revisions for change in revision.changes}
    assert kinds == set(ChangeKind)
