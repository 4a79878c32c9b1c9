"""What the types and tags of RIS mean in CSL.

After the maps of Zotero's translator `RIS.js`, which writes most RIS files that
there are, and the RIS specification of 2011.
"""

TYPES = {
    name: csl
    for csl, names in {
        "article": "INPR UNPD",
        "article-journal": "JOUR EJOUR JFULL ABST",
        "article-magazine": "MGZN",
        "article-newspaper": "NEWS",
        "bill": "BILL UNBILL",
        "book": "BOOK EBOOK EDBOOK WHOLE",
        "broadcast": "",
        "chapter": "CHAP ECHAP",
        "classic": "CLSWK",
        "dataset": "DATA AGGR DBASE",
        "document": "GEN",
        "entry-dictionary": "DICT",
        "entry-encyclopedia": "ENCYC",
        "figure": "FIGURE CHART",
        "graphic": "ART",
        "hearing": "HEAR",
        "legal_case": "CASE",
        "legislation": "STAT LEGAL",
        "manuscript": "MANSCPT",
        "map": "MAP",
        "motion_picture": "MPCT VIDEO ADVS",
        "musical_score": "MUSIC",
        "pamphlet": "PAMP",
        "paper-conference": "CONF CPAPER",
        "patent": "PAT",
        "personal_communication": "PCOMM ICOMM",
        "periodical": "CTLG SER",
        "post-weblog": "BLOG",
        "report": "RPRT GOVDOC",
        "software": "COMP",
        "song": "SOUND",
        "speech": "SLIDE",
        "standard": "STAND",
        "thesis": "THES",
        "webpage": "ELEC",
    }.items()
    for name in names.split()
}

TEXTS = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "ST": "title-short",
    "T2": "container-title",
    "JF": "container-title",
    "JO": "container-title",
    "BT": "container-title",
    "T3": "collection-title",
    "JA": "container-title-short",
    "J1": "container-title-short",
    "J2": "container-title-short",
    "PB": "publisher",
    "CY": "publisher-place",
    "PP": "publisher-place",
    "VL": "volume",
    "IS": "issue",
    "CP": "issue",
    "NV": "number-of-volumes",
    "M1": "number",
    "M3": "genre",
    "ET": "edition",
    "SE": "section",
    "SN": "ISBN",
    "DO": "DOI",
    "UR": "URL",
    "LA": "language",
    "AB": "abstract",
    "N2": "abstract",
    "N1": "note",
    "AN": "archive_location",
    "DB": "archive",
    "DP": "source",
    "CN": "call-number",
    "SP": "page",
    "ID": "id",
}

NAMES = {
    "AU": "author",
    "A1": "author",
    "A2": "editor",
    "ED": "editor",
    "A3": "collection-editor",
    "A4": "translator",
}

DATES = {"PY": "issued", "Y1": "issued", "DA": "issued", "Y2": "accessed"}

_SERIALS = ("article-journal", "article-magazine", "article-newspaper", "periodical")
_BY_TYPE = {
    "book": {"T2": "collection-title", "A2": "collection-editor", "A3": "editor"},
    "report": {"T2": "collection-title", "SN": "number", "IS": "number"},
    "map": {"T2": "collection-title"},
    "legal_case": {"PB": "authority", "A2": "container-title", "M1": "number", "SV": "number"},
    "legislation": {"IS": "number"},
    "patent": {"SN": "number", "IS": "number"},
    "treaty": {"IS": "number"},
    "interview": {"A2": "interviewer", "M3": "medium"},
    "personal_communication": {"A2": "recipient"},
    "paper-conference": {"C3": "container-title", "T2": "event-title", "C1": "publisher-place"},
    "chapter": {"C2": "container-author"},
    "motion_picture": {"AU": "director"},
    "graphic": {"M3": "medium"},
} | {name: {"SN": "ISSN"} for name in _SERIALS}


def meaning(tag: str, type_: str) -> str:
    """Return the field of CSL that a tag stands for in a type of source, or an empty text."""
    special = _BY_TYPE.get(type_, {}).get(tag)
    return special or TEXTS.get(tag) or NAMES.get(tag) or DATES.get(tag) or ""
