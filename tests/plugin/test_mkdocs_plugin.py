"""The plugin builds the pages of the `render` command into a site, with its links and settings."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config

from annotated_reader.cli import main
from annotated_reader.problems import CODES
from tests.plugin.conftest import Build, Command, with_plugins
from tests.small_site import FILES, write_site


def _body(html: str) -> str:
    found = re.search(r"<main[^>]*>(.*)</main>", html, re.DOTALL)
    assert found
    return found[1]


def test_builds_every_page_without_a_warning(build_site: Build, messages: list[str]) -> None:
    site = build_site(strict=True)
    pages = {path.relative_to(site).as_posix() for path in site.rglob("index.html")}
    codes = {f"problems/{code}/index.html" for code in CODES}
    assert pages - codes == {
        "index.html",
        "problems/index.html",
        "texts/index.html",
        "texts/essay/index.html",
        "claims/index.html",
        "cross-references/index.html",
        "sources/index.html",
    }
    assert messages == []


def test_shows_sentences_notes_and_links(build_site: Build) -> None:
    html = (build_site() / "texts/essay/index.html").read_text()
    assert '<span class="ar-s" id="s1">The <span class="ar-mark' in html
    assert "cats &amp; dogs</span>.</span>" in html
    assert 'href="#notes-s2" role="doc-noteref"' in html
    assert "It is about <em>cats</em> only." in html
    assert 'href="../../sources/#source-smith-2001"' in html
    assert 'href="https://example.com/cats"' in html


def test_page_text_is_that_of_the_render_command(build_site: Build, tmp_path: Path) -> None:
    site = build_site()
    edit_base = "https://example.org/edit/main/"
    arguments = ["render", "-C", str(tmp_path), "--out", str(tmp_path / "out")]
    done = CliRunner().invoke(main, [*arguments, "--edit-base", edit_base, "--site-name", "Small"])
    assert done.exit_code == 0, done.output
    for name in ("texts/index", "texts/essay", "claims", "sources", "cross-references"):
        rendered = (tmp_path / f"out/{name}.md").read_text().split("---\n\n", 1)[1]
        served = f"{name.removesuffix('/index')}/index.html"
        assert _body((site / served).read_text()) == rendered


def test_script_and_style_are_those_of_the_render_command(build_site: Build) -> None:
    site = build_site()
    for name in ("reader.js", "reader.css", "claims.js", "claims.css"):
        assert (site / "assets/annotated-reader" / name).stat().st_size > 1000


def test_links_into_sentences_are_checked(build_site: Build, messages: list[str]) -> None:
    build_site({"docs/index.md": "[here](texts/essay.md#s2) and [there](texts/essay.md#s77)\n"})
    assert len(messages) == 1
    assert "'texts/essay.md#s77'" in messages[0]


def test_table_of_contents_lists_headings(build_site: Build) -> None:
    html = (build_site() / "texts/essay/index.html").read_text()
    assert "<nav><a href='#notes'>Notes</a></nav>" in html


def test_edit_button_opens_the_annotation_file(build_site: Build) -> None:
    html = (build_site() / "texts/essay/index.html").read_text()
    assert "data-edit='https://example.org/edit/main/docs/../annotations/essay/notes.yml'" in html
    assert 'href="https://example.org/edit/main/annotations/essay/notes.yml#L2"' in html


def test_the_name_of_a_file_cannot_leave_its_address(build_site: Build) -> None:
    name = "annotations/essay/'><img src=a onerror=alert(1)>\".yml"
    notes = {"annotations/essay/notes.yml": None, name: FILES["annotations/essay/notes.yml"]}
    # Such a name is an error (R007), and ends a build; `serve` shows the page.
    html = (build_site(notes, command="serve") / "texts/essay/index.html").read_text()
    assert "<img" not in html
    assert "%3Cimg%20src%3Da%20onerror%3Dalert%281%29%3E%22.yml#L2" in html


def test_without_edit_uri_no_edit_links(build_site: Build) -> None:
    config = FILES["mkdocs.yml"].replace("edit_uri: https://example.org/edit/main/docs/\n", "")
    html = (build_site({"mkdocs.yml": config}) / "texts/essay/index.html").read_text()
    assert "ar-edit" not in html


def test_other_folders_can_be_named(build_site: Build) -> None:
    config = with_plugins("[{annotated-reader: {seeds: words}}]")
    moved = {"seeds/essay.txt": None, "words/essay.txt": FILES["seeds/essay.txt"]}
    site = build_site({"mkdocs.yml": config, **moved})
    assert (site / "texts/essay/index.html").exists()


def test_two_builds_are_the_same(
    build_site: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    site = build_site()
    first = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    build_site()
    assert first == {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_titles_are_escaped_where_themes_print_them(build_site: Build) -> None:
    evil = "title: '<script>alert(1)</script>'\ndescription: '\"><script>alert(2)</script>'\n"
    site = build_site({"annotations/essay/text.yml": evil})
    for page in site.rglob("*.html"):
        assert "<script>alert" not in page.read_text()
    assert "<title>&lt;script&gt;" in (site / "texts/essay/index.html").read_text()


WITH_POLICY = with_plugins("[annotated-reader: {content_security_policy: true}]")


@pytest.mark.parametrize(("command", "protected"), [("build", True), ("serve", False)])
def test_the_policy_would_forbid_the_reloading_of_serve(
    build_site: Build, command: Command, protected: bool
) -> None:
    site = build_site({"mkdocs.yml": WITH_POLICY}, command=command)
    for page in site.rglob("*.html"):
        assert ("Content-Security-Policy" in page.read_text(encoding="utf-8")) is protected


def test_a_build_without_a_start_up_can_have_a_policy(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"mkdocs.yml": WITH_POLICY})
    build(load_config(str(root / "mkdocs.yml")))
    assert "Content-Security-Policy" in (root / "site/texts/essay/index.html").read_text()
