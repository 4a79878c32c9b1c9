import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.imports import import_data, import_file
from annotated_reader.imports.reading import MAX_BYTES
from tests.imports.conftest import annotation, row
from tests.small_site import write_site


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"[" * 100_000, "R014"),
        (b"[" * 40 + b"]" * 40, "R014"),
        (b'{"a":' * 100_000, "R014"),
        (b"\x00", "R015"),
        (b"", "R015"),
        (b"9" * 10_000, "R015"),
        (b"[NaN]", "R015"),
        (b"\xff\xfe", "R003"),
        (b"[] []", "R015"),
    ],
    ids=lambda value: repr(value[:12]),
)
def test_hostile_files_are_refused(
    tmp_path: Path, edition: Edition, content: bytes, code: str
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    done, problems = import_file(path, edition, edition.text("essay"))
    assert done is None
    assert [problem.code for problem in problems] == [code]


def test_a_file_too_large_is_refused_by_its_size_alone(
    tmp_path: Path, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert MAX_BYTES < 50_000_000

    def read_bytes(self: Path) -> bytes:
        raise AssertionError("the file was read")

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    _, problems = import_file(path, edition, edition.text("essay"))
    assert [problem.code for problem in problems] == ["R004"]


def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path, edition: Edition) -> None:
    for path in (tmp_path / "no.json", tmp_path):
        _, problems = import_file(path, edition, edition.text("essay"))
        assert [problem.code for problem in problems] == ["R001"]


@pytest.fixture(scope="module")
def steady(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return build_edition(Project.at(write_site(tmp_path_factory.mktemp("site"))))[0]


_WRONG: list[Any] = [None, True, 0, -1, 1e308, 10**300, "", "\x00\u202e\ud800", [], {}, [[]], [{}]]
_WRONG += ["acct:@", {"type": 5}, {"type": "TextQuoteSelector"}, [None], {"items": [None]}]


def _paths(data: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    found = [at]
    pairs: Any = data.items() if isinstance(data, dict) else ()
    for key, value in enumerate(data) if isinstance(data, list) else pairs:
        found += _paths(value, (*at, key))
    return found


def _changed(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    copy = json.loads(json.dumps(data))
    here = copy
    for step in path[:-1]:
        here = here[step]
    here[path[-1]] = value
    return copy


_OWN = annotation() | {
    "@context": [
        "http://www.w3.org/ns/anno.jsonld",
        {"ar": "https://annotated-reader.github.io/annotated-reader/ns#"},
    ],
    "creator": {"name": "ann"},
    "created": "2020-01-01T00:00:00Z",
    "body": [
        {"type": "TextualBody", "value": "x", "ar:part": "lead", "purpose": "tagging"},
        {"type": "SpecificResource", "source": "http://a", "ar:source": "jones-2002"},
    ],
    "ar:kind": "gloss",
    "ar:id": "one",
    "ar:see": ["s1"],
    "ar:searched": [],
    "ar:allow": [{"ar:code": "R107", "ar:because": "x"}],
    "ar:partOf": "",
}


@pytest.mark.parametrize("whole", [annotation(), row(), _OWN], ids=["w3c", "hypothesis", "own"])
def test_wrong_types_everywhere(steady: Edition, whole: dict[str, Any]) -> None:
    for path in _paths(whole):
        for value in _WRONG:
            data = _changed(whole, path, value)
            done, problems = import_data(data, "f.json", steady, steady.text("essay"))
            assert (done is None) == bool(problems)
            if done:
                done.notes_file().encode()
                done.unplaced_file().encode()
                assert "\x00" not in "".join(done.report())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "@context id type body target selector rows text tags items first".split()
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(_JSON)
def test_no_json_raises(steady: Edition, data: Any) -> None:
    done, problems = import_data(data, "f.json", steady, steady.text("essay"))
    assert (done is None) == bool(problems)
