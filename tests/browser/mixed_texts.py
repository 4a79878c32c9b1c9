"""Texts put together at random from what is hard to select in and to find again."""

import random

LATIN = [
    "rain",
    "rain",
    "Rain",
    "fell",
    "the",
    "the",
    "a",
    "on",
    "it's",
    "it’s",
    "I’d",
    "one-two",
    "e-",
]
PIECES = [
    *(LATIN * 3),
    *(
        "cafe\u0301",
        "café",
        "co\u00adoperative",
        "na\u200bme",
        "one\u00a0pound",
        "1\u202f000",
        "3.5",
    ),
    *(
        "дождь",
        "дождь",
        "шёл",
        "գիրք",
        "գիրք։",
        "سلام",
        "السلام",
        "في",
        "می\u200cخواهم",
        "שָׁלוֹם",
        "עַל",
    ),
    *("雨", "雨が降った", "雨が", "비가", "हिन्दी", "कि", "ไทย", "e\u0323\u0302"),
    *("🙂", "🙂🙂", "👩\u200d👧", "🇫🇷", "👍🏽", "❤\ufe0f", "𝒳𝒴", "½", "²"),
    *(
        "“rain”",
        '"rain"',
        "‘it’",
        "'it'",
        "«rain»",
        "„rain“",
        "(rain)",
        "[rain]",
        "`rain`",
        "*rain*",
    ),
    *(
        "—",
        " — ",
        "--",
        "-",
        "–",
        "…",
        "...",
        "rain…rain",
        "rain—fell",
        "rain-fell",
        "§",
        "&amp;",
        "<b>",
    ),
]
BREAKS = [" "] * 12 + ["\n", "  ", "\u00a0", "\u2003", "\t", " \n", "", ""]
ENDS = [".", ".", ".", "!", "?", "…", ".”", ".)", "。", "؟", " ."]
BLOCKS = ["", "", "", "", "- ", "> ", "1. ", "* ", "    ", "# ", "## ", "### ", "## ", "\\# "]


def mixed_text(random_: random.Random, blocks: int = 14) -> str:
    """Return a text in Markdown: paragraphs, headings, items and quotations that repeat themselves."""
    made = [_block(random_) for _ in range(blocks)]
    # Whole blocks stand twice, as refrains do.
    made += random_.choices(made, k=3)
    random_.shuffle(made)
    return "# Rain, and rain\n\n" + "".join(
        block + random_.choice(["\n\n", "\n\n", "\n"]) for block in made
    )


def _block(random_: random.Random) -> str:
    sentences = (_sentence(random_) for _ in range(random_.randint(1, 4)))
    return random_.choice(BLOCKS) + random_.choice([" ", " ", "\n"]).join(sentences)


def _sentence(random_: random.Random) -> str:
    pieces = random_.choices(PIECES, k=random_.randint(1, 12))
    if random_.random() < 0.3:
        pieces += pieces
    words = "".join(piece + random_.choice(BREAKS) for piece in pieces).strip()
    return words + random_.choice(ENDS)
