"""Sources in the site: the style, the language, the files beside the page, a missing pandoc."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.exceptions import Abort

from annotated_reader.bibliography import formatting
from annotated_reader.bibliography.cache import FOLDER
from annotated_reader.bibliography.pandoc import PandocError
from annotated_reader.cli import main
from tests.plugin.conftest import Build, configure, with_plugins
from tests.small_site import FILES, write_site


def _set(option: str) -> dict[str, str | None]:
    return {"mkdocs.yml": with_plugins(f"[{{annotated-reader: {{{option}}}}}]")}


@pytest.mark.parametrize(
    ("option", "cited", "listed"),
    [
        ("", ">Smith 2001</a>, p. 3", "Smith, Ann. 2001. <em>Cats</em>. Press."),
        ("citation_style: apa", ">Smith, 2001</a>, p. 3", "Smith, A. (2001). <em>Cats</em>."),
    ],
)
def test_style(
    build_site: Build, messages: list[str], option: str, cited: str, listed: str
) -> None:
    site = build_site(_set(option), strict=True)
    assert cited in (site / "texts/essay/index.html").read_text()
    assert listed in (site / "sources/index.html").read_text()
    assert messages == []


@pytest.mark.parametrize(
    ("language", "cited"), [("en", ">“Cats,”</a> p. 3"), ("fr", "»</a>, p. 3")]
)
def test_the_comma_behind_a_title(build_site: Build, language: str, cited: str) -> None:
    unsigned = (
        FILES["annotations/sources.yml"]
        .replace("  author: [{family: Smith, given: Ann}]\n", "")
        .replace("book", "chapter\n  container-title: Pets")
    )
    option = f"citation_style: modern-language-association, language: {language}"
    site = build_site({**_set(option), "annotations/sources.yml": unsigned})
    assert cited in (site / "texts/essay/index.html").read_text()


def test_a_style_of_the_project_and_the_render_command(tmp_path: Path) -> None:
    small = (Path(__file__).parents[1] / "bibliography/fixtures/small.csl").read_text()
    root = write_site(tmp_path, {"styles/small.csl": small})
    arguments = ["render", "-C", str(root), "--out", str(root / "out")]
    done = CliRunner().invoke(main, [*arguments, "--citation-style", "styles/small.csl"])
    assert done.exit_code == 0, done.output
    assert "Ann Smith: <a href=" in (root / "out/sources.md").read_text()


def test_a_style_that_is_not_there_stops_the_build(build_site: Build, messages: list[str]) -> None:
    with pytest.raises(Abort):
        build_site(_set("citation_style: apaa"))
    [told, _] = messages
    assert 'citation_style: R603 there is no citation style "apaa". Did you mean "apa"?' in told


def test_without_pandoc_the_site_is_built_and_says_so(
    build_site: Build, messages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> str:
        raise PandocError("pandoc is missing: pip install pypandoc_binary")

    monkeypatch.setattr(formatting, "pandoc_version", missing)
    site = build_site()
    assert "Smith, Ann. Cats. Press, 2001." in (site / "sources/index.html").read_text()
    assert not (site / "sources.bib").exists()
    [told] = messages
    assert "annotations/sources.yml: R604 the sources are shown in a plain form." in told
    messages.clear()
    with pytest.raises(Abort):
        build_site(strict=True)


@pytest.mark.parametrize(
    ("style", "watched"), [("small.csl", True), ("apa", False), ('""', False), (".", False)]
)
def test_serve_watches_a_style_of_the_project(tmp_path: Path, style: str, watched: bool) -> None:
    root = write_site(tmp_path, {**_set(f"citation_style: {style}"), "small.csl": "<style/>"})
    config = configure(root, "serve")
    config.plugins.run_event("config", config)
    assert {Path(path).name for path in config.watch} & {"small.csl", root.name} == (
        {"small.csl"} if watched else set()
    )


def test_the_language_of_the_pages_is_that_of_the_citations(build_site: Build) -> None:
    sources = FILES["annotations/sources.yml"].replace(
        "[{family: Smith, given: Ann}]", "[{family: Smith}, {family: Brown}]"
    )
    site = build_site({**_set("language: fr"), "annotations/sources.yml": sources})
    assert ">Smith et Brown 2001</a>" in (site / "texts/essay/index.html").read_text()


def test_files_and_metadata_are_published(build_site: Build) -> None:
    site = build_site()
    assert (site / "sources.json").read_text().startswith("[\n")
    assert (site / "sources.bib").read_text().startswith("@book{")
    assert (site / "sources.ris").read_text().startswith("TY  - BOOK\n")
    assert (site / "texts/essay/citation.json").is_file()
    text = (site / "texts/essay/index.html").read_text().partition("</head>")[0]
    url = "https://example.org/texts/essay/"
    assert f'<meta name="citation_public_url" content="{url}">' in text
    assert f'<link rel="cite-as" href="{url}">' in text
    assert "citation_title" not in (site / "sources/index.html").read_text()


def test_the_cache_lies_beside_the_configuration_and_not_in_the_site(
    build_site: Build, tmp_path: Path
) -> None:
    site = build_site()
    assert len(list((tmp_path / FOLDER).glob("*.html"))) == 1
    assert not (site / ".cache").exists()
