from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.imports.sources import convert, read_file
from annotated_reader.imports.sources.reading import MAX_BYTES
from annotated_reader.imports.sources.records import Raw
from annotated_reader.notes import csl
from tests.imports.sources.conftest import merged, read_back


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("x.json", b"[" * 100_000, "x.json: R014"),
        ("x.json", b"[{]", "x.json:1:3: R015"),
        ("x.json", b'{"a": 1}', "x.json: R015"),
        ("x.json", b'[{"target": "x"}]', "x.json: R015"),
        ("x.json", b'[{"id": "a",\n"title": "\xff"}]', "x.json:2:11: R003"),
        ("x.json", '[{"id":\n "\u202ea"}]'.encode(), "x.json:2:3: R005"),
        ("x.yaml", b"references:\n- &a x\n- *a\n", "x.yaml:2:3: R011"),
        ("x.yaml", b"references: " + b"[" * 50, "x.yaml:1:24: R014"),
        ("x.yaml", b"references: x\n", "x.yaml:1:13: R015"),
        ("x.yaml", b"references:\n- {id: a\n", "x.yaml:2:3: R010"),
        ("x.bib", b"\n@book{a, title={A}\n", "x.bib:2:1: R015"),
        ("x.bib", b"\n@book{b c, title={B}}", "x.bib:2:1: R015"),
        ("x.bib", b"\n@book{a, title={" + b"{" * 60 + b"}" * 60 + b"}}", "x.bib:2:1: R014"),
        ("x.bib", b"nothing", "x.bib: R015"),
        ("x.bib", b"@comment{x}", "x.bib: R015"),
        ("x.ris", b"TY  - BOOK\nTI  - A\n", "x.ris:1:1: R015"),
        ("x.ris", b"TY  - BOOK\n\nTI  - A\n", "x.ris:1:1: R015"),
        ("x.ris", b"", "x.ris: R015"),
        ("x.ris", b"TY  - BOOK\nTI  - \x00\nER  - \n", "x.ris:2:7: R005"),
        ("x.csv", b"Key,Title\n", "x.csv: R015"),
        ("x.xml", b"<?xml?>", "x.xml: R015"),
    ],
    ids=lambda value: value if isinstance(value, str) else repr(value[:12]),
)
def test_a_file_that_cannot_be_used_is_refused_with_its_place(
    tmp_path: Path, name: str, content: bytes, expected: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    raws, _, problems = read_file(path)
    assert raws == []
    assert [str(problem)[: len(expected)] for problem in problems] == [expected]


def test_files_that_are_too_large_no_files_and_folders(tmp_path: Path) -> None:
    large = tmp_path / "large.bib"
    with large.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    many = tmp_path / "many.json"
    many.write_text("[" + ",".join(["{}"] * 10_001) + "]")
    found = {path: read_file(path)[2] for path in (large, many, tmp_path, tmp_path / "no.ris")}
    codes = [[problem.code for problem in problems] for problems in found.values()]
    assert codes == [["R004"], ["R004"], ["R001"], ["R001"]]


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        ("x.txt", '[{"id": "a"}]', "CSL JSON"),
        ("x.json", "TY  - BOOK\nER  - \n", "RIS"),
        (
            "x.ris",
            'Provider: ACS\nContent: text/plain; charset="UTF-8"\n\n\nTY  - BOOK\nER  - \n',
            "RIS",
        ),
        ("x.txt", "Provider: ACS\rTY  - BOOK\rER  - \r", "RIS"),
        ("x.ris", "% Encoding: UTF-8\n\n@book{a, title={A}}", "BibTeX or BibLaTeX"),
        ("x.txt", "---\nreferences:\n- {id: a}\n", "CSL YAML"),
        ("x.yml", "{references: [{id: a}]}\n", "CSL YAML"),
        ("x.bib", "\ufeff@book{a,\n title={A}}", "BibTeX or BibLaTeX"),
        ("x.yaml", "# by a@b{c\nreferences:\n- {id: a}\n", "CSL YAML"),
    ],
)
def test_the_content_tells_the_format(tmp_path: Path, name: str, content: str, form: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    raws, found, problems = read_file(path)
    assert (len(raws), found, problems) == (1, form, [])


def test_strings_that_grow_without_end_are_stopped(tmp_path: Path) -> None:
    path = tmp_path / "x.bib"
    grown = "".join(f"@string{{a{n + 1} = a{n} # a{n}}}\n" for n in range(40))
    path.write_text(f"@string{{a0={{xxxxxxxxxx}}}}\n{grown}@book{{b, title=a40}}")
    _, _, problems = read_file(path)
    assert [problem.code for problem in problems] == ["R015"]
    assert "megabytes of memory" in problems[0].message


@pytest.mark.parametrize("hidden", ["\u202e", "\ud800", "\x0b", "\x00"])
def test_a_record_that_hides_characters_is_refused(hidden: str) -> None:
    for data in ({"title": hidden}, {hidden: "x"}, {"author": [{"family": [hidden]}]}):
        assert "the character U+" in convert(Raw(data, 1)).refused


_ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
_NAME = st.dictionaries(st.sampled_from(["family", "given", "literal", "suffix", "x"]), _ANY)
_LIKELY = _ANY | st.lists(_NAME, max_size=2) | st.sampled_from(["https://a.org/x", "book", "2020"])


@given(st.lists(st.dictionaries(st.sampled_from([*csl.FIELDS, "x", "url"]), _LIKELY), max_size=3))
def test_any_record_becomes_a_source_or_is_refused(
    tmp_path_factory: pytest.TempPathFactory, items: list[dict[str, Any]]
) -> None:
    items = [{"title": "T"} | item | {"title": item.get("title") or "T"} for item in items]
    done = merged([convert(Raw(item, 1)) for item in items])
    titled = [r for r in done.results if "it has no title: fill it in" not in r.remarks]
    if len(titled) == len(done.results):
        read_back(done.content, tmp_path_factory.getbasetemp())
    assert len(done.report()) > len(items)


LARGE = 7_900_000
_RECORD = "TY  - BOOK\nTI  - A\n"


def _many(unit: str) -> str:
    return unit * (LARGE // len(unit))


def _book(field: str, value: str) -> str:
    return f"@book{{a, title={{A}}, {field}={{{value}}}}}\n@book{{b, title={{B}}}}"


CHAIN = "".join(f"@book{{a{n}, title={{A}}, crossref={{a{n + 1}}}}}\n" for n in range(9_000))

REFUSED_AT_ONCE = {
    "x.ris": {
        "begun": (_many("TY  - BOOK\n"), "x.ris: R004 holds more than 10,000 sources."),
        "ended": (_many("ER  - \n"), "x.ris: R004 holds more than 10,000 sources."),
        "few that are never ended": ("TY  - BOOK\n" * 9_000, "x.ris:101:1: R017"),
    },
    "x.bib": {
        "entries": (_many("@book{a, title={A}}\n"), "x.bib: R004 holds more than 10,000 sources."),
        "a chain": (CHAIN, "x.bib:1:1: R015"),
    },
    "x.json": {
        "items": (f"[{_many('{},')}{{}}]", "x.json: R004 holds more than 500,000 lists and"),
    },
}


@pytest.mark.parametrize(
    ("name", "case"), [(name, case) for name, cases in REFUSED_AT_ONCE.items() for case in cases]
)
def test_what_would_take_minutes_is_refused_at_once(tmp_path: Path, name: str, case: str) -> None:
    content, expected = REFUSED_AT_ONCE[name][case]
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    start = process_time()
    _, _, problems = read_file(path)
    assert process_time() - start < 3
    assert len(problems) <= 101
    assert any(str(problem).startswith(expected) for problem in problems)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        (
            "pages",
            "1-" * 100_000,
            "the field pages of this entry has more than 20,000 characters",
        ),
        (
            "note",
            r"\'{e}" * 50_000,
            "the field note of this entry has more than 20,000 characters",
        ),
        ("author", "a and " * 1_000_000, "an entry that begins here has more than 400,000"),
        (
            "crossref",
            "a",
            "this entry inherits from others along more than 5 steps, or from itself",
        ),
    ],
)
def test_an_entry_that_would_take_minutes_is_refused_alone(
    tmp_path: Path, field: str, value: str, expected: str
) -> None:
    path = tmp_path / "x.bib"
    path.write_text(_book(field, value), encoding="utf-8")
    (refused, read), _, problems = read_file(path)
    assert problems == []
    assert refused.refused.startswith(expected)
    assert read.data["title"] == "B"


def test_a_value_of_a_million_lines_is_read_in_linear_time(tmp_path: Path) -> None:
    path = tmp_path / "x.ris"
    path.write_text(f"{_RECORD}N1  - a\n" + " x\n" * 2_000_000 + "ER  - \n")
    start = process_time()
    (raw,), _, _ = read_file(path)
    assert process_time() - start < 10
    assert len(raw.data["note"]) > 4_000_000


def test_a_list_of_too_many_names_is_left_out() -> None:
    found = convert(Raw({"title": "A", "author": [{"family": "x"}] * 10_001}, 1))
    assert "author" not in found.fields
    assert any("author" in remark for remark in found.remarks)
