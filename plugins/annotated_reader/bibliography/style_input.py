"""What the style engine is given: CSL items without what styles are known to print wrongly.

Each rule mends one fault seen in the output of pandoc 3.9 with APA 7, Chicago
author-date (18th edition) and MLA 9. The published CSL JSON stays as the author wrote it.
"""

import re
from collections.abc import Callable

from annotated_reader.bibliography.csl_json import Item, csl_item
from annotated_reader.notes import Source
from annotated_reader.notes.csl import CREATORS

NAME_MARK = "\u202c"
"""Stands before a family name of a script that pandoc does not know; see `mark_names`.

The reader refuses this character in every file (R005), so that taking it out of the
output takes out nothing else.
"""

# The scripts in which pandoc puts a space between given and family name: `isByzantineChar`
# in jgm/citeproc, src/Citeproc/Types.hs.
_SPACED = re.compile(
    r"[-0-9A-Za-z\u00c0-\u017f\u021a\u021b\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
    r"\u0600-\u06ff\u0e01-\u0e5b\u1f00-\u1fff\u200c-\u200e\u2018\u2019]"
)
# Hangul, Kana and Han, whose names have no space.
_UNSPACED = re.compile(
    r"[\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    r"\U00020000-\U0003ffff]"
)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PUBLIC_LAW = re.compile(r"[0-9]+[-–][0-9]+")
_EDITION = re.compile(r"\bed(?:s|n|ition)?\b", re.IGNORECASE)

LONG_TITLE = 40
"""Characters of a title that is too long for a citation in a note."""


def style_item(source: Source) -> Item:
    """Return the CSL item of a source as the style engine should have it."""
    item = csl_item(source)
    item.pop("custom", None)
    for rule in _RULES:
        rule(item)
    return item


def drop_archive_address(item: Item) -> None:
    """Leave out an archived copy's address, which styles print twice; the page links it."""
    if _ADDRESS.match(item.get("archive_location", "")):
        del item["archive_location"]
        item.pop("archive", None)


def mark_names(item: Item) -> None:
    """Mark family names in scripts that pandoc would glue to the given name.

    "ՀակոբյանԹաթուլ": so it does with Armenian, Georgian, Indic and Ethiopic names,
    unless there is a character among them that it knows, such as this mark.
    """
    for people in item.values():
        for person in people if isinstance(people, list) else ():
            family = person.get("family", "")
            if family and not _SPACED.search(family) and not _UNSPACED.search(family):
                person["family"] = NAME_MARK + family


def dash_in_numbers(item: Item) -> None:
    """Write the range of a double issue with a dash: "61 (4–5)"."""
    for field in ("issue", "volume"):
        if field in item:
            item[field] = re.sub(r"(?<=[0-9])-(?=[0-9])", "–", item[field])


def name_edition(item: Item) -> None:
    """Write "10th anniversary ed." for "10th anniversary": styles name only bare numbers."""
    edition = item.get("edition", "")
    english = item.get("language", "en").lower().startswith("en")
    named = edition.isdecimal() or _EDITION.search(edition) or not re.search("[A-Za-z]", edition)
    # A mere ordinal, "2nd", is a number for styles, too.
    if edition and english and not named and not re.fullmatch("[0-9]+(st|nd|rd|th)", edition):
        item["edition"] = f"{edition} ed."


def foreign_law(item: Item) -> None:
    """Keep "Pub. L. No." for the public laws of the United States.

    A numbered decision of a body that is named becomes a document by that body, and
    another law a regulation, whose number has no country.
    """
    domestic = "container-title" in item or _PUBLIC_LAW.fullmatch(item.get("number", ""))
    if item["type"] != "legislation" or domestic or "number" not in item:
        return
    if "authority" in item and not any(field in item for field in CREATORS):
        item["author"] = [{"literal": item.pop("authority")}]
        item["type"] = "document"
    else:
        item["type"] = "regulation"


def unsigned_entry(item: Item) -> None:
    """Treat an entry of a reference work without an author as a part of a book.

    Chicago cites it in the text only and leaves it out of the bibliography, but every
    source here has its place in the list.
    """
    if item["type"].startswith("entry") and not any(field in item for field in CREATORS):
        item["type"] = "chapter"


def shorten_title(item: Item) -> None:
    """Give a long title a short form: what stands before its colon, else its first words.

    Styles cite by title what has no author, and MLA each of several works by one author.
    """
    title, begin = item.get("title", ""), item.get("title", "").partition(": ")[0]
    if len(title) <= LONG_TITLE or {"title-short", "shortTitle"} & item.keys():
        return
    if len(begin) <= LONG_TITLE:
        item["title-short"] = begin
    elif not any(field in item for field in CREATORS):
        item["title-short"] = " ".join(title.split()[:4]) + " …"


_RULES: tuple[Callable[[Item], None], ...] = (
    drop_archive_address,
    dash_in_numbers,
    name_edition,
    foreign_law,
    unsigned_entry,
    shorten_title,
    # Last: it must see the names that other rules make.
    mark_names,
)
