import re

import pytest

from annotated_reader.notes.doi import PATTERN, bare_doi, doi_address
from annotated_reader.notes.links import refuse_link


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
        ("https://doi.org/10…", ""),
        ("not-a-doi", ""),
        ("https://doi.org/10.1000%2Fa", "10.1000/a"),
    ],
)
def test_a_doi_is_kept_bare(text: str, doi: str) -> None:
    assert bare_doi(text) == doi
    assert bool(re.search(PATTERN, text)) == (doi == text != "")


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("10.1002/(SICI)1<2::A>3;2-O", "https://doi.org/10.1002/(SICI)1%3C2::A%3E3;2-O"),
        ('10.1000/"><script>#%ü', "https://doi.org/10.1000/%22%3E%3Cscript%3E%23%25%C3%BC"),
    ],
)
def test_the_address_of_a_doi_is_a_link(doi: str, address: str) -> None:
    assert doi_address(doi) == address
    assert refuse_link(address) is None
