"""The reading of the dossier itself: that it can say no."""

from tests.edition_content.dossier import Dossier, quotations, rows

TEXT = """
- `one-2020` — webpage — *One* — https://example.org/one — en — **READ**
- `two-a` / `two-b` — webpage — *Two* — https://example.org/(two) ; https://example.org/2 — **MEMORY** (not found)

### 3.1 Corrections

| Where | Text has | Correct |
|---|---|---|
| S4, S5 | "one" | "two" |

### 3.2 More

  - It says "peaceful **settlement**". [READ] It may say "operations" [**MEMORY – check**], I think.
- **Sources**: `one-2020` ("no mark here"); `two-a` ("none here").
"""
DOSSIER = Dossier(TEXT)


def test_sources() -> None:
    assert {id_: source.status for id_, source in DOSSIER.sources.items()} == {
        "one-2020": "READ",
        "two-a": "MEMORY",
        "two-b": "MEMORY",
    }
    assert DOSSIER.sources["one-2020"].urls == {"https://example.org/one"}
    assert "https://example.org/2" in DOSSIER.urls


def test_the_mark_behind_the_words_counts() -> None:
    assert DOSSIER.statuses("peaceful settlement", "one-2020") == {"READ"}
    assert DOSSIER.statuses("operations", "one-2020") == {"MEMORY"}


def test_without_a_mark_the_status_of_the_source_counts() -> None:
    assert DOSSIER.statuses("no mark here", "one-2020") == {"READ"}
    assert DOSSIER.statuses("none here", "two-a") == {"MEMORY"}


def test_words_that_are_not_there() -> None:
    assert DOSSIER.statuses("peaceful solution", "one-2020") == set()


def test_what_stands_between_quotation_marks() -> None:
    assert DOSSIER.quotes("Peaceful settlement")
    assert not DOSSIER.quotes("It says")
    assert not DOSSIER.quotes("operations")


def test_quotations_of_a_note() -> None:
    assert quotations('It says “one *word*", not "two".') == ["one word", "two"]


def test_rows() -> None:
    assert rows(TEXT, "3.1") == [("S4, S5", '"one"')]
