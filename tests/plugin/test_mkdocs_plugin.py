import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from annotated_reader.cli import main
from annotated_reader.problems import CODES
from tests import several_texts
from tests.plugin.conftest import Build, Command, configure
from tests.small_site import FILES, write_site

BROKEN = FILES["annotations/essay/notes.yml"].replace("quote: cats & dogs", "quote: cats & mice")


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
    html = (build_site(notes) / "texts/essay/index.html").read_text()
    assert "<img" not in html
    assert "%3Cimg%20src%3Da%20onerror%3Dalert%281%29%3E%22.yml#L2" in html


def test_without_edit_uri_no_edit_links(build_site: Build) -> None:
    config = FILES["mkdocs.yml"].replace("edit_uri: https://example.org/edit/main/docs/\n", "")
    html = (build_site({"mkdocs.yml": config}) / "texts/essay/index.html").read_text()
    assert "ar-edit" not in html


def test_an_error_ends_the_build_with_its_place(build_site: Build, messages: list[str]) -> None:
    with pytest.raises(Abort):
        build_site({"annotations/essay/notes.yml": BROKEN})
    message, end = messages
    assert end == "ERROR annotated-reader: 1 error in the input, see above."
    assert message.startswith("ERROR")
    assert "annotations/essay/notes.yml:4:10: R104 quote not found in sentence s2." in message
    assert 'Did you mean "cats & dogs"?' in message


def test_serving_shows_the_error_and_stays_up(build_site: Build, messages: list[str]) -> None:
    site = build_site({"annotations/essay/notes.yml": BROKEN}, command="serve")
    html = (site / "texts/essay/index.html").read_text()
    assert "Notes looking for their place" in html
    assert "It is about <em>cats</em> only." in html
    assert len(messages) == 1


def test_serving_recovers_when_the_error_is_mended(tmp_path: Path, messages: list[str]) -> None:
    write_site(tmp_path, {"annotations/essay/notes.yml": BROKEN})
    build(configure(tmp_path, "serve"))
    write_site(tmp_path)
    messages.clear()
    build(configure(tmp_path, "serve"))
    assert messages == []
    assert "looking for" not in (tmp_path / "site/texts/essay/index.html").read_text()


def test_serve_watches_seeds_and_annotations(tmp_path: Path) -> None:
    config = configure(write_site(tmp_path), "serve")
    config = config.plugins.on_config(config)
    watched = {Path(path).name for path in config.watch}
    assert {"seeds", "annotations"} <= watched


def test_a_page_that_exists_is_not_replaced(build_site: Build, messages: list[str]) -> None:
    with pytest.raises(Abort):
        build_site({"docs/claims.md": "# Mine\n"})
    assert "docs/claims.md: R601" in messages[0]


def test_other_folders_can_be_named(build_site: Build) -> None:
    config = FILES["mkdocs.yml"].replace(
        "plugins: [annotated-reader]", "plugins: [{annotated-reader: {seeds: words}}]"
    )
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


@pytest.mark.parametrize("directory_urls", [True, False])
def test_under_material(build_site: Build, messages: list[str], directory_urls: bool) -> None:
    config = FILES["mkdocs.yml"].replace(
        "theme: {name: null, custom_dir: theme}",
        "theme: {name: material, font: false, features: [content.action.edit]}",
    )
    site = build_site(
        {"mkdocs.yml": config.replace("[annotated-reader]", "[search, annotated-reader]")},
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
    site = build_site(
        {"mkdocs.yml": FILES["mkdocs.yml"].replace("[annotated-reader]", plugins)},
        theme="mkdocs",
    )
    index = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))
    assert "texts/essay/#s2" in [entry["location"] for entry in index["docs"]]


@pytest.mark.parametrize(("command", "protected"), [("build", True), ("serve", False)])
def test_the_policy_would_forbid_the_reloading_of_serve(
    build_site: Build, command: Command, protected: bool
) -> None:
    plugin = "[annotated-reader: {content_security_policy: true}]"
    site = build_site(
        {"mkdocs.yml": FILES["mkdocs.yml"].replace("[annotated-reader]", plugin)}, command=command
    )
    for page in site.rglob("*.html"):
        assert ("Content-Security-Policy" in page.read_text(encoding="utf-8")) is protected


