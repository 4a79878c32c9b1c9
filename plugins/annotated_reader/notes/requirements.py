"""What each kind of note must bring: one table for checking, for the schema and for the composer."""

from annotated_reader.notes.format import Needs

NEEDED = {
    "claim": ("verdict", "checked"),
    "citation": ("sources",),
    "cross-reference": ("see",),
}
"""Keys that a kind of note cannot be without."""

OWNERS = {
    "verdict": "claim",
    "reasons": "claim",
    "checked": "claim",
    "searched": "claim",
    "history": "claim",
    "relation": "cross-reference",
    "term": "gloss",
}
"""The one kind of note that has a key."""

SAYING = ("gloss", "claim")
"""Kinds of notes that must say something, by `lead` or `note`."""

OPPOSED = ("supports", "contradicts")
"""How the two sources of a disagreement stand to the text."""

EVIDENCE = {
    "source": "a source.",
    "quote": "a source with a `quote:` of the words that carry it.",
    "disagreement": (
        "two sources, one with `relation: supports` and one with `relation: contradicts`."
    ),
    "searched": "`searched:`, the places where one looked.",
}
"""What a verdict may need of a claim, as its author is told."""

assert tuple(EVIDENCE) == Needs.__struct_fields__
