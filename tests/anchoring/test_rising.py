from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring.rising import longest_rising


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], []),
        ([3], [3]),
        ([0, 1, 2], [0, 1, 2]),
        ([2, 0, 1], [0, 1]),
        ([1, 2, 0], [1, 2]),
        ([0, 4, 1, 2, 3], [0, 1, 2, 3]),
        ([5, 5], [5]),
    ],
)
def test_the_longest_run_that_rises(places: list[int], expected: list[int]) -> None:
    assert [new for _, new in longest_rising(list(enumerate(places)))] == expected


def _longest(places: list[int]) -> int:
    """The length of the longest run, by trying all."""
    sizes = range(len(places), 0, -1)
    runs = (run for size in sizes for run in combinations(places, size))
    return next((len(run) for run in runs if all(a < b for a, b in pairwise(run))), 0)


@given(st.lists(st.integers(0, 9), max_size=9))
def test_no_run_is_longer(places: list[int]) -> None:
    pairs = list(enumerate(places))
    found = longest_rising(pairs)
    assert len(found) == _longest(places)
    assert set(found) <= set(pairs)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
