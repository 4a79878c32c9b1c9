"""The words of the Citation Style Language (schema `csl-data.json` of CSL 1.0.2)."""

TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
    pamphlet paper-conference patent performance periodical personal_communication post
    post-weblog regulation report review review-book software song speech standard thesis treaty
    webpage""".split()
)
"""What a source can be."""

NAME_FIELDS = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director executive-producer guest host illustrator interviewer
    narrator organizer original-author performer producer recipient reviewed-author script-writer
    series-creator translator""".split()
)
"""Fields that hold a list of people and organisations."""

CREATORS = ("author", "editor", "interviewer", "translator", "compiler", "director", "composer")
"""Fields whose names can begin an entry, in this order."""

DATE_FIELDS = frozenset("accessed available-date event-date issued original-date submitted".split())
"""Fields that hold a date."""

TEXT_FIELDS = frozenset(
    """DOI ISBN ISSN PMCID PMID URL abstract annote archive archive-place archive_collection
    archive_location authority call-number chapter-number citation-key citation-label
    citation-number collection-number collection-title container-title container-title-short
    dimensions division edition event event-place event-title first-reference-note-number genre
    issue journalAbbreviation jurisdiction keyword language locator medium note number
    number-of-pages number-of-volumes original-publisher original-publisher-place original-title
    page page-first part part-title printing publisher publisher-place references reviewed-genre
    reviewed-title scale section shortTitle source status supplement title title-short version
    volume volume-title volume-title-short year-suffix""".split()
)
"""Fields that hold text; numbers are text too."""

OTHER_FIELDS = frozenset("id type categories custom".split())

ARCHIVE_URL = "archive-url"
"""Key under `custom` for the address of an archived copy."""

ARCHIVED = "archived"
"""Key under `custom` for the date of an archived copy."""

FIELDS = sorted(NAME_FIELDS | DATE_FIELDS | TEXT_FIELDS | OTHER_FIELDS)
"""Every field a source may have, in alphabetical order."""

OTHER_NAMES = {
    "container": "container-title",
    "date": "issued",
    "editors": "editor",
    "journal": "container-title",
    "link": "URL",
    "name": "title",
    "newspaper": "container-title",
    "pages": "page",
    "series": "collection-title",
    "site": "container-title",
    "website": "container-title",
    "year": "issued",
}
"""What people call fields of CSL, as in BibTeX."""
