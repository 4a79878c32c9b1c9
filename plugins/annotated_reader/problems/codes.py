"""The codes of problems: the single list of what can be wrong, and how much it matters.

They are grouped by the room that finds them: R0 files and YAML, R1 anchoring, R2 notes,
R3 sources, R4 claims, R5 text and sentences, R6 pages.
"""

from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: only an error stops a build."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


ERROR, WARNING, NOTICE = Severity.ERROR, Severity.WARNING, Severity.NOTICE

CODES: dict[str, tuple[Severity, str]] = {
    "R001": (ERROR, "A file cannot be read"),
    "R002": (ERROR, "A path is a symbolic link or leads outside its folder"),
    "R003": (ERROR, "A file is not UTF-8 text"),
    "R004": (ERROR, "A file is too large"),
    "R005": (ERROR, "A character that hides or reorders text"),
    "R006": (WARNING, "A character that cannot be seen"),
    "R007": (ERROR, "A file name that not every computer can keep"),
    "R010": (ERROR, "The YAML cannot be parsed"),
    "R011": (ERROR, "A YAML anchor or alias"),
    "R012": (ERROR, "A YAML tag"),
    "R013": (ERROR, "A key stands twice"),
    "R014": (ERROR, "The YAML is nested too deeply"),
    "R015": (ERROR, "A file does not have the expected form"),
    "R016": (WARNING, "A file that nobody reads"),
    "R017": (ERROR, "Too many faults in one file"),
    "R018": (WARNING, "A comment that may be meant as text"),
    "R101": (ERROR, "Unknown sentence"),
    "R102": (ERROR, "Retired sentence"),
    "R103": (ERROR, "A note without a place"),
    "R104": (ERROR, "Quote not found"),
    "R105": (ERROR, "Quote found more than once"),
    "R106": (ERROR, "The words stand elsewhere than the prefix or suffix say"),
    "R107": (WARNING, "A short quote without a place"),
    "R108": (ERROR, "Sentences that do not follow each other"),
    "R109": (NOTICE, "A note whose sentence has moved"),
    "R110": (WARNING, "A note whose words or sentence were edited"),
    "R111": (ERROR, "A note whose place an edit has made ambiguous"),
    "R112": (ERROR, "A note whose words an edit has removed"),
    "R113": (WARNING, "A quote that stands almost the same elsewhere"),
    "R201": (ERROR, "Unknown key"),
    "R202": (ERROR, "Missing key"),
    "R203": (ERROR, "A value of the wrong form"),
    "R204": (ERROR, "A note id used twice"),
    "R205": (ERROR, "A cross-reference to nothing"),
    "R206": (ERROR, "A key that this kind of note does not have"),
    "R207": (ERROR, "A note that says nothing"),
    "R208": (ERROR, "HTML or an image in a note"),
    "R209": (ERROR, "A link that is not allowed"),
    "R210": (WARNING, "A waiver that nothing needs"),
    "R211": (ERROR, "A code that cannot be waived"),
    "R301": (ERROR, "Unknown source"),
    "R302": (ERROR, "A source id used twice"),
    "R303": (ERROR, "Unknown field or type of a source"),
    "R304": (ERROR, "A date that is not EDTF"),
    "R305": (ERROR, "A source that is still to be filled in"),
    "R306": (NOTICE, "A source that no note cites"),
    "R310": (ERROR, "A quote that is not in the kept copy of its source"),
    "R311": (ERROR, "A kept copy of no source"),
    "R401": (ERROR, "Unknown verdict"),
    "R402": (ERROR, "Unknown reason"),
    "R403": (ERROR, "A verdict without what it needs"),
    "R404": (ERROR, "A vocabulary entry used twice"),
    "R405": (ERROR, "Earlier verdicts out of order"),
    "R406": (WARNING, "A verdict older than the words that it judges"),
    "R407": (NOTICE, "A verdict of a day that is still to come"),
    "R501": (ERROR, "A line of sentences.tsv that cannot be read"),
    "R502": (ERROR, "A sentence id used twice"),
    "R503": (ERROR, "The seed is not the one that sentences.tsv was made from"),
    "R504": (ERROR, "A sentence that runs over the end of a paragraph"),
    "R505": (ERROR, "A seed without text"),
    "R506": (ERROR, "Annotations without a seed"),
    "R507": (ERROR, "A file name that cannot be an address"),
    "R508": (NOTICE, "A text without sentences.tsv"),
    "R509": (ERROR, "No seeds"),
    "R510": (ERROR, "A seed with front matter"),
    "R601": (ERROR, "A page that exists already"),
    "R602": (ERROR, "A ClaimReview without the address of the site"),
    "R603": (ERROR, "A citation style that cannot be used"),
    "R604": (WARNING, "Sources without their citation style"),
    "R605": (ERROR, "An unknown block in a page"),
    "R606": (ERROR, "A block about nothing"),
    "R607": (WARNING, "A language of the site that is no language tag"),
    "R608": (NOTICE, "Pages in a language without words"),
}
"""Every code with its severity and title: the single list of what can be wrong."""


WAIVABLE = frozenset({"R107", "R113", "R406"})
"""Codes that a note may answer with `allow:` and a reason.

They warn of what may go wrong one day, or ask for a second look. What makes a page wrong
today cannot be waived, nor what an edit of the text has done (R109, R110): `rebase`
settles that for good.
"""
