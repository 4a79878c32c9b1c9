from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring.folding import fold
from annotated_reader.anchoring.revision.mapping import MAX_WORDS, map_span
from tests.cases import Case, line_cases

FIXTURES = Path(__file__).parent / "fixtures"


def _marked(text: str) -> tuple[str, tuple[int, int] | None]:
    """Return a text without its brackets, and the span that they enclosed."""
    before, bracket, rest = text.partition("[")
    words, _, after = rest.partition("]")
    return before + words + after, (len(before), len(before) + len(words)) if bracket else None


@pytest.mark.parametrize("case", line_cases(FIXTURES / "mapping.txt"))
def test_the_words_that_stand_for_others(case: Case) -> None:
    (old, span), (new, expected) = map(_marked, case.parts)
    assert span is not None
    assert map_span(old, new, span) == expected


def test_long_stretches_count_as_replaced() -> None:
    old = " ".join(f"a{number}" for number in range(MAX_WORDS + 10))
    new = f"first {old.partition(' ')[2].rpartition(' ')[0]} last"
    start = old.index("a100 ")
    assert map_span(old, new, (start, start + 4)) == (0, len(new))


_WORDS = st.lists(st.sampled_from(["rain", "no", "“no”", "it’s", "the", "雨が", ","]), max_size=12)


@given(_WORDS, _WORDS, st.data())
def test_words_that_all_stay_lead_to_the_same_words(
    before: list[str], after: list[str], data: st.DataObject
) -> None:
    old = " ".join(["first", *before, "last"])
    new = " ".join(["first", *before, "last", *after])
    start = data.draw(st.integers(0, len(old) - 1))
    span = (start, data.draw(st.integers(start + 1, len(old))))
    mapped = map_span(old, new, span)
    if mapped:
        assert fold(old[slice(*span)]) in fold(new[slice(*mapped)])
    else:
        assert not old[slice(*span)].strip()
