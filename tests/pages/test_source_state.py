"""What the pages say of a source besides its entry: a kept copy, and whether it is still there."""

import json
import re

import pytest

from tests.pages.conftest import Pages
from tests.small_site import FILES, TEXT

COPY = "annotations/evidence/smith-2001.txt"
VERIFIED = "quotation verified against a kept copy"
SOURCES = "sources.md"
URL, ARCHIVE = "https://example.com/cats", "https://archive.example.org/cats"
WITH_ARCHIVE = FILES["annotations/sources.yml"].replace(
    f"  URL: {URL}\n", f"  URL: {URL}\n  custom: {{archive-url: '{ARCHIVE}', archived: 2002-05}}\n"
)


def _words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", html))


@pytest.mark.parametrize("page", [TEXT, SOURCES])
def test_a_quote_that_was_verified_says_so(page: str, pages_of: Pages) -> None:
    pages = pages_of({COPY: "saved: 2026-11-23\n\nIt is only cats."})
    assert pages[page].html.count(f"{VERIFIED}, 2026-11-23<") == 1


def test_a_copy_of_no_day_has_that_of_its_source(pages_of: Pages) -> None:
    accessed = FILES["annotations/sources.yml"].replace(
        f"  URL: {URL}\n", f"  URL: {URL}\n  accessed: 2026-05\n"
    )
    files: dict[str, str | None] = {COPY: "only cats"}
    assert f"{VERIFIED}<" in pages_of(files)[TEXT].html
    assert (
        f"{VERIFIED}, 2026-05<"
        in pages_of(files | {"annotations/sources.yml": accessed})[TEXT].html
    )


@pytest.mark.parametrize("copy", [None, "only dogs"])
def test_nothing_else_is_said_of_a_quote(copy: str | None, pages_of: Pages) -> None:
    pages = pages_of({COPY: copy})
    assert VERIFIED not in pages[TEXT].html + pages[SOURCES].html


def _with_links(**links: object) -> dict[str, str | None]:
    known = {URL: links.get("url"), ARCHIVE: links.get("archive")}
    return {
        "annotations/sources.yml": WITH_ARCHIVE,
        "annotations/links.json": json.dumps({url: link for url, link in known.items() if link}),
    }


REACHED = {"status": 200, "checked": "2026-11-23", "reached": "2026-11-23"}
BUSY = {"status": 503, "checked": "2026-11-23", "reached": "2026-01-02"}
DEAD = {"status": 404, "checked": "2026-11-23", "reached": "2026-01-02"}


@pytest.mark.parametrize(("link", "day"), [(REACHED, "2026-11-23"), (BUSY, "2026-01-02")])
def test_the_day_on_which_a_source_was_last_reached(
    link: dict[str, object], day: str, pages_of: Pages
) -> None:
    pages = pages_of(_with_links(url=link))
    assert f" · last reached {day}" in _words(pages[SOURCES].html)
    for page in (TEXT, SOURCES):
        assert f'href="{URL}"' in pages[page].html
        assert "no longer found" not in pages[page].html


GONE = "no longer found at its address (2026-11-23)"


def test_of_a_dead_source_the_archived_copy_comes_first(pages_of: Pages) -> None:
    pages = pages_of(_with_links(url=DEAD))
    for page in (TEXT, SOURCES):
        assert f'href="{ARCHIVE}"' in pages[page].html
        assert f'href="{URL}"' not in pages[page].html
    assert f"Cats archived copy, 2002-05 · {GONE}" in _words(pages[TEXT].html)
    told = f"archived copy, 2002-05 · {GONE} · last reached 2026-01-02"
    assert told in _words(pages[SOURCES].html)


def test_a_dead_source_whose_copy_is_dead_too(pages_of: Pages) -> None:
    pages = pages_of(_with_links(url=DEAD, archive=DEAD))
    for page in (TEXT, SOURCES):
        assert f'href="{URL}"' in pages[page].html
        assert GONE in pages[page].html
        assert f'href="{ARCHIVE}"' not in pages[page].html
    assert f"Cats {GONE}" in _words(pages[TEXT].html)
    assert f" · archived copy, 2002-05, {GONE} · {GONE}" in _words(pages[SOURCES].html)


def test_a_dead_copy_of_a_source_that_is_there(pages_of: Pages) -> None:
    html = pages_of(_with_links(url=REACHED, archive=DEAD))[SOURCES].html
    assert f'href="{ARCHIVE}"' not in html
    assert f" · archived copy, 2002-05, {GONE} · last reached 2026-11-23" in _words(html)


def test_what_nobody_asked_for_is_a_plain_link(pages_of: Pages) -> None:
    pages = pages_of(_with_links())
    assert f'<a class="ar-source" href="{URL}"' in pages[TEXT].html
    assert "last reached" not in pages[SOURCES].html


def test_a_source_with_nothing_but_a_doi_is_linked_by_it(pages_of: Pages) -> None:
    doi = FILES["annotations/sources.yml"].replace(f"URL: {URL}", "DOI: 10.1000/182")
    address = "https://doi.org/10.1000/182"
    files: dict[str, str | None] = {"annotations/sources.yml": doi}
    assert f'<a class="ar-source" href="{address}"' in pages_of(files)[TEXT].html
    files["annotations/links.json"] = json.dumps({address: REACHED})
    assert " · last reached 2026-11-23" in _words(pages_of(files)[SOURCES].html)
