"""What a site publishes beside its pages: notes and claims as data, and nothing of kept copies."""

import json
import re

import pytest
from mkdocs.exceptions import Abort

from tests.plugin.conftest import Build, with_plugins


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


CLAIMREVIEW = with_plugins("[{annotated-reader: {claimreview: true}}]")


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
