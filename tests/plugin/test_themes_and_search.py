"""Sites of other themes, of several texts, and with the search plugin."""

import json
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from tests import several_texts
from tests.plugin.conftest import Build, configure, with_plugins
from tests.small_site import write_site


@pytest.mark.parametrize("directory_urls", [True, False])
def test_under_material(build_site: Build, messages: list[str], directory_urls: bool) -> None:
    theme = "{name: material, font: false, features: [content.action.edit]}"
    site = build_site(
        {"mkdocs.yml": with_plugins("[search, annotated-reader]", theme)},
        strict=True,
        use_directory_urls=directory_urls,
    )
    path = "texts/essay/index.html" if directory_urls else "texts/essay.html"
    html = (site / path).read_text()
    assert html.count("<h1") == 1
    assert 'edit/main/docs/../annotations/essay/notes.yml"' in html
    assert '<script src="../' in html
    index = (site / "search/search_index.json").read_text()
    assert "about <em>cats</em> only" in index or "about cats only" in index
    assert messages == []


@pytest.mark.parametrize("plugins", ["[search, annotated-reader]", "[annotated-reader, search]"])
def test_the_search_opens_sentences_wherever_its_plugin_stands(
    build_site: Build, plugins: str
) -> None:
    site = build_site({"mkdocs.yml": with_plugins(plugins)}, theme="mkdocs")
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert "texts/essay/#s2" in [entry["location"] for entry in index["docs"]]


def test_the_site_of_several_texts_builds_without_a_warning(
    tmp_path: Path, messages: list[str]
) -> None:
    config = configure(several_texts.ROOT, site_dir=str(tmp_path), strict=True)
    build(config)
    assert messages == []
    index = json.loads((tmp_path / "search/search_index.json").read_text(encoding="utf-8"))
    titles = {entry["title"] for entry in index["docs"]}
    assert {"Sentence 1 – The lake", "Sentence 1 – Lake 2"} <= titles
    boosts = {entry["location"]: entry.get("boost") for entry in index["docs"]}
    assert boosts["texts/lake.html#s1"] == 5
    assert [place for place in boosts if place.startswith("claims.html")] == ["claims.html"]


def test_the_search_of_material_does_not_parse_what_has_entries_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    monkeypatch.setattr(
        "material.plugins.search.plugin.SearchIndex.create_entry_for_section",
        lambda *arguments: parsed.append(arguments[3]),
    )
    config = with_plugins("[search, annotated-reader]", "material")
    build(configure(write_site(tmp_path, {"mkdocs.yml": config})))
    assert "problems/" in parsed
    assert not [url for url in parsed if "essay" in url or "R001" in url]
    index = json.loads((tmp_path / "site/search/search_index.json").read_text(encoding="utf-8"))
    found = [entry["location"] for entry in index["docs"] if "essay" in entry["location"]]
    assert found[:3] == ["texts/essay/", "texts/essay/#s0", "texts/essay/#s1"]
