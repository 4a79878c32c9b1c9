"""A published bibliography, imported into an empty one, is the same bibliography."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.bibliography.csl_json import csl_json
from annotated_reader.notes import Source, csl
from tests.imports.sources.conftest import merged, read_back, records


def _known(source: Source) -> dict[str, Any]:
    """Return what a source says; `~` and `?` mean the same."""
    dates = {name: (date.start, date.end, date.circa) for name, date in source.dates.items()}
    return {
        "type": source.type,
        "texts": dict(source.texts),
        "names": dict(source.names),
        "dates": dates,
        "custom": dict(source.custom),
    }


def _there_and_back(content: str, where: Path) -> None:
    sources = read_back(content, where)
    published = where / "sources.json"
    published.write_text(csl_json(sources.values()), encoding="utf-8")
    again = read_back(merged(records(published)).content, where)
    assert list(again) == list(sources)
    assert [_known(source) for source in again.values()] == list(map(_known, sources.values()))


def test_the_edition(root: Path, tmp_path: Path) -> None:
    content = (root / "annotations" / "sources.yml").read_text(encoding="utf-8")
    _there_and_back(content, tmp_path)


def test_the_items(outside: Path, tmp_path: Path) -> None:
    content = merged(records(outside / "fixtures" / "citations" / "items.yaml")).content
    _there_and_back(content, tmp_path)


_LINE = st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1)
_PERSON = (
    st.dictionaries(
        st.sampled_from(["given", "dropping-particle", "non-dropping-particle", "suffix"]),
        _LINE,
        max_size=2,
    )
    .flatmap(
        lambda name: st.sampled_from([{}, {"comma-suffix": "true"}, {"comma-suffix": "false"}]).map(
            name.__or__
        )
    )
    .flatmap(lambda name: _LINE.map(lambda family: name | {"family": family}))
)
_DATES = "2020 2020-11 2020-11-10 1880~ 1880? 2020-21 -0043-03-15 0000 2013/2014 1880~/1890".split()
_DATES += ["2020-05-01/2020-06-30", "-0043/0010", "2020-21/2020-22", "2020-22~"]
_URLS = ["https://a.org/x", "http://b.org:8080/?a=b#c", "https://doi.org/10.1000/1"]
_OTHERS = sorted(csl.TEXT_FIELDS - {"URL", "DOI", "language", "citation-key", "title"})
_SOURCE = st.fixed_dictionaries(
    {"type": st.sampled_from(sorted(csl.TYPES)), "title": _LINE},
    optional={
        "URL": st.sampled_from(_URLS),
        "DOI": st.just("10.1000/1"),
        "language": st.sampled_from(["hy", "ru-RU", "en"]),
        "author": st.lists(_PERSON, min_size=1, max_size=2),
        "editor": st.lists(_LINE.map(lambda name: {"literal": name}), min_size=1, max_size=1),
        "issued": st.sampled_from(_DATES),
        "accessed": st.sampled_from(_DATES),
        "custom": st.dictionaries(st.sampled_from(["note", "consulted"]), _LINE, min_size=1),
        **dict.fromkeys(_OTHERS[::3], _LINE),
    },
)


@given(st.lists(_SOURCE, min_size=1, max_size=1))
def test_any_source(tmp_path_factory: pytest.TempPathFactory, items: list[dict[str, Any]]) -> None:
    whole = [{"id": f"s-{number}"} | item for number, item in enumerate(items)]
    content = yaml.safe_dump({"references": whole}, allow_unicode=True)
    _there_and_back(content, tmp_path_factory.getbasetemp())


def test_the_items_in_json_and_in_yaml_are_the_same(outside: Path) -> None:
    folder = outside / "fixtures" / "citations"
    json_, yaml_ = (merged(records(folder / name)) for name in ("items.json", "items.yaml"))
    assert json_.content == yaml_.content
    assert len(json_.results) == 17
