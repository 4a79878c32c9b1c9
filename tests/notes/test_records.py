from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder
from annotated_reader.notes import TEXT_FILE, NoteRecord, TextRecord, read_notes, read_text_record
from annotated_reader.notes.format import (
    FoundAt,
    Needs,
    PersonRecord,
    ReasonRecord,
    SourceUse,
    VerdictRecord,
)
from annotated_reader.notes.records import read_entry
from annotated_reader.notes.yaml_reader import Marks, YamlFile
from tests.cases import Case, as_told, block_cases, lines_of

FIXTURES = Path(__file__).parent / "fixtures"


def shown(problems: list[Any]) -> list[str]:
    """Return problems as lines without the name of their file, in order of place."""
    return [str(problem).partition(":")[2] for problem in sorted(problems)]


@pytest.mark.parametrize("case", block_cases(FIXTURES / "records.txt"))
def test_notes(case: Case, tmp_path: Path) -> None:
    content, expected = case.parts
    path = tmp_path / "n.yml"
    path.write_text(content, encoding="utf-8")
    entries, problems = read_notes([path], Folder(tmp_path, "a"))
    assert as_told(shown(problems), lines_of(expected)) == lines_of(expected)
    wrong_form = any(f" {code} " in expected for code in ("R201", "R202", "R203"))
    assert wrong_form or not any(entry.faulty for entry in entries)


def test_a_note_is_read_with_its_defaults(tmp_path: Path) -> None:
    path = tmp_path / "n.yml"
    path.write_text("notes:\n- at: s1\n  kind: gloss\n  lead: Words.\n", encoding="utf-8")
    ((entry,), problems) = read_notes([path], Folder(tmp_path, "a"))
    assert problems == []
    note = entry.record
    assert note.sentences == ("s1",)
    assert (note.quote, note.prefix, note.suffix, note.id, note.verdict) == ("", "", "", "", "")
    assert (note.status, note.relation, note.sources, note.see) == ("current", None, [], [])
    assert str(entry.place("lead")) == "a/n.yml:4:9"


def test_a_list_of_sentences(tmp_path: Path) -> None:
    path = tmp_path / "n.yml"
    path.write_text("notes:\n- {at: [s1, s2], kind: gloss, lead: a}\n", encoding="utf-8")
    ((entry,), _) = read_notes([path], Folder(tmp_path, "a"))
    assert entry.record.sentences == ("s1", "s2")


def test_files_are_read_in_the_order_given_and_know_each_others_ids(tmp_path: Path) -> None:
    for name in ("b", "a"):
        content = f"notes:\n- {{id: one, at: s1, kind: gloss, lead: {name}}}\n"
        (tmp_path / f"{name}.yml").write_text(content, encoding="utf-8")
    paths = [tmp_path / "b.yml", tmp_path / "a.yml"]
    entries, problems = read_notes(paths, Folder(tmp_path, "n"))
    assert [entry.record.lead for entry in entries] == ["b", "a"]
    assert [str(problem) for problem in problems] == [
        'n/a.yml:2:8: R204 the id "one" is used already at n/b.yml:2:8. Give it another id.'
    ]


def test_a_text_without_a_record_is_english(tmp_path: Path) -> None:
    record, problems = read_text_record(tmp_path / TEXT_FILE, Folder(tmp_path, "a"))
    assert (record, problems) == (TextRecord(), [])
    assert record.language == "en"


def test_a_text_with_a_record(tmp_path: Path) -> None:
    (tmp_path / TEXT_FILE).write_text(
        "title: A text\nlanguage: hy\nsource: {url: 'https://example.org/'}\neditors: [A, B]\n",
        encoding="utf-8",
    )
    record, problems = read_text_record(tmp_path / TEXT_FILE, Folder(tmp_path, "a"))
    assert problems == []
    assert (record.title, record.language, record.source.url) == (
        "A text",
        "hy",
        "https://example.org/",
    )
    assert record.editors == ["A", "B"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("titel: A", '1:1: R201 unknown key "titel". Did you mean "title"?'),
        ("language: no", ""),
        (
            "language: English",
            '1:11: R203 "language" must be a language tag (BCP 47) like en or hy',
        ),
        (
            'language: "en\\n"',
            '1:11: R203 "language" must be a language tag (BCP 47) like en or hy',
        ),
        ("direction: left", '1:12: R203 "direction" cannot be "left"'),
        ("source: https://example.org/", '1:9: R203 "source" must be keys and values'),
        ("source: {url: javascript:alert(1)}", '1:15: R209 "javascript:alert(1)" is not allowed'),
        ("source: {uri: a}", '1:10: R201 unknown key "uri". Did you mean "url"?'),
        ("editors: me", '1:10: R203 "editors" must be a list of names'),
    ],
)
def test_a_text_record_with_a_fault(line: str, problem: str, tmp_path: Path) -> None:
    (tmp_path / TEXT_FILE).write_text(line + "\n", encoding="utf-8")
    _, problems = read_text_record(tmp_path / TEXT_FILE, Folder(tmp_path, "a"))
    assert len(problems) == bool(problem)
    assert "".join(shown(problems)).startswith(problem)


_KINDS: list[type[msgspec.Struct]] = [
    *(NoteRecord, TextRecord, SourceUse, FoundAt, VerdictRecord, ReasonRecord, Needs, PersonRecord)
]
_FIELDS = sorted({f.encode_name for kind in _KINDS for f in msgspec.structs.fields(kind)})
_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.text(max_size=5),
        st.sampled_from(["s1", "gloss", "claim", "2026-11-23", "yes", "open", "solid", "", " "]),
    ),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.sampled_from([*_FIELDS, "xyz", ""]), inner, max_size=5)
    ),
    max_leaves=10,
)


@given(_VALUES, st.sampled_from(_KINDS))
def test_any_data_is_a_record_or_has_reasons_why_not_all_of_it_is(
    data: Any, kind: type[msgspec.Struct]
) -> None:
    file = YamlFile({}, Marks(1, 1), Path("/p/n.yml"), Folder(Path("/p"), "a"))
    entry, problems = read_entry(data, kind, file, Marks(3, 4))
    assert bool(entry is None or entry.faulty) == bool(problems)
    if entry:
        kept = {key.replace("-", "_"): data[key] for key in set(data) - entry.faulty}
        assert kept == {key: msgspec.to_builtins(getattr(entry.record, key)) for key in kept}
    assert all(str(problem).startswith("a/n.yml:") for problem in problems)