@pytest.mark.parametrize("directory_urls", [True, False])
def test_the_notes_are_published_as_data_and_the_page_says_where(
    build_site: Build, directory_urls: bool
) -> None:
    site = build_site(use_directory_urls=directory_urls, site_url="https://example.org/r/")
    page = site / ("texts/essay/index.html" if directory_urls else "texts/essay.html")
    html = page.read_text(encoding="utf-8")
    head, _, body = html.partition("</head>")
    link = (
        r'<(?:link|a) rel="alternate(?: describedby)?" type="application/ld\+json" href="([^"]+)">'
    )
    [in_head], [in_body] = re.findall(link, head), re.findall(link, body)
    assert in_head == in_body
    data = json.loads((page.parent / in_head).read_text(encoding="utf-8"))
    address = "https://example.org/r/texts/essay"
    address += "/" if directory_urls else ".html"
    names = [item["id"] for item in data["first"]["items"]]
    assert names
    assert {name.partition("#")[0] for name in names} == {address}
    assert all(f'id="{name.partition("#")[2].partition("-see-")[0]}"' in html for name in names)


def test_claims_are_published_as_files(build_site: Build, messages: list[str]) -> None:
    site = build_site(strict=True, site_url="https://example.org/r/")
    page = (site / "claims/index.html").read_text(encoding="utf-8")
    files = re.findall(r'href="\.\./([^"]+)" download', page)
    assert files == ["claims.csv", "claims.json"]
    assert (site / files[0]).read_bytes().startswith(b"\xef\xbb\xbftext,")
    data = json.loads((site / files[1]).read_text(encoding="utf-8"))
    assert data["claims"][0]["address"] == "https://example.org/r/texts/essay/#note-about-cats"
    assert messages == []


CLAIMREVIEW = FILES["mkdocs.yml"].replace(
    "plugins: [annotated-reader]", "plugins: [{annotated-reader: {claimreview: true}}]"
)


def test_claimreview_is_a_setting(build_site: Build) -> None:
    assert not (build_site() / "claimreview.json").exists()
    site = build_site({"mkdocs.yml": CLAIMREVIEW})
    data = json.loads((site / "claimreview.json").read_text(encoding="utf-8"))
    assert [review["url"] for review in data["@graph"]] == [
        "https://example.org/texts/essay/#note-about-cats"
    ]
    assert 'href="../claimreview.json"' in (site / "claims/index.html").read_text()


def test_claimreview_needs_the_address_of_the_site(build_site: Build, messages: list[str]) -> None:
    config = CLAIMREVIEW.replace("site_url: https://example.org/\n", "")
    with pytest.raises(Abort):
        build_site({"mkdocs.yml": config})
    assert "claimreview: R602" in messages[0]


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


