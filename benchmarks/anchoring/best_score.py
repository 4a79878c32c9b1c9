"""The rule to compare with: the words with the fewest errors, and of those the best score wins.

A plain statement of how web annotation clients place quotes: exact places if there
are any, else the approximate ones with the fewest errors up to half the length; a
score of 50 for the quote, 20 each for prefix and suffix, 2 for the position; the
best one is taken, whatever its score.
"""

from annotated_reader.anchoring.alignment import distance, most_like


def place(text: str, quote: str, prefix: str, suffix: str, position: int) -> tuple[int, int] | None:
    """Return where the rule puts a quote, or None where it gives up."""
    places = [(at, at + len(quote), 0) for at in _all(text, quote)]
    if not places:
        found = most_like(quote, text)
        if found.errors > min(256, len(quote) // 2) or found.start == found.end:
            return None
        places = [(found.start, found.end, found.errors)]
    best = max(places, key=lambda at: _score(text, quote, prefix, suffix, position, at))
    return best[0], best[1]


def _all(text: str, quote: str) -> list[int]:
    places: list[int] = []
    at = text.find(quote)
    while at >= 0 and len(places) < 1000:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _score(
    text: str, quote: str, prefix: str, suffix: str, position: int, at: tuple[int, int, int]
) -> float:
    start, end, errors = at
    before = _like(prefix, text[max(0, start - len(prefix)) : start])
    after = _like(suffix, text[end : end + len(suffix)])
    near = 1 - abs(start - position) / len(text)
    return 50 * (1 - errors / len(quote)) + 20 * before + 20 * after + 2 * near


def _like(one: str, other: str) -> float:
    return 1 - distance(one, other) / max(len(one), len(other)) if one else 1.0
