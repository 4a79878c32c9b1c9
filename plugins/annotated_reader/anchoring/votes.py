"""What shares the rarest clues: found by looking clues up, before anything is compared."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


def voted(
    clues: Iterable[str], holders: Mapping[str, Sequence[int]], *, looked_up: int, common: int
) -> list[int]:
    """Return the indexes of what holds some clues, best first: the rarer a clue, the more it says.

    Only the rarest clues are looked up, and one that more than `common` hold says nothing.
    """
    votes: dict[int, float] = defaultdict(float)
    known = (holders[clue] for clue in sorted(set(clues)) if clue in holders)
    for indexes in sorted(known, key=len)[:looked_up]:
        if len(indexes) <= common:
            for index in indexes:
                votes[index] += 1 / len(indexes)
    return sorted(votes, key=lambda index: (-votes[index], index))
