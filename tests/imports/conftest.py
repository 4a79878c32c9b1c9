import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotated_reader.edition import Edition, Project, build_edition
from annotated_reader.imports import Import, Result, import_data
from tests.small_site import write_site

FIXTURES = Path(__file__).parent / "fixtures"

SEED = """An Essay

The first sentence is short. The second is about cats & dogs.

It rained all day long in the old town by the river. It rained again. It rained again.
"""
SENTENCES = """s0\tAn Essay
s1\tThe first sentence is short.
s2\tThe second is about cats & dogs.
s3\tIt rained all day long in the old town by the river.
s4\tIt rained again.
s5\tIt rained again.
"""

Bring = Callable[..., Import]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose text `essay` has five sentences and two notes."""
    files: dict[str, str | None] = {
        "seeds/essay.txt": SEED,
        "annotations/essay/sentences.tsv": SENTENCES,
    }
    return write_site(tmp_path, files)


@pytest.fixture
def edition(project: Path) -> Edition:
    return build_edition(Project.at(project))[0]


@pytest.fixture
def bring(edition: Edition) -> Bring:
    """Import data, or a file of the fixtures, into the text `essay`."""

    def bring(data: Any, **options: Any) -> Import:
        if isinstance(data, str):
            data = json.loads((FIXTURES / data).read_text(encoding="utf-8"))
        done, problems = import_data(data, "file.json", edition, edition.text("essay"), **options)
        assert done is not None, problems
        return done

    return bring


def only(done: Import) -> Result:
    """Return the only result of an import."""
    (result,) = done.results
    return result


def annotation(**changes: Any) -> dict[str, Any]:
    """Return a W3C annotation of words of the essay, with some keys changed; None: left out."""
    whole = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "http://example.org/a1",
        "type": "Annotation",
        "body": {"type": "TextualBody", "value": "A remark."},
        "target": {
            "source": "http://example.org/page",
            "selector": quote("cats & dogs", "second is about ", "."),
        },
    } | changes
    return {key: value for key, value in whole.items() if value is not None}


def quote(exact: str, prefix: str = "", suffix: str = "") -> dict[str, Any]:
    """Return a TextQuoteSelector."""
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def row(**changes: Any) -> dict[str, Any]:
    """Return an annotation as the API of Hypothesis gives it, with some keys changed."""
    return {
        "id": "abc",
        "created": "2024-05-06T07:08:09.123456+00:00",
        "updated": "2024-05-06T07:08:09.123456+00:00",
        "user": "acct:ann@hypothes.is",
        "uri": "https://example.org/page",
        "text": "A *remark*.",
        "tags": ["weather"],
        "permissions": {"read": ["group:__world__"]},
        "target": [
            {
                "source": "https://example.org/page",
                "selector": [
                    {"type": "RangeSelector", "startContainer": "/p[1]", "startOffset": 0},
                    {"type": "TextPositionSelector", "start": 4, "end": 15},
                    quote("cats & dogs", "The second is about ", "."),
                ],
            }
        ],
    } | changes
