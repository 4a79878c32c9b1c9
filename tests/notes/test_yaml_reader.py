import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.files import Folder, find_hiding_character
from annotated_reader.notes.yaml_reader import Marks, Plain, read_yaml
from tests.cases import Case, block_cases
from tests.notes.conftest import Read

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.mark.parametrize("case", block_cases(FIXTURES / "yaml.txt"))
def test_reading(case: Case, read: Read) -> None:
    content, expected = case.parts
    file, problems = read(content.replace("→", "\t"))
    if expected.startswith("{"):
        assert problems == []
        assert file is not None
        assert file.data == json.loads(expected)
    else:
        assert file is None
        (problem,) = problems
        start, *others = expected.split(" … ")
        assert problem.startswith(start)
        assert all(words in problem for words in others)


def test_a_hundred_thousand_brackets(read: Read) -> None:
    file, problems = read("a: " + "[" * 100_000)
    assert file is None
    assert problems == ["1:15: R014 this is nested more than 12 levels deep."]


def test_a_hundred_thousand_indented_hyphens(read: Read) -> None:
    file, problems = read("- " * 100_000)
    assert file is None
    assert problems == ["1:25: R014 this is nested more than 12 levels deep."]


def test_a_billion_laughs(read: Read) -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{name}: &{name} [*{before}, *{before}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert read(bomb) == (
        None,
        ["1:4: R011 anchors and aliases are not allowed. Write it out."],
    )


def test_a_very_long_line_is_shortened_in_a_problem(read: Read) -> None:
    _, (problem,) = read(f"{'a' * 10_000}: b\n{'a' * 10_000}: b\n")
    assert len(problem) < 200


def test_places(read: Read) -> None:
    file, _ = read("notes:\n- at: s1\n  see: [s2,\n    s3]\n- quote: a\n")
    assert file is not None
    marks = file.marks

    def place(found: Marks) -> str:
        return str(file.place(found))

    assert place(marks) == "a/n.yml:1:1"
    assert place(marks.at("notes")) == "a/n.yml:2:1"
    assert place(marks.at("notes", 0)) == "a/n.yml:2:3"
    assert place(marks.at("notes", 0, "at")) == "a/n.yml:2:7"
    assert place(marks.at("notes", 0, "see", 1)) == "a/n.yml:4:5"
    assert place(marks.at("notes", 1).key("quote")) == "a/n.yml:5:3"


def test_a_path_that_goes_too_far_ends_at_what_is_there(read: Read) -> None:
    file, _ = read("notes:\n- at: s1\n")
    assert file is not None
    note = file.marks.at("notes", 0)
    assert file.marks.at("notes", 0, "quote", 3) == note
    assert file.marks.at("notes", 7) == file.marks.at("notes")
    assert note.key("quote") == note


_NAMES = st.sampled_from(["notes", "at", "quote", "a b", "é", "1", "no", "#x", ": y", "- z", "😀"])
_WORDS = st.one_of(
    st.sampled_from(["no", "~", "null", "", " ", "12:30", "a: b", "# c", "- d", "*e", "&f", "!g"]),
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn"]), max_size=12),
    st.sampled_from(["One.\n\nTwo.\n", "a\tb", "  indented\n", "\ntrailing\n\n", "“quote”"]),
)
_PLAIN: st.SearchStrategy[Plain] = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)


@given(
    st.dictionaries(_NAMES, _PLAIN, min_size=1, max_size=4),
    st.sampled_from([None, True, False]),
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.booleans(),
)
def test_plain_data_is_what_another_reader_reads(
    tmp_path_factory: pytest.TempPathFactory,
    data: dict[str, Any],
    flow: bool | None,
    style: str | None,
    unicode: bool,
) -> None:
    written = yaml.dump(data, default_flow_style=flow, default_style=style, allow_unicode=unicode)
    folder = Folder(tmp_path_factory.getbasetemp(), "a")
    path = folder.path / "plain.yml"
    path.write_text(written, encoding="utf-8", newline="")
    file, problems = read_yaml(path, folder)
    other = yaml.load(written, Loader=yaml.BaseLoader)
    assert other == data
    assert problems == []
    assert file is not None
    assert file.data == data


_SNIPPETS = [
    *("notes:", "- ", "  ", "\n", "\n  ", ": ", "a", "at: s1", "quote: ", "[", "]", "{", "}", ", "),
    *('"', "'", "|\n", ">\n", "|-\n", "#", "&a ", "*a", "!b ", "!!str ", "? ", "---\n", "...\n"),
    *("%YAML 1.1\n", "%TAG ! x\n", "\t", "\r\n", "\r", "@", "`", "%", "\\", "\\u202e", "\\x00"),
    *(
        "\u2028",
        "\x85",
        "\u00a0",
        "\ufeff",
        "😀",
        "é",
        "\x00",
        "\u202e",
        "<<",
        "~",
        "null",
        "\ufffe",
    ),
]


@given(
    st.one_of(
        st.lists(st.sampled_from(_SNIPPETS), max_size=30).map("".join),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    )
)
def test_any_text_is_data_or_one_located_problem(
    tmp_path_factory: pytest.TempPathFactory, content: str
) -> None:
    folder = Folder(tmp_path_factory.getbasetemp(), "a")
    path = folder.path / "any.yml"
    path.write_bytes(content.encode("utf-8"))
    file, problems = read_yaml(path, folder)
    if file is None:
        (problem,) = problems
        assert problem.place.file == "a/any.yml"
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.place.line <= len(content.splitlines()) + 1
        assert "\n" not in str(problem)
    else:
        assert {problem.code for problem in problems} <= {"R006", "R018"}
        _check_marks(file.data, file.marks)


def _check_marks(value: Plain, marks: Marks) -> None:
    """Every value has its marks, and holds nothing that hides."""
    assert marks.line >= 1
    assert marks.column >= 1
    if isinstance(value, str):
        assert find_hiding_character(value) is None
    elif isinstance(value, dict):
        assert set(marks.inside) == set(marks.keys) == set(value)
        for key, part in value.items():
            assert find_hiding_character(key) is None
            _check_marks(part, marks.inside[key])
    elif isinstance(value, list):
        assert set(marks.inside) == set(range(len(value)))
        for number, part in enumerate(value):
            _check_marks(part, marks.inside[number])


@given(st.binary(max_size=80))
def test_any_bytes_are_data_or_one_problem(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    folder = Folder(tmp_path_factory.getbasetemp(), "a")
    path = folder.path / "bytes.yml"
    path.write_bytes(content)
    file, problems = read_yaml(path, folder)
    assert len(problems) == (1 if file is None else 0)
