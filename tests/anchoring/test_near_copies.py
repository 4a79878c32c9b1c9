from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.anchoring.near_copies import NearCopies
from tests.anchoring.conftest import make_document
from tests.cases import yaml_cases

CASES = yaml_cases(Path(__file__).parent / "fixtures" / "near_copies.yml")


@pytest.mark.parametrize("case", CASES)
def test_what_stands_almost_verbatim_twice(case: Mapping[str, Any]) -> None:
    copies = NearCopies(make_document(case["text"]))
    found = copies.of(case["quote"], case["apart_from"])
    assert (found.id if found else "") == case.get("copy", "")


def test_words_that_stand_everywhere_tell_nothing() -> None:
    refrain = "And so the people sang on."
    for times, told in ((199, True), (201, False)):
        copies = NearCopies(make_document("\n\n".join([refrain] * times)))
        assert (copies.of(refrain, ["s1"]) is not None) is told
