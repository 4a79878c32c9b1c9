import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotated_reader.cli import main
from annotated_reader.notes import TO_FILL_IN
from tests.small_site import FILES, write_site

FIXTURES = Path(__file__).parent / "fixtures" / "sources"
SOURCES = "annotations/sources.yml"
STUB = """\
- id: {id}
  type: {type}
  title: … (to fill in)
  accessed: 2026-11-24
"""


def _run(root: Path, *arguments: str | Path) -> Result:
    words = ["sources", *map(str, arguments), "-C", str(root)]
    return CliRunner().invoke(main, words, catch_exceptions=False)


def _check(root: Path) -> Result:
    return CliRunner().invoke(main, ["check", "-C", str(root)], catch_exceptions=False)


def _add(root: Path, *arguments: str) -> Result:
    return _run(root, "add", *arguments, "--accessed", "2026-11-24")


def _sources(root: Path) -> str:
    return (root / SOURCES).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", ["zotero.bib", "zotero.ris", "better.yaml"])
def test_a_file_from_zotero(tmp_path: Path, name: str) -> None:
    root = write_site(tmp_path)
    done = _run(root, "import", FIXTURES / name)
    assert done.exit_code == 0, done.output
    assert done.stderr == f"written: {SOURCES}\n"
    assert _sources(root).startswith(FILES[SOURCES])
    assert _check(root).exit_code == 0
    after = _sources(root)
    again = _run(root, "import", FIXTURES / name)
    assert (again.exit_code, again.stderr, _sources(root)) == (0, "", after)
    assert " same." in again.stdout


def test_the_report_names_everything(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "import", FIXTURES / "zotero.json")
    assert done.exit_code == 1
    assert done.stdout == (FIXTURES / "zotero.report.txt").read_text(encoding="utf-8")
    # The interview has no title: the checks point at it.
    found = _check(root).stderr
    assert found.count(": R305 ") == 1
    assert "the title is still to be filled in" in found