def test_other_pages_have_no_data(build_site: Build) -> None:
    assert "ld+json" not in (build_site() / "claims/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["smith-2001.txt", "smith-2001.html"])
def test_nothing_of_a_kept_copy_is_published(name: str, build_site: Build) -> None:
    head = "saved: 2026-11-23\nurl: https://example.net/\n"
    head = f"<!--\n{head}-->" if name.endswith(".html") else head
    copy = f"{head}\nHere are words that nobody gave leave to print, and only cats.\n"
    site = build_site({f"annotations/evidence/{name}": copy})
    written = [path.read_bytes() for path in site.rglob("*") if path.is_file()]
    assert [content for content in written if b"kept copy, 2026-11-23" in content]
    assert not [c for c in written if b"gave leave to print" in c or b"example.net" in c]
    assert not list(site.rglob(name))


def test_a_hand_written_page_shows_blocks_of_the_edition(
    build_site: Build, messages: list[str]
) -> None:
    page = "# Home\n\n<!-- annotated-reader: strip essay -->\n\n[Later](#later)\n"
    html = (build_site({"docs/index.md": page}) / "index.html").read_text()
    assert '<a href="texts/essay/#s2"' in html
    assert "<!--" not in html
    assert len(messages) == 1
    assert "#later" in messages[0]


def test_links_into_a_block_are_checked(build_site: Build, messages: list[str]) -> None:
    events = "events:\n- {date: 2001, what: One., see: [s1]}\n"
    page = "# Home\n\n[One](#essay-event-1)\n\n<!-- annotated-reader: chronology -->\n"
    build_site({"docs/index.md": page, "annotations/essay/chronology.yml": events}, strict=True)
    assert messages == []


def test_an_unknown_block_ends_the_build_with_its_place(
    build_site: Build, messages: list[str]
) -> None:
    with pytest.raises(Abort):
        build_site({"docs/index.md": "# Home\n\n<!-- annotated-reader: stripe essay -->\n"})
    assert "docs/index.md:3:1: R605" in messages[0]
    assert 'Did you mean "strip"?' in messages[0]


def _in_language(settings: str, theme: str = "") -> dict[str, str | None]:
    config = FILES["mkdocs.yml"].replace("[annotated-reader]", f"[annotated-reader: {settings}]")
    return {"mkdocs.yml": config.replace("custom_dir: theme", f"custom_dir: theme{theme}")}


def test_a_language_that_is_none_is_told(build_site: Build, messages: list[str]) -> None:
    build_site(_in_language("{language: german}"))
    (message,) = messages
    assert message.startswith(
        'WARNING annotated_reader: mkdocs.yml: R607 "german" is not a language tag (BCP 47)'
    )


def test_a_language_of_the_theme_without_words_is_told(
    build_site: Build, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        build_site(_in_language("{}", ", language: de"), strict=True)
    (told,) = [line for line in caplog.messages if " R608 " in line]
    assert told.endswith("There are words in: ar, az, en, fa, fr, hy, ru.")


def test_a_build_without_a_start_up_can_have_a_policy(tmp_path: Path) -> None:
    policy = "plugins: [annotated-reader: {content_security_policy: true}]"
    config = FILES["mkdocs.yml"].replace("plugins: [annotated-reader]", policy)
    root = write_site(tmp_path, {"mkdocs.yml": config})
    build(load_config(str(root / "mkdocs.yml")))
    assert "Content-Security-Policy" in (root / "site/texts/essay/index.html").read_text()


def test_the_search_of_material_does_not_parse_what_has_entries_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    monkeypatch.setattr(
        "material.plugins.search.plugin.SearchIndex.create_entry_for_section",
        lambda *arguments: parsed.append(arguments[3]),
    )
    config = FILES["mkdocs.yml"].replace("{name: null, custom_dir: theme}", "material")
    config = config.replace("[annotated-reader]", "[search, annotated-reader]")
    build(configure(write_site(tmp_path, {"mkdocs.yml": config})))
    assert "problems/" in parsed
    assert not [url for url in parsed if "essay" in url or "R001" in url]
    index = json.loads((tmp_path / "site/search/search_index.json").read_text(encoding="utf-8"))
    found = [entry["location"] for entry in index["docs"] if "essay" in entry["location"]]
    assert found[:3] == ["texts/essay/", "texts/essay/#s0", "texts/essay/#s1"]


@pytest.mark.parametrize("setting", ["seeds", "annotations", "citation_style"])
@pytest.mark.parametrize("name", ["a" * 5000, "a\0b.csl"], ids=["long", "zero"])
def test_a_name_that_no_file_can_have_is_told(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, setting: str, name: str
) -> None:
    name = f"{name}.csl" if setting == "citation_style" else name
    plugin = f"plugins: [{{annotated-reader: {{{setting}: {json.dumps(name)}}}}}]"
    config = FILES["mkdocs.yml"].replace("plugins: [annotated-reader]", plugin)
    with pytest.raises(Abort):
        build(configure(write_site(tmp_path, {"mkdocs.yml": config})))
    assert "R001" in caplog.text or "no folder can have the name" in caplog.text
