"""What the values of the YAML files may be: ids, words, days, and the words of lists."""

from typing import Annotated, Literal

from msgspec import Meta

NoteId = Annotated[
    str,
    Meta(
        pattern=r"^(?!s[0-9]+$)[a-z0-9][a-z0-9-]{0,63}$(?!\n)",
        description="small letters a to z, digits and hyphens, 64 at most, and not a sentence id",
    ),
]
SourceId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_-]{0,63}$(?!\n)",
        description="small letters a to z, digits, hyphens and underscores, 64 at most",
    ),
]
SENTENCE_ID_PATTERN = r"^s(0|[1-9][0-9]{0,5})$(?!\n)"
SentenceId = Annotated[str, Meta(pattern=SENTENCE_ID_PATTERN, description="a sentence id like s12")]
# A single id has no pattern here, and is looked at on its own: a union of text that has a
# pattern and a list makes msgspec (0.19 to 0.22) write where it must not, and crash at last.
SentenceIds = Annotated[
    str | Annotated[list[SentenceId], Meta(min_length=1, max_length=20)],
    Meta(description="a sentence id like s12, or a list of them like [s9, s10]"),
]
Words = Annotated[
    str,
    Meta(
        min_length=1,
        max_length=1000,
        # Something that can be seen: not only white space and zero-width characters. U+0085 is
        # white space here, and not in the patterns of JSON Schema.
        pattern=r"[^\s\u0085\u00ad\u200b-\u200f\u2060\ufeff]",
        description="words of the text, 1,000 characters at most",
    ),
]
Line = Annotated[
    str, Meta(min_length=1, max_length=400, description="one line of text, 400 characters at most")
]
Prose = Annotated[
    str, Meta(min_length=1, max_length=5000, description="text, 5,000 characters at most")
]
Day = Annotated[
    str,
    Meta(
        pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$(?!\n)",
        description="a day like 2026-11-23",
    ),
]
LanguageTag = Annotated[
    str,
    Meta(
        pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$(?!\n)",
        description="a language tag (BCP 47) like en or hy",
    ),
]

Kind = Literal["citation", "cross-reference", "claim", "gloss"]
Relation = Literal["repeats", "contradicts", "elaborates", "depends-on", "answers"]
SourceRelation = Literal["supports", "contradicts", "context"]
Status = Literal["current", "withdrawn"]
Rating = Literal["5", "4", "3", "2", "1", "none"]
Direction = Literal["ltr", "rtl"]
Tone = Literal["supported", "problem", "open"]
LineStyle = Literal["solid", "wavy", "double", "dashed", "dotted"]
