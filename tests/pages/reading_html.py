"""Reading pages as a browser would."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib


def tree_of(html: str) -> Element:
    """Parse a fragment, refusing whatever is not valid."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    document = f"<!DOCTYPE html><html><head><title>x</title></head><body>{html}</body></html>"
    tree: Element = parser.parse(document)
    return tree


def words_of(element: Element) -> str:
    """Return the words of an element, quotations in marks, white space made single spaces."""
    return " ".join("".join(_runs(element)).split())


def _runs(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield from ("“", *_runs(child), "”") if child.tag == "q" else _runs(child)
        yield child.tail or ""


def by_class(tree: Element, name: str) -> Iterator[Element]:
    """Return the elements of a class, in order."""
    return (e for e in tree.iter() if name in e.get("class", "").split())
