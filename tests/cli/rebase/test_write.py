"""What `rebase --write` takes over, and what every check asks for until it is decided."""

import json
from pathlib import Path

from tests.cli.rebase.conftest import (
    LIST,
    NOTES,
    SEED,
    TODAY,
    check_again,
    rebase,
    run,
)
from tests.small_site import FILES, write_site


def test_what_is_taken_over_passes_the_check(good: Path) -> None:
    done = rebase(good, "--write")
    assert done.exit_code == 0
    assert done.stderr == f"written: {LIST}\nwritten: {NOTES}\n"
    written = FILES[NOTES].replace("quote: cats & dogs", "quote: cats and dogs")
    assert (good / NOTES).read_text(encoding="utf-8") == written
    check_again(good)
    assert run(good, "check").stderr == ""
    again = rebase(good)
    assert (again.exit_code, "there is nothing to do" in again.stdout) == (0, True)


def test_a_verdict_on_words_that_were_edited_is_asked_for_until_it_is_renewed(good: Path) -> None:
    done = rebase(good, "--write", "--format", "markdown")
    assert "its verdict of 2026-01-02 is older now" in done.stdout
    told = f"{NOTES}:17:12: R406 the words were edited on {TODAY}"
    for _ in range(2):
        check = run(good, "check")
        assert (check.exit_code, told in check.stderr) == (0, True)
        seed = (good / SEED).read_text(encoding="utf-8")
        (good / SEED).write_text(seed.replace("is short", "is very short"), encoding="utf-8")
        assert rebase(good, "--write").exit_code == 0
    check_again(good)
    assert "R406" not in run(good, "check").stderr


def test_of_a_claim_that_was_checked_today_nobody_knows_whether_before(good: Path) -> None:
    check_again(good)
    data = json.loads(rebase(good, "--write", "--format", "json").stdout)
    (note,) = (note for note in data["notes"] if note["note"] == "about-cats")
    assert note["remark"].startswith("it was checked today, so no check will remind you")
    assert run(good, "check").stderr == ""


def test_a_note_that_is_kept_but_written_anew_is_told_of(tmp_path: Path) -> None:
    notes = "notes:\n- {quote: sentence is short, kind: gloss, lead: L}\n"
    seed = FILES[SEED].replace("The second", "Another sentence is short. The second")
    changes: dict[str, str | None] = {SEED: seed, NOTES: notes, "annotations/sources.yml": None}
    root = write_site(tmp_path, changes)
    told = (
        "**kept** `s1`, `annotations/essay/notes.yml:2`: the sentence is unchanged, but the place"
    )
    done = rebase(root, "--write", "--format", "markdown")
    assert told in done.stdout
    assert done.exit_code == 0
    assert (root / NOTES).read_text(encoding="utf-8") == notes.replace("{quote", "{at: s1, quote")


JOINED = {
    SEED: "The river rose in the night, and the old bridge was closed. Nobody came.\n",
    LIST: "s1\tThe river rose in the night.\ns2\tThe old bridge was closed.\ns3\tNobody came.\n",
    NOTES: "notes:\n- {at: s3, kind: cross-reference, relation: repeats, see: [s2]}\n",
    "annotations/sources.yml": None,
}


def test_a_link_to_a_sentence_that_was_joined_follows_it(tmp_path: Path) -> None:
    root = write_site(tmp_path, JOINED)
    done = rebase(root, "--format", "markdown", "--write")
    assert "### Links that follow their sentence\n" in done.stdout
    assert (
        f"- **link** `s1`, `{NOTES}:2`: see: s2 is gone; its words are in s1 now\n" in done.stdout
    )
    assert (done.exit_code, done.stderr) == (0, f"written: {LIST}\nwritten: {NOTES}\n")
    assert "see: [s1]" in (root / NOTES).read_text(encoding="utf-8")
    assert run(root, "check").stderr == ""


def test_a_link_to_what_is_gone_is_a_matter_to_decide_too(tmp_path: Path) -> None:
    notes = "notes:\n- {at: s1, kind: cross-reference, relation: repeats, see: [s2]}\n"
    changes: dict[str, str | None] = {SEED: LOST, NOTES: notes, "annotations/sources.yml": None}
    done = rebase(write_site(tmp_path, changes), "--format", "markdown", "--write")
    assert f"- **broken link** `{NOTES}:2`: see: s2 is gone\n" in done.stdout
    assert done.exit_code == 1
    assert f"{NOTES}:2:60: R205" in run(tmp_path, "check").stderr


LOST = "An Essay\n\nThe first sentence is short.\n"


def test_a_lost_note_stays_and_every_check_names_it(tmp_path: Path) -> None:
    root = write_site(tmp_path, {SEED: LOST})
    done = rebase(root, "--write")
    assert (done.exit_code, done.stderr) == (1, f"written: {LIST}\n")
    assert (root / NOTES).read_text(encoding="utf-8") == FILES[NOTES]
    check = run(root, "check")
    assert check.exit_code == 1
    assert f"{NOTES}:3:7: R102 the sentence s2 is retired." in check.stderr
    assert rebase(root).exit_code == 0


def test_a_note_without_a_sentence_remembers_the_one_that_is_gone(tmp_path: Path) -> None:
    notes = "notes:\n- quote: cats & dogs  # mine\n  kind: gloss\n  lead: L\n"
    root = write_site(tmp_path, {SEED: LOST, NOTES: notes, "annotations/sources.yml": None})
    assert rebase(root, "--write").exit_code == 1
    assert (root / NOTES).read_text(encoding="utf-8") == notes.replace(
        "- quote", "- at: s2\n  quote"
    )
    assert f"{NOTES}:2:7: R102 the sentence s2 is retired." in run(root, "check").stderr


def test_a_markdown_seed(tmp_path: Path) -> None:
    changes: dict[str, str | None] = {
        SEED: None,
        "seeds/essay.md": "# An Essay\n\nThe first sentence is short. The second is about cats & dogs.\n",
    }
    root = write_site(tmp_path, changes)
    assert "nothing to do" in rebase(root).stdout
    seed = root / "seeds/essay.md"
    seed.write_text(seed.read_text().replace("# An", "## A section\n\n# An"), encoding="utf-8")
    done = rebase(root, "--write", width=200)
    assert done.exit_code == 0
    assert "inserted: at the beginning" in done.stdout
    assert run(root, "check").exit_code == 0
