"""The index of a site's search, with the sentences and notes of texts instead of whole pages."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from markupsafe import escape

from annotated_reader.pages.page import Page

Entry = Mapping[str, Any]
"""What is found: its `location` in the site, its `title` and its `text`."""


def is_replaced(page: Page) -> bool:
    """Return whether the index is to have nothing of a page but what `with_entries` puts in."""
    return page.search is not None or not page.in_search


def with_entries(found: Iterable[Entry], pages: Mapping[str, Page], *, html: bool) -> list[Entry]:
    """Return the entries of a site, those of our pages replaced by the pages' own.

    `pages` has the pages by their addresses in the site. With `html` the search prints
    what it finds as HTML, and titles and texts are escaped.
    """
    ours = {url: page for url, page in pages.items() if is_replaced(page)}
    others = [entry for entry in found if entry["location"].partition("#")[0] not in ours]
    own = (entry for url, page in ours.items() if page.in_search for entry in _own(url, page))
    return [*others, *(_escaped(entry) if html else entry for entry in own)]


def _own(url: str, page: Page) -> Iterator[dict[str, str | float]]:
    yield {"location": url, "title": page.title, "text": page.description}
    for found in page.search or ():
        words = {"title": found.title, "text": found.text}
        yield {"location": f"{url}#{found.anchor}", "boost": found.boost, **words}


def _escaped(entry: Entry) -> Entry:
    return {**entry, **{key: str(escape(entry[key])) for key in ("title", "text")}}
