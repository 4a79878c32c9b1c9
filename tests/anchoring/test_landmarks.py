"""Long stretches in which every sentence was edited."""

from annotated_reader.anchoring.revision import ChangeKind, revise
from annotated_reader.anchoring.revision.landmarks import MAX_HOLDERS, landmarks
from annotated_reader.anchoring.revision.similar import MAX_PAIRS, Gap, pair_similar
from tests.anchoring.conftest import listed_sentences

LENGTH = int(MAX_PAIRS**0.5) + 20


def _sentence(number: int, end: str = "at night") -> str:
    """A sentence with words of its own, and some that all have."""
    own = " ".join(f"w{number * 7 + step}x" for step in range(7))
    return f"In the year {own} the river rose {end}."


OLD = [_sentence(number) for number in range(LENGTH)]
EDITED = [_sentence(number, "by day") for number in range(LENGTH)]


def test_each_sentence_that_is_nearly_the_same() -> None:
    assert landmarks(OLD, EDITED) == [(number, number) for number in range(LENGTH)]


def test_only_in_the_order_of_both() -> None:
    assert landmarks(OLD[:4], [EDITED[3], *EDITED[:3]]) == [(0, 1), (1, 2), (2, 3)]


def test_none_where_two_are_as_like() -> None:
    twice = [EDITED[0], EDITED[1], _sentence(1, "by days")]
    assert landmarks(OLD[:2], twice) == [(0, 0)]


def test_none_where_no_sentence_is_nearly_the_same() -> None:
    other = "In the year 1812 nobody in the whole of the valley saw the river."
    assert landmarks(OLD[:2], [other]) == []
    assert landmarks(OLD[:2], []) == []


def test_words_that_all_sentences_have_are_no_clue() -> None:
    same = ["The river rose at night."] * (MAX_HOLDERS + 1)
    assert landmarks(["The river rose at night!"], same) == []


def test_a_long_gap_is_paired_at_its_landmarks_and_between_them() -> None:
    new = list(EDITED)
    # Less than nearly the same: known only by what stands beside it.
    new[5] = "In the year w35x w36x w37x w38x the wide river had risen by day."
    new.insert(60, "A dog barked.")
    whole = tuple(range(LENGTH))
    changes = pair_similar(OLD, new, Gap(whole, (*whole, LENGTH)))
    assert {change.kind for change in changes} == {ChangeKind.EDITED}
    pairs = [(*change.old, *change.new) for change in changes]
    assert pairs == [(number, number + (number >= 60)) for number in range(LENGTH)]


def test_a_long_gap_without_landmarks_is_another_text() -> None:
    new = [f"Somebody else told story number {number} to all." for number in range(LENGTH)]
    whole = tuple(range(LENGTH))
    assert pair_similar(OLD, new, Gap(whole, whole)) == []


def test_ids_stay_where_every_sentence_of_a_long_text_was_edited() -> None:
    listed = listed_sentences("\n".join(f"s{n}→{words}" for n, words in enumerate(OLD)))
    document = revise(" ".join(EDITED), listed, language="en", markdown=False).document
    assert [sentence.id for sentence in document.sentences] == [item.id for item in listed]
    assert document.retired == frozenset()
