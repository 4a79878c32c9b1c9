"""Files changed a little, as by a bad editor or a bad mind."""

from random import Random

TOKENS = [
    token.encode("utf-8", errors="surrogatepass")
    for token in (
        *(
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "  ",
            "- ",
            ": ",
            "? ",
            "#",
            "&a ",
            "*a",
            "!x ",
            "|\n",
            ">-\n",
        ),
        *(
            "[",
            "]",
            "{",
            "}",
            ",",
            '"',
            "'",
            "\\",
            "%",
            "---\n",
            "...\n",
            "<<: ",
            "~",
            "null",
            "@",
            "`",
        ),
        *(
            "notes:\n",
            "- at: s1\n",
            "  quote: ",
            "  kind: gloss\n",
            "  kind: claim\n",
            "  see: [s1]\n",
        ),
        *(
            "  allow: [{code: R107, because: x}]\n",
            "references:\n",
            "  at: [s1, s2]\n",
            " … ",
            "...",
            "s0\t",
        ),
        *(
            "retired",
            "\tretired\n",
            "2020-02-30",
            "1880~/..",
            "s999999",
            "s1 ",
            "<b>",
            "](x)",
            "![",
            "\x00",
        ),
        *(
            "\x0b",
            "\x0c",
            "\x1b",
            "\x85",
            "\u00ad",
            "\u200b",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ud800",
        ),
        *(
            "e\u0301",
            "İ",
            "ß",
            "ﬁ",
            "شر",
            "👩\u200d👧",
            "𝔣",
            "\U000e0041",
            "# ",
            "\n\n",
            "Mr. ",
            "! ",
            "“",
            "”",
        ),
    )
]


def mutated(random: Random, content: bytes, others: list[bytes]) -> bytes:
    """Return a file with one to six changes."""
    for _ in range(random.randint(1, 6)):
        content = random.choice(_WAYS)(random, content, others)
    return content[:20_000]


def _insert(random: Random, content: bytes, _: list[bytes]) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + random.choice(TOKENS) * random.choice((1, 1, 1, 2, 40)) + content[at:]


def _cut(random: Random, content: bytes, _: list[bytes]) -> bytes:
    at = random.randint(0, len(content))
    return content[:at] + content[at + random.choice((1, 1, 4, 30)) :]


def _flip(random: Random, content: bytes, _: list[bytes]) -> bytes:
    if not content:
        return content
    at = random.randrange(len(content))
    return content[:at] + bytes([random.randrange(256)]) + content[at + 1 :]


def _repeat(random: Random, content: bytes, _: list[bytes]) -> bytes:
    start, end = sorted((random.randint(0, len(content)), random.randint(0, len(content))))
    return content[:end] + content[start:end] * random.choice((1, 2, 20)) + content[end:]


def _splice(random: Random, content: bytes, others: list[bytes]) -> bytes:
    other = random.choice(others)
    return content[: random.randint(0, len(content))] + other[random.randint(0, len(other)) :]


_WAYS = (_insert, _insert, _cut, _flip, _repeat, _splice)
