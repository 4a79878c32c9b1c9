"""What a text is called, and in which direction it is written."""

import pytest

from tests.edition.conftest import Copy


@pytest.mark.parametrize(
    ("record", "seed", "title"),
    [
        ("title: Rain\n", "Weather\n\nIt rained.\n", "Rain"),
        ("language: en\n", "Weather\n\nIt rained.\n", "Weather"),
        ("language: en\n", "It rained.\n", "valley"),
    ],
)
def test_the_title(project: Copy, record: str, seed: str, title: str) -> None:
    project.write("seeds/valley.txt", seed).write("annotations/valley/text.yml", record)
    edition, problems = project.build()
    assert problems == []
    assert edition.text("valley").title == title


@pytest.mark.parametrize(
    ("record", "direction"),
    [
        ("language: ar", "rtl"),
        ("language: he-IL", "rtl"),
        ("language: ku", "ltr"),
        ("language: ku-Arab", "rtl"),
        ("language: az-Arab-IR", "rtl"),
        ("language: ur-Latn", "ltr"),
        ("language: hy", "ltr"),
        ("{language: en, direction: rtl}", "rtl"),
        ("{language: ar, direction: ltr}", "ltr"),
    ],
)
def test_the_direction(project: Copy, record: str, direction: str) -> None:
    project.write("seeds/valley.txt", "A.\n").write("annotations/valley/text.yml", record + "\n")
    edition, problems = project.build()
    assert problems == []
    assert edition.text("valley").direction == direction


def test_a_seed_in_markdown(project: Copy) -> None:
    project.write("seeds/valley.md", "# The valley\n\nIt rained.\n\n## The river\n\nIt rose.\n")
    edition, problems = project.build()
    assert problems == []
    text = edition.text("valley")
    assert text.title == "The valley"
    assert [text.words(s.id) for s in text.document.sentences] == [
        *("The valley", "It rained.", "The river", "It rose."),
    ]
