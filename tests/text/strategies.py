"""Random texts that look enough like texts to be cut in many ways."""

from hypothesis import strategies as st

from annotated_reader.files import find_hiding_character

_PIECES = [
    *("It rained", "Mr. Smith", "e.g. this", "and", "3.5", "1.", "(a)", "No", "S.", "A.", "etc."),
    *(". ", "? ", "! ", "… ", "...", " . ", ", ", ": ", "; ", " - ", " — ", "—", "-", "*"),
    *("“", "”", "« ", " »", "«\u00a0", "\u00a0»", '"', "'", "’", "(", ")", "[", "]"),
    *(" ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\t", "\f", "\v", "\u2028", "\u2029"),
    *("\u00a0", "\u3000", "\u200b", "\u00ad", "\ufeff", "\x85", "\x1c"),
    *("# ", "## Heading", "\n# Heading ", "\n### ", " ##", "#", "~~~", "```"),
    *(
        "😀",
        "👩\u200d👩\u200d👧",
        "e\u0301",
        "é",
        "ﬁ",
        "𝔣𝔯𝔢𝔢",
        "שָׁלוֹם",
        "مرحبا",
        "भारत",
        "雨が降った。",
    ),
    *("հաղթեց։", "؟", "।", "Ünïcödé", "ß", "İ"),
]


def texts() -> st.SearchStrategy[str]:
    """Texts of pieces that matter to the cutting, and texts of any characters."""
    return st.one_of(
        st.lists(st.sampled_from(_PIECES), max_size=40).map("".join),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    )


def readable() -> st.SearchStrategy[str]:
    """Texts as `read_seed` lets them through: without characters that hide something."""

    def without_hiding(text: str) -> str:
        while hiding := find_hiding_character(text):
            text = text.replace(text[hiding[0]], " ")
        return text

    return texts().map(without_hiding)


LANGUAGES = st.sampled_from(["en", "de", "fr", "ru", "hy", "ar", "he", "hi", "ja", "zh-Hans", "xx"])
