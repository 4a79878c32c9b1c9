from pathlib import Path

from click.testing import CliRunner, Result

from annotated_reader.cli.check import check
from annotated_reader.cli.new import new
from tests.small_site import write_site

AGAIN = {
    "seeds/essay.txt": "An Essay\n\nIt rained again. It rained, and it rained again.\n",
    "annotations/essay/sentences.tsv": None,
    "annotations/essay/notes.yml": None,
}


def _run(root: Path, *arguments: str, answers: str | None = None) -> Result:
    asked = "--no-ask" if answers is None else "--ask"
    options = ["essay", *arguments, asked, "-C", str(root)]
    return CliRunner().invoke(new, options, input=answers, catch_exceptions=False)


def _written(root: Path) -> list[Path]:
    return sorted(set((root / "annotations/essay").glob("s*.yml")))


def test_words_become_a_file_that_check_accepts(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--words", "cats &  dogs", "--kind", "gloss", "--lead", "Both: pets.")
    assert done.exit_code == 0, done.output
    (path,) = _written(root)
    assert path.name == "s2-cats-dogs-both-pets.yml"
    assert done.stdout == f"{path}: written.\n"
    assert path.read_text(encoding="utf-8") == (
        "# yaml-language-server: $schema=https://example.org/schemas/notes.json\n"
        'notes:\n\n- at: s2\n  quote: "cats & dogs"\n  kind: gloss\n  lead: "Both: pets."\n'
    )
    assert CliRunner().invoke(check, ["-C", str(root)]).exit_code == 0


def test_a_second_file_gets_another_name(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    for _ in range(2):
        _run(root, "--at", "s1", "--kind", "gloss", "--lead", "Short.")
    assert [path.name for path in _written(root)] == ["s1-short-2.yml", "s1-short.yml"]


def test_repeated_words_get_the_least_that_tells_them_apart(tmp_path: Path) -> None:
    root = write_site(tmp_path, AGAIN)
    done = _run(
        root,
        "--words",
        "rained",
        "--at",
        "s2",
        "--suffix",
        "again",
        "--kind",
        "gloss",
        "--lead",
        "x",
    )
    assert done.exit_code == 0, done.output
    content = _written(root)[0].read_text(encoding="utf-8")
    assert "quote: rained\n  prefix: it\n" in content


def test_words_that_stand_several_times_are_asked_about(tmp_path: Path) -> None:
    root = write_site(tmp_path, AGAIN)
    done = _run(root, "--words", "rained again", "--kind", "gloss", answers="s2\n\nMore.\n")
    assert done.exit_code == 0, done.output
    assert "  s1: It rained again.\n" in done.stdout
    assert "at: s2\n  quote: rained again\n" in _written(root)[0].read_text(encoding="utf-8")


def test_nobody_asked_they_are_refused(tmp_path: Path) -> None:
    root = write_site(tmp_path, AGAIN)
    done = _run(root, "--words", "rained again", "--kind", "gloss", "--lead", "x")
    assert done.exit_code == 1
    assert "R105" in done.stderr
    assert _written(root) == []


def test_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    answers = "first\nclaim\nunverified\n2026-01-02\nNobody knows.\nThe library\n\n"
    done = _run(root, answers=answers)
    assert done.exit_code == 0, done.output
    assert "  unverified: We looked and found no good evidence either way.\n" in done.stdout
    content = _written(root)[0].read_text(encoding="utf-8")
    assert "verdict: unverified\n" in content
    assert 'searched:\n  - "The library"\n' in content


def test_a_gloss_can_get_its_entry_in_the_glossary(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--words", "cats", "--kind", "gloss", "--term", "Cats", "--lead", "Pets.")
    assert done.exit_code == 0, done.output
    done = _run(root, "--words", "dogs", "--kind", "gloss", answers="Dogs (hounds)\nPets.\n")
    assert "Entry in the glossary (empty: it is not listed there)" in done.stdout
    done = _run(root, "--words", "short", "--kind", "gloss", answers="\nNot long.\n")
    terms = [line for path in _written(root) for line in path.read_text().splitlines()]
    assert [line.strip() for line in terms if "term:" in line] == [
        "term: Cats",
        "term: Dogs (hounds)",
    ]


def test_what_check_refuses_is_not_written(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    claim = ["--words", "first", "--kind", "claim", "--lead", "No.", "--checked", "2026-01-02"]
    done = _run(root, *claim, "--verdict", "contradicted", "--source", "-smith-2001@p. 3")
    assert done.exit_code == 1
    assert 'R403 "contradicted" needs a source with a `quote:`' in done.stderr
    assert "relation: contradicts" in done.stdout
    assert _written(root) == []
    done = _run(root, *claim, "--verdict", "contradicted", "--source", "-smith-2001@p. 3=cats")
    assert done.exit_code == 0, done.output


def test_without_a_site_there_is_no_schema_to_name(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"mkdocs.yml": None})
    _run(root, "--at", "s1", "--kind", "gloss", "--lead", "Short.")
    assert _written(root)[0].read_text(encoding="utf-8").startswith("notes:\n")


def test_sources_are_asked_for_with_what_they_do_to_the_text(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    answers = "disputed\n2026-01-02\nWho knows.\nsmth-2001\nsmith-2001\np. 3\nonly cats\n\n"
    done = _run(
        root, "--words", "first", "--kind", "claim", answers=f"{answers}-jones-2002@p. 4=dogs\n\n"
    )
    assert done.exit_code == 0, done.output
    assert 'There is no source "smth-2001". Did you mean "smith-2001"?' in done.stdout
    content = _written(root)[0].read_text(encoding="utf-8")
    assert content.partition("  sources:\n")[2].partition("  checked")[0] == (
        "  - source: smith-2001\n    locator: p. 3\n    quote: only cats\n    relation: supports\n"
        "  - source: jones-2002\n    locator: p. 4\n    quote: dogs\n    relation: contradicts\n"
    )


def test_a_new_source_is_asked_for_by_its_fields(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    source = (
        "new\n\nA: title\nSmith, Ann; United Nations\nThe Paper\n\n2001\nhttps://example.org/\n"
    )
    done = _run(root, "--at", "s1", "--kind", "citation", answers=f"{source}p. 1\n\n\n\n")
    assert done.exit_code == 0, done.output
    content = _written(root)[0].read_text(encoding="utf-8")
    assert "  - source: smith-2001-2\n    locator: p. 1\n    relation: supports\n" in content
    assert content.partition("\nreferences:\n\n")[2] == (
        '- id: smith-2001-2\n  type: webpage\n  title: "A: title"\n'
        "  author:\n  - family: Smith\n    given: Ann\n  - literal: United Nations\n"
        "  container-title: The Paper\n  issued: 2001\n  URL: https://example.org/\n"
    )


def test_what_check_refuses_can_be_answered_anew(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--at", "s1", "--kind", "gloss", answers="\n<b>\nlead\nShort.\n")
    assert done.exit_code == 0, done.output
    assert "R208" in done.stderr
    assert 'lead: "Short."\n' in _written(root)[0].read_text(encoding="utf-8")


def test_nothing_answered_anew_it_is_refused(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--at", "s1", "--kind", "gloss", answers="\n<b>\n\n")
    assert done.exit_code == 1
    assert 'lead: "<b>"\n' in done.stdout
    assert _written(root) == []


def test_words_that_are_not_found_are_asked_for_again(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--words", "CATS & dogs", "--kind", "gloss", answers="cats & dogs\n\nPets.\n")
    assert done.exit_code == 0, done.output
    assert "R104" in done.stderr
    assert 'quote: "cats & dogs"\n' in _written(root)[0].read_text(encoding="utf-8")


def test_a_dry_run_keeps_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "--at", "s1", "--kind", "gloss", "--lead", "Short.", "--dry-run")
    assert done.exit_code == 0
    assert "\nnotes:\n\n- at: s1\n" in done.stdout
    assert _written(root) == []


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    done = CliRunner().invoke(new, ["esay", "-C", str(write_site(tmp_path))])
    assert done.exit_code == 2
    assert 'There is no text "esay". Did you mean "essay"?' in done.stderr
