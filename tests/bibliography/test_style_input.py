from pathlib import Path
from typing import Any

import pytest
import yaml

from annotated_reader.bibliography import csl_item
from annotated_reader.bibliography.style_input import style_item
from tests.bibliography.conftest import FIXTURES, Sources
from tests.cases import yaml_cases


@pytest.mark.parametrize("case", yaml_cases(FIXTURES / "style_input.yml"))
def test_rules(case: dict[str, Any], sources_of: Sources) -> None:
    fields = {"id": "x", "type": "book", "title": "A title", **case["given"]}
    # A JSON list is a YAML list, whatever is in it.
    source = sources_of(yaml.safe_dump([fields], allow_unicode=True))["x"]
    expected = csl_item(source) | case["expected"]
    assert style_item(source) == {key: value for key, value in expected.items() if value != "null"}


def test_the_published_item_stays_as_it_was_written(sources_of: Sources) -> None:
    source = sources_of("- {id: x, type: book, title: T, issue: 4-5, author: [{family: Բ}]}\n")["x"]
    style_item(source)
    assert csl_item(source)["issue"] == "4-5"
    assert csl_item(source)["author"] == [{"family": "Բ"}]
    assert Path(source.place.file).name == "sources.yml"
