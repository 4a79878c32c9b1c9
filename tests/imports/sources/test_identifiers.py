from pathlib import Path

import pytest

from annotated_reader.imports.sources.identifiers import bare_doi, doi_key, url_key
from tests.cases import Case, line_cases


@pytest.mark.parametrize("case", line_cases(Path(__file__).parent / "fixtures" / "addresses.txt"))
def test_two_addresses(case: Case) -> None:
    one, same, other = case.parts
    keys = [doi_key({"URL": url}) or url_key({"URL": url}) for url in (one, other)]
    assert all(keys)
    assert (keys[0] == keys[1]) == (same == "=")


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1080/15387216.2020.1824013", "10.1080/15387216.2020.1824013"),
        ("doi:10.1000/ABC", "10.1000/ABC"),
        ("https://doi.org/10.1000/a(b)c", "10.1000/a(b)c"),
        ("doi.org/10.1000/a", "10.1000/a"),
        ("10.1/x", ""),
        ("https://example.org/10.1000/a", ""),
        ("10.1000/a b", ""),
        ("", ""),
    ],
)
def test_a_doi_is_kept_bare(text: str, doi: str) -> None:
    assert bare_doi(text) == doi


def test_what_is_no_address_has_no_key() -> None:
    for url in ("", "http://[", "https://a:b/", 5, None):
        assert url_key({"URL": url}) == ""
