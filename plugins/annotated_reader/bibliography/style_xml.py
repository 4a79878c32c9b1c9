"""A citation style (CSL 1.0) as XML: what is wrong with it, and what pandoc is given of it."""

from xml.etree.ElementTree import Element, tostring

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"


def undefined_macro(style: Element) -> tuple[str, list[str]]:
    """Return the first macro that a style uses and does not have, or nothing; and all it has.

    Pandoc writes nothing in its place, without a word.
    """
    known = [macro.get("name", "") for macro in style.iter(f"{NAMESPACE}macro")]
    used = (element.get("macro", "") for element in style.iter())
    return next((name for name in used if name and name not in known), ""), known


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