def test_dry_run_shows_the_change_and_writes_nothing(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _run(root, "import", FIXTURES / "better.yaml", "--dry-run")
    assert done.exit_code == 0
    assert "+- id: toalpeacesociety2020\n" in done.stdout
    assert "3 records: 3 new." in done.stdout
    assert _sources(root) == FILES[SOURCES]


def test_update(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    file = tmp_path / "cats.ris"
    file.write_text(
        "TY  - BOOK\nTI  - Cats!\nUR  - http://example.com/cats\nCY  - Oxford\nER  - \n"
    )
    assert "not there: publisher-place" in _run(root, "import", file).stdout
    assert _sources(root) == FILES[SOURCES]
    done = _run(root, "import", file, "--update")
    assert "updated   smith-2001  line 1     added: publisher-place\n" in done.stdout
    before, after = FILES[SOURCES].splitlines(), _sources(root).splitlines()
    assert [line for line in after if line not in before] == ["  publisher-place: Oxford"]
    assert len(after) == len(before) + 1


def test_comments_line_ends_and_rights_stay(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    old = "# Ours.\r\nreferences:\r\n\r\n- {id:   a, type: book,\r\n   title: A}   # why\r\n"
    (root / SOURCES).write_bytes(old.encode())
    (root / SOURCES).chmod(0o640)
    assert _run(root, "import", FIXTURES / "better.yaml").exit_code == 0
    assert _sources(root).startswith(old)
    assert "\n" not in _sources(root).replace("\r\n", "")
    assert (root / SOURCES).stat().st_mode & 0o777 == 0o640


def test_a_project_without_sources(tmp_path: Path) -> None:
    root = write_site(tmp_path, {SOURCES: None, "annotations/essay/notes.yml": None})
    assert _run(root, "import", FIXTURES / "zotero.bib").exit_code == 0
    assert _sources(root).startswith(
        "# Bibliography, CSL YAML.\nreferences:\n- id: toal_peace_2020\n"
    )
    mask = os.umask(0)
    os.umask(mask)
    assert (root / SOURCES).stat().st_mode & 0o777 == 0o666 & ~mask
    assert _check(root).exit_code == 0


def test_a_file_that_cannot_be_used(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    file = tmp_path / "x.bib"
    file.write_text("@book{a,\n title={A}")
    done = _run(root, "import", file)
    assert done.exit_code == 2
    assert done.stderr.startswith("x.bib:1:1: R015 an entry that begins here is never closed.")
    assert _run(root, "import", tmp_path / "none.bib").exit_code == 2


def test_one_faulty_record_does_not_keep_the_others_out(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    file = tmp_path / "x.bib"
    file.write_text("@book{one, title={One}}\n@book{two,\n title={Two}\n year=1999}\n")
    done = _run(root, "import", file)
    assert done.exit_code == 1
    assert done.stdout == (
        "x.bib is BibTeX or BibLaTeX.\n"
        "new       one  line 1     One\n"
        "invalid        line 3     a comma is missing behind this value\n"
        "2 records: 1 new, 1 invalid.\n"
    )
    assert _sources(root) == FILES[SOURCES] + "- id: one\n  type: book\n  title: One\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("references: [", "sources.yml:2:1: R010"),
        ("references: {a: b}\n", "sources.yml:1:13: R203"),
        ("references:\n- id: a\n  note: |+\n    x\n\n", "sources.yml:2:1: R015"),
        ("references:\n- \u202ea\n", "sources.yml:2:3: R005"),
    ],
)
def test_sources_that_cannot_be_added_to(tmp_path: Path, content: str, told: str) -> None:
    root = write_site(tmp_path, {SOURCES: content})
    done = _run(root, "import", FIXTURES / "zotero.bib")
    assert done.exit_code == 2
    assert told in done.stderr
    assert _sources(root) == content


def test_a_link_to_elsewhere_is_never_written_through(tmp_path: Path) -> None:
    root = write_site(tmp_path, {SOURCES: None, "other.yml": "references:\n"})
    (root / SOURCES).symlink_to(root / "other.yml")
    done = _run(root, "import", FIXTURES / "zotero.bib")
    assert done.exit_code == 2
    assert "R002" in done.stderr
    assert (root / "other.yml").read_text() == "references:\n"


def test_add_an_address(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _add(root, "https://www.bbc.co.uk/news/2020/11/10/x")
    assert done.stdout == "bbc-2020: added. Fill in its title, author and date.\n"
    added = STUB.format(id="bbc-2020", type="webpage")
    url = "  URL: https://www.bbc.co.uk/news/2020/11/10/x\n"
    assert _sources(root) == FILES[SOURCES] + added + url
    found = _check(root)
    assert found.exit_code == 1
    place = f"{SOURCES}:{FILES[SOURCES].count(chr(10)) + 3}:10"
    assert f"{place}: R305 the title is still to be filled in." in found.stderr
    (root / SOURCES).write_text(_sources(root).replace(TO_FILL_IN, "News"), encoding="utf-8")
    assert _check(root).exit_code == 0


def test_add_an_address_that_a_source_names(tmp_path: Path) -> None:
    named = "  custom: {note: Original at https://www.bbc.com/news/world-europe-54882564.}\n"
    root = write_site(tmp_path, {SOURCES: FILES[SOURCES] + named})
    done = _add(root, "https://www.bbc.com/news/world-europe-54882564")
    assert done.stdout == (
        "bbc-world-europe-54882564: added. Fill in its title, author and date.\n"
        "bbc-world-europe-54882564: perhaps the same as jones-2002, which names this address.\n"
    )


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("https://example.org/", "example"),
        ("https://example.org/a/birds-of-the-valley.html?p=3#x", "example-birds-of-the-valley"),
        (
            "https://example.org/when-the-river-rose-nobody-was-hurt/",
            "example-when-the-river-rose-nobody",
        ),
        ("https://example.org/пути/дождь", "example"),
        (f"https://example.org/{'a' * 40}", "example"),
    ],
)
def test_the_id_of_an_address_without_a_year(address: str, id_: str, tmp_path: Path) -> None:
    assert _add(write_site(tmp_path), address).stdout.startswith(f"{id_}: added.")


@pytest.mark.parametrize(
    "form", ["10.1080/153.2020", "doi:10.1080/153.2020", "https://doi.org/10.1080/153.2020"]
)
def test_add_a_doi(tmp_path: Path, form: str) -> None:
    root = write_site(tmp_path)
    assert _add(root, form).exit_code == 0
    stub = STUB.format(id="doi-153-2020", type="article-journal")
    assert _sources(root) == f"{FILES[SOURCES]}{stub}  DOI: 10.1080/153.2020\n"


def test_add_an_archived_page(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    copy = "https://web.archive.org/web/20201112010203/https://www.mfa.am/en/press"
    assert _add(root, copy, "--id", "mfa-press").exit_code == 0
    assert _sources(root).endswith(
        "  URL: https://www.mfa.am/en/press\n"
        "  custom:\n"
        f"    archive-url: {copy}\n"
        '    archived: "2020-11-12"\n'
    )


def test_add_what_is_there(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    done = _add(root, "http://www.example.com/cats/")
    assert (done.exit_code, done.stdout) == (
        0,
        "smith-2001: is there already, nothing was added.\n",
    )
    assert _add(root, "http://example.com/birds", "--id", "smith-2001").stdout.startswith(
        "smith-2001-2"
    )


def test_a_stub_is_filled_by_a_later_import(tmp_path: Path) -> None:
    root = write_site(tmp_path)
    _add(root, "10.1080/15387216.2020.1824013", "--id", "toal")
    done = _run(root, "import", FIXTURES / "zotero.bib", "--update")
    assert "updated   toal " in done.stdout
    assert TO_FILL_IN not in _sources(root)
    assert _check(root).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["javascript:alert(1)"], "it must begin with https:// or http://"),
        (["mailto:a@b.org"], "it must begin with https:// or http://"),
        (["www.bbc.com"], "it must begin with https:// or http://"),
        (["https://a.org/x y"], "white space"),
        (["https://a.org/", "--id", "A B"], '"A B" must be small letters'),
        (["https://a.org/", "--accessed", "today"], '"today" must be a day'),
    ],
)
def test_add_refuses(tmp_path: Path, arguments: list[str], told: str) -> None:
    root = write_site(tmp_path)
    done = _run(root, "add", *arguments)
    assert done.exit_code == 2
    assert told in " ".join(done.stderr.split())
    assert _sources(root) == FILES[SOURCES]
