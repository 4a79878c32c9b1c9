from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.notes.source_rewriting import HEADER, rewrite_sources
from annotated_reader.notes.yaml_entries import plain_data
from tests.cases import Case, block_cases

CASES = block_cases(Path(__file__).parent / "fixtures" / "source_rewriting.txt")
ENDS = ["\n", "\r\n"]


def _done(content: str, wanted: str) -> str | None:
    data: Any = yaml.load(wanted, Loader=yaml.BaseLoader)
    filled = {int(index): fields for index, fields in (data.get("filled") or {}).items()}
    return rewrite_sources(content, data.get("new") or [], filled)


@pytest.mark.parametrize("newline", ENDS, ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", CASES)
def test_rewriting(case: Case, newline: str) -> None:
    content, wanted, expected = case.parts
    # The last line break of a case is not part of it; a block that keeps them needs two.
    content += "\n\n" if "|+" in content else "\n"
    found = _done(content.replace("\n", newline), wanted)
    told = "refused\n" if found is None else found
    assert told == (expected + "\n").replace("\n", newline if found is not None else "\n")


def test_a_byte_order_mark_and_a_missing_last_line_break_stay() -> None:
    found = rewrite_sources("\ufeffreferences:\n- id: a", [{"id": "b"}], {})
    assert found == "\ufeffreferences:\n- id: a\n- id: b"


def test_an_empty_file_begins_with_a_header() -> None:
    assert rewrite_sources("", [{"id": "b"}], {}) == f"{HEADER}- id: b\n"


def test_the_edition_keeps_every_byte(root: Path) -> None:
    content = (root / "annotations" / "sources.yml").read_text(encoding="utf-8")
    found = rewrite_sources(content, [{"id": "new", "type": "book", "title": "New"}], {})
    assert found is not None
    assert found.startswith(content)
    assert found.removeprefix(content) == "- id: new\n  type: book\n  title: New\n"


_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=20)
_NAME = st.dictionaries(st.sampled_from(["family", "given", "literal"]), _TEXT, min_size=1)
_FIELDS = st.fixed_dictionaries(
    {"id": st.just("x"), "title": _TEXT},
    optional={
        "author": st.lists(_NAME, min_size=1, max_size=2),
        "custom": st.dictionaries(_TEXT, _TEXT, min_size=1, max_size=2),
        "categories": st.lists(_TEXT, min_size=1, max_size=2),
        "issued": st.just("2020-11-10"),
    },
)


@given(_FIELDS, st.booleans())
def test_anything_reads_back_as_it_was(fields: Any, flow: bool) -> None:
    content = "references: [{id: a}]\n" if flow else "references:\n- id: a\n"
    found = rewrite_sources(content, [fields], {})
    assert found is not None
    assert plain_data(found) == {"references": [{"id": "a"}, fields]}
    filled = {key: value for key, value in fields.items() if key != "id"}
    found = rewrite_sources(content, [], {0: filled})
    assert found is not None
    assert plain_data(found) == {"references": [{"id": "a"} | filled]}
