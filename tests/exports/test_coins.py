from pathlib import Path
from urllib.parse import parse_qsl

import pytest

from annotated_reader.exports import coins
from annotated_reader.files import Folder
from annotated_reader.notes import read_sources

ITEMS = Path(__file__).parents[1] / "bibliography" / "fixtures" / "items.yml"
SOURCES, _ = read_sources(ITEMS, Folder(ITEMS.parent, "annotations"))
assert SOURCES


def _pairs(id_: str) -> dict[str, list[str]]:
    assert SOURCES
    found: dict[str, list[str]] = {}
    for key, value in parse_qsl(coins(SOURCES[id_]), keep_blank_values=True, strict_parsing=True):
        found.setdefault(key, []).append(value)
    return found


@pytest.mark.parametrize(
    ("id_", "expected"),
    [
        (
            "multi-author",
            {
                "rft_val_fmt": "info:ofi/fmt:kev:mtx:journal",
                "rft.atitle": "Peace without society? The Karabakh conflict and its negotiators",
                "rft.jtitle": "Eurasian Geography and Economics",
                "rft.date": "2020",
                "rft.volume": "61",
                "rft.spage": "551",
                "rft.epage": "577",
                "rft.aulast": "Toal",
                "rft_id": "info:doi/10.1080/15387216.2020.1824013",
            },
        ),
        (
            "chap-broers",
            {
                "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
                "rft.genre": "bookitem",
                "rft.btitle": "Armenia, Azerbaijan and the Karabakh Question",
                "rft.place": "London",
            },
        ),
        ("same-year-b", {"rft.genre": "book", "rft.btitle": "The Caucasus: An Introduction"}),
        ("same-year-b", {"rft.au": "Thomas de Waal", "rft.aulast": "de Waal"}),
        (
            "legal-echr",
            {
                "rft_val_fmt": "info:ofi/fmt:kev:mtx:dc",
                "rft.type": "case",
                "rft.identifier": "https://hudoc.echr.coe.int/eng?i=001-155353",
                "rft.date": "2015-06-16",
            },
        ),
        ("nonlatin-hy", {"rft.au": "Թաթուլ Հակոբյան", "rft.language": "hy-AM"}),
    ],
)
def test_what_zotero_is_told(id_: str, expected: dict[str, str]) -> None:
    found = _pairs(id_)
    assert found["ctx_ver"] == ["Z39.88-2004"]
    assert {key: found[key][0] for key in expected} == expected


def test_every_author_and_nothing_empty() -> None:
    assert SOURCES
    assert len(_pairs("multi-author")["rft.au"]) == 8
    assert all(all(values) for id_ in SOURCES for values in _pairs(id_).values())


def test_nothing_in_it_needs_escaping() -> None:
    """A theme may print it as a tooltip."""
    assert SOURCES
    assert not {*"<>\"'`"} & {*"".join(coins(source) for source in SOURCES.values())}
