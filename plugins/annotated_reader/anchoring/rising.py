"""Of pairs of places in two lists, those that keep the order of both."""

from bisect import bisect_left

Pair = tuple[int, int]


def longest_rising(pairs: list[Pair]) -> list[Pair]:
    """Return the longest run of pairs that rises on both sides; pairs come sorted by the first.

    Patience sorting, as in Hunt and Szymanski (CACM 20(5), 1977).
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, new) in enumerate(pairs):
        place = bisect_left(tails, new)
        tails[place : place + 1] = [new]
        ends[place : place + 1] = [index]
        before.append(ends[place - 1] if place else -1)
    rising = []
    at = ends[-1] if ends else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]
