"""The content security policy: which scripts and styles of a page it allows."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from annotated_reader.pages import with_policy
from tests.cases import Case, block_cases, lines_of

CASES = block_cases(Path(__file__).parent / "fixtures" / "policy.txt")


@pytest.mark.parametrize("case", CASES)
def test_what_a_policy_allows(case: Case) -> None:
    theme, content, scripts, styles = case.parts
    policy = with_policy(f"<html><head></head>{theme}{content}</html>", content)
    for kind, allowed in (("script", scripts), ("style", styles)):
        rule = " ".join([f"{kind}-src 'self'", *map(_hashed, lines_of(allowed))])
        assert f"; {rule};" in policy


def _hashed(inside: str) -> str:
    return f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'"
