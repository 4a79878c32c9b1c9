"""A seed that is not the one that its sentences were listed from."""

import time

from annotated_reader.edition import shorten
from tests.edition.conftest import BASE, FOLDER, Copy


def test_after_an_edit_sentences_that_are_there_keep_their_ids(project: Copy) -> None:
    seed = (BASE / "seeds" / "the-weather.txt").read_text(encoding="utf-8")
    project.write("seeds/the-weather.txt", seed.replace("Nobody was", "At last nobody at all was"))
    edition, problems = project.build()
    assert any(" R503 " in problem for problem in problems)
    text = edition.text("the-weather")
    assert text.words("s4") == "The mayor said that the bridge was safe."
    assert text.words("s2") == "The river rose, and the bridge was closed."
    assert [note.label for note in text.notes] == ["1a", "2a", "4a"]


def test_a_new_id_is_above_all_that_ever_were(project: Copy) -> None:
    seed = (BASE / "seeds" / "the-weather.txt").read_text(encoding="utf-8")
    project.write("seeds/the-weather.txt", "An almanac of rain\n\n" + seed)
    edition, _ = project.build()
    text = edition.text("the-weather")
    new = [s.id for s in text.document.sentences if text.words(s.id) == "An almanac of rain"]
    assert len(new) == 1
    assert int(new[0].removeprefix("s")) > 6


def test_an_id_that_has_gone_from_the_list_is_not_given_to_another_sentence(
    project: Copy,
) -> None:
    # The line of s4 is missing, so the list does not fit; its note must not slip elsewhere.
    name = f"{FOLDER}/sentences.tsv"
    lines = (BASE / name).read_text(encoding="utf-8").splitlines(keepends=True)
    project.write(name, "".join(line for line in lines if not line.startswith("s4")))
    edition, problems = project.build()
    assert any(" R503 " in problem for problem in problems)
    assert "s4" not in [s.id for s in edition.text("the-weather").document.sentences]


def test_an_edit_of_many_equal_sentences_takes_no_quadratic_time(project: Copy) -> None:
    source = "Yes.\n\n" * 4000
    project.write("seeds/yes.txt", source)
    listed = "".join(f"s{n}\tYes.\n" for n in range(1, 4001))
    project.write("annotations/yes/sentences.tsv", listed)
    project.write("seeds/yes.txt", "No.\n\n" + source)
    before = time.perf_counter()
    _, problems = project.build()
    assert [problem.split()[1] for problem in problems] == ["R503"]
    # Tenths of a second when it is linear.
    assert time.perf_counter() - before < 4


def test_a_long_passage_is_shortened_around_what_changed() -> None:
    before = "word " * 40 + "changed " + "word " * 40
    assert shorten(before, 30).startswith("word word")
    assert shorten(before, 30).endswith(" …")
    window = shorten(before, 30, around=before.index("changed"))
    assert "changed" in window
    assert window.startswith("… ")
    assert len(window) <= 34
    assert shorten("short", 30, around=3) == "short"
