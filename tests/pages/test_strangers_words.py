"""What strangers write is shown as words, and does nothing."""

import re

import pytest

from tests.pages.conftest import Pages
from tests.pages.reading_html import tree_of
from tests.small_site import TEXT

EVIL = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
FIELDS = [
    ("annotations/essay/text.yml", "title"),
    ("annotations/essay/text.yml", "author"),
    ("annotations/essay/text.yml", "description"),
    ("annotations/essay/text.yml", "rights"),
    ("annotations/essay/notes.yml", "lead"),
    ("annotations/essay/notes.yml", "note"),
    ("annotations/sources.yml", "title"),
    ("annotations/sources.yml", "publisher"),
]


@pytest.mark.parametrize(("file", "key"), FIELDS)
def test_nothing_that_a_stranger_writes_becomes_active(
    pages_of: Pages, file: str, key: str
) -> None:
    quoted = "'" + EVIL.replace("'", "''") + "'"
    content = {
        "annotations/essay/text.yml": f"{key}: {quoted}\n",
        "annotations/essay/notes.yml": f"notes:\n- {{at: s1, kind: gloss, {key}: {quoted}}}\n",
        "annotations/sources.yml": f"references:\n- {{id: smith-2001, {key}: {quoted}}}\n",
    }[file]
    for page in pages_of({file: content}).values():
        tree = tree_of(page.html)
        assert not [e for e in tree.iter() if e.tag in ("img", "iframe", "object", "style")]
        # What a page asks for is a file of the site, with nothing in it.
        scripts = [(e.get("src", ""), e.text) for e in tree.iter("script")]
        assert not [s for s in scripts if not s[0].startswith("../assets/") or s[1]]
        assert not [e for e in tree.iter() for name in e.attrib if name.startswith("on")]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "vbscript:x"]
)
def test_bad_addresses_never_become_links(pages_of: Pages, address: str) -> None:
    notes = f"notes:\n- {{at: s1, kind: gloss, lead: '[x]({address})', note: '[x]({address})'}}\n"
    html = pages_of({"annotations/essay/notes.yml": notes})[TEXT].html
    assert address not in re.findall(r'href="([^"]*)"', html)
