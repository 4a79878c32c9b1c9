import pytest

from annotated_reader.links.addresses import addresses_of, is_public
from annotated_reader.notes import Source
from annotated_reader.problems import Place


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1"),
        *("169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1"),
        *("::", "::1", "fe80::1", "fe80::1%eth0", "fd00::1", "ff02::1", "2001:db8::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1"),
    ],
)
def test_numbers_that_are_not_asked(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize(
    "number",
    ["93.184.215.14", "2606:4700::1111", "::ffff:93.184.215.14", "64:ff9b::5db8:d70e"],
)
def test_numbers_that_are_asked(number: str) -> None:
    assert is_public(number)


def _source(id_: str, url: str = "", archive: str = "", doi: str = "") -> Source:
    texts = {field: text for field, text in (("URL", url), ("DOI", doi)) if text}
    custom = {"archive-url": archive} if archive else {}
    return Source(id_, "book", Place("sources.yml"), texts, {}, {}, custom)


def test_every_address_is_asked_once() -> None:
    sources = [
        _source("a", "https://a.org/", "https://archive.org/a"),
        _source("b", "https://a.org/"),
        _source("c", "https://c.org/"),
        _source("d"),
        _source("e", archive="https://archive.org/e"),
        _source("f", doi="10.1002/(SICI)1097<1::AID-A>3.0.CO;2-O"),
        _source("g", "https://a.org/", doi="10.1000/182"),
    ]
    assert addresses_of(sources) == {
        "https://a.org/": "https://archive.org/a",
        "https://archive.org/a": "",
        "https://c.org/": "",
        "https://archive.org/e": "",
        "https://doi.org/10.1002/(SICI)1097%3C1::AID-A%3E3.0.CO;2-O": "",
    }
