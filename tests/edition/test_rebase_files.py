"""The files that a rebase reads and writes: the list of sentences, notes, other texts."""

from pathlib import Path

import pytest

from annotated_reader.problems import has_errors
from tests.edition.edited_project import FOLDER, done, edited, rebased, write

PLAIN = {
    "before": "The first guest came in. Nobody else went out.",
    "after": "The first guest came in late. Nobody else went out.",
    "notes": "- {id: a, at: s1, quote: guest came in, kind: gloss, lead: L}",
}


def test_comments_in_the_list_stay_where_they_were(tmp_path: Path) -> None:
    edited(tmp_path, {**PLAIN, "after": "Nobody else went out. The first guest came in."})
    listed = "# Ours.\r\n\r\ns1\tThe first guest came in.\r\n# why\r\n# it is one\r\ns2\tNobody else went out.\r\n# end\r\n"
    write(tmp_path, f"{FOLDER}/sentences.tsv", listed)
    assert done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"] == (
        "# Ours.\r\n# why\r\n# it is one\r\ns2\tNobody else went out.\r\ns1\tThe first guest came in.\r\n# end\r\n"
    )


def test_a_list_without_comments_gets_ours(tmp_path: Path) -> None:
    edited(tmp_path, PLAIN)
    write(
        tmp_path,
        f"{FOLDER}/sentences.tsv",
        "s1\tThe first guest came in.\ns2\tNobody else went out.\n",
    )
    listed = done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"]
    assert listed.startswith("# The sentences of this text")
    assert listed.endswith(
        "\ns1\tThe first guest came in late.\tedited 2026-11-24\ns2\tNobody else went out.\n"
    )


def test_an_id_that_was_retired_before_is_never_used_again(tmp_path: Path) -> None:
    edited(
        tmp_path,
        {**PLAIN, "after": "The first guest came in. Somebody slept. Nobody else went out."},
    )
    listed = (
        "s1\tThe first guest came in.\ns2\tNobody else went out.\ns7\tSomebody slept.\tretired\n"
    )
    write(tmp_path, f"{FOLDER}/sentences.tsv", listed)
    assert done(tmp_path).files[tmp_path / FOLDER / "sentences.tsv"].splitlines()[-4:] == [
        "s1\tThe first guest came in.",
        "s8\tSomebody slept.",
        "s2\tNobody else went out.",
        "s7\tSomebody slept.\tretired",
    ]


def test_links_from_another_text_are_found(tmp_path: Path) -> None:
    edited(tmp_path, {**PLAIN, "after": "The first guest came in."})
    write(tmp_path, "seeds/other.txt", "Two. Three.")
    note = "- {at: s1, kind: cross-reference, relation: repeats, see: [essay#s2, s2, essay#s1]}"
    write(tmp_path, "annotations/other/notes.yml", f"notes:\n{note}\n")
    (link,) = done(tmp_path).broken
    assert str(link.place) == "annotations/other/notes.yml:2:60"
    assert (link.sentence, link.words, link.now) == ("s2", "Nobody else went out.", "")


def test_links_of_a_note_with_faults_wait_until_it_is_mended(tmp_path: Path) -> None:
    case = {"before": "One. Two.", "after": "One.", "notes": "- {at: s1, kind: gloss, lead: a}"}
    write(tmp_path, "seeds/other.txt", "Two. Three.")
    note = "- {at: s1, kind: cross-reference, see: [null, essay#s2]}"
    write(tmp_path, "annotations/other/notes.yml", f"notes:\n{note}\n")
    assert done(edited(tmp_path, case)).pointers == ()


def test_notes_in_several_files(tmp_path: Path) -> None:
    edited(tmp_path, {**PLAIN, "after": "The first guest came right in. Nobody else went out."})
    more = "notes:\n- {at: s2, kind: gloss, lead: L}\n- {at: s1, quote: came in, kind: gloss, lead: L}\n"
    write(tmp_path, f"{FOLDER}/more.yml", more)
    result = done(tmp_path)
    assert {path.name for path in result.files} == {"sentences.tsv", "notes.yml", "more.yml"}
    assert result.notes[0].name == f"{FOLDER}/more.yml:2:3"
    written = result.files[tmp_path / FOLDER / "more.yml"]
    assert written == more.replace("came in", "came right in")


BROKEN = [
    ("- {id: a, at: s1, lead: [}", "notes.yml:2:"),
    ("- {id: a, at: s1, kind: gloss, led: L}", "notes.yml:2:32: R201"),
    ("- ? quote\n  : guest came in\n  kind: gloss\n  lead: L", "notes.yml: R015"),
]


@pytest.mark.parametrize(("notes", "told"), BROKEN)
def test_a_faulty_file_of_notes_stops_everything(notes: str, told: str, tmp_path: Path) -> None:
    edited(tmp_path, {**PLAIN, "after": "Nobody else went out.", "notes": notes})
    result, problems = rebased(tmp_path)
    assert result is None
    assert has_errors(problems)
    assert str(problems[0]).startswith(f"{FOLDER}/{told}")


@pytest.mark.parametrize("name", ["notes.yml", "sentences.tsv"])
def test_a_file_behind_a_link_stops_everything(name: str, tmp_path: Path) -> None:
    path = edited(tmp_path, PLAIN) / FOLDER / name
    path.rename(tmp_path / name)
    path.symlink_to(tmp_path / name)
    result, problems = rebased(tmp_path)
    assert result is None
    assert [(p.code, p.place.file) for p in problems] == [("R002", f"{FOLDER}/{name}")]
