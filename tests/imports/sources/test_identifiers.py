from pathlib import Path

import pytest

from annotated_reader.imports.sources.identifiers import doi_key, url_key
from tests.cases import Case, line_cases


@pytest.mark.parametrize("case", line_cases(Path(__file__).parent / "fixtures" / "addresses.txt"))
def test_two_addresses(case: Case) -> None:
    one, same, other = case.parts
    keys = [doi_key({"URL": url}) or url_key({"URL": url}) for url in (one, other)]
    assert all(keys)
    assert (keys[0] == keys[1]) == (same == "=")


def test_what_is_no_address_has_no_key() -> None:
    for url in ("", "http://[", "https://a:b/", 5, None):
        assert url_key({"URL": url}) == ""
