"""Seed → notes → export → import: the same notes come back."""

import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.anchoring import Passages, Selector, anchor
from annotated_reader.edition import Edition, Project, TextEdition, build_edition
from annotated_reader.exports import Names, annotations_json
from annotated_reader.files import find_hiding_character
from annotated_reader.imports import Import, import_data
from annotated_reader.imports.small_markdown import is_faulty
from annotated_reader.notes import NoteRecord
from annotated_reader.notes.format import HistoryEntry, SourceUse, Waiver
from annotated_reader.notes.writing import notes_yaml
from tests.conftest import ROOT
from tests.small_site import FILES

_WORDS = st.sampled_from(
    "It rained again old town river cats dogs “fine” naïve 12 – 東京 é".split()
)
_SENTENCE = st.lists(_WORDS, min_size=1, max_size=7).map(" ".join).map(lambda s: f"The {s}.")
_SEED = st.lists(
    st.lists(_SENTENCE, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=3
).map("\n\n".join)
_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"], codec="utf-8")
_PROSE = st.text(_CHARACTERS | st.sampled_from(list("\n\n :#-'\"&*%@`{}[]|>,?!\\~ ")), max_size=60)


def _may_stand(text: str) -> bool:
    return bool(text) and not find_hiding_character(text) and not is_faulty(text)


_TEXT = _PROSE.filter(_may_stand)
_LINE = _TEXT.filter(lambda text: "\n" not in text)
_CLAIM_SOURCES = [
    SourceUse(source="smith-2001", quote="only cats", relation="contradicts", locator="p. 3"),
    SourceUse(source="jones-2002", relation="supports"),
]


@st.composite
def _place(draw: st.DrawFn, text: TextEdition) -> dict[str, Any]:
    sentences = text.document.sentences
    first = draw(st.integers(0, len(sentences) - 1))
    last = draw(st.integers(first, min(first + 2, len(sentences) - 1)))
    ids = [sentence.id for sentence in sentences[first : last + 1]]
    at: Any = ids[0] if len(ids) == 1 else ids
    if draw(st.booleans()):
        return {"at": at}
    words = text.document.words(sentences[first]).split()
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    place: dict[str, Any] = {"quote": " ".join(words[start:end])}
    if draw(st.booleans()):
        place["at"] = at
    if start and draw(st.booleans()):
        place["prefix"] = " ".join(words[:start])
    if draw(st.booleans()) and end < len(words):
        place["suffix"] = words[end]
    return place


@st.composite
def _note(draw: st.DrawFn, text: TextEdition, id_: str) -> NoteRecord:
    kind = draw(st.sampled_from(["claim", "citation", "cross-reference", "gloss"]))
    values: dict[str, Any] = {"kind": kind, "id": draw(st.sampled_from(["", id_]))}
    values |= draw(_place(text))
    values["lead"] = draw(_LINE)
    values["note"] = draw(st.just("") | _TEXT)
    values["by"] = draw(st.lists(_LINE, max_size=2))
    values["via"] = draw(st.sampled_from(["", "https://hypothes.is/a/x1", "urn:uuid:1"]))
    values["status"] = draw(st.sampled_from(["current", "withdrawn"]))
    waivers = st.builds(Waiver, code=st.sampled_from(["R107", "R113"]), because=_LINE)
    values["allow"] = draw(st.lists(waivers, max_size=2))
    see = st.sampled_from(["s0", "s1", "essay#s1", "essay"])
    values["see"] = draw(st.lists(see, min_size=kind == "cross-reference", max_size=2))
    if kind == "claim":
        verdicts = st.sampled_from(["supported", "contradicted", "disputed", "unverified"])
        reasons = st.sampled_from(["outdated", "unclear"])
        values |= {"verdict": draw(verdicts), "reasons": draw(st.lists(reasons, max_size=2))}
        values |= {"sources": _CLAIM_SOURCES, "checked": "2026-01-02"}
        values["searched"] = [draw(_LINE)]
        earlier = st.builds(
            HistoryEntry, verdict=verdicts, checked=st.just("2025-01-02"), why=_LINE
        )
        values["history"] = draw(st.lists(earlier, max_size=2))
    if kind == "citation":
        values["sources"] = draw(st.permutations(_CLAIM_SOURCES))
    if kind == "cross-reference":
        values["relation"] = draw(st.none() | st.sampled_from(["repeats", "answers"]))
    return NoteRecord(**{key: value for key, value in values.items() if value})


def _build(root: Path, notes: list[NoteRecord] | None) -> Edition:
    path = root / "annotations" / "essay" / "notes.yml"
    if notes is not None:
        path.write_text(notes_yaml(notes), encoding="utf-8", newline="\n")
    edition, problems = build_edition(Project.at(root))
    wrong = [
        problem
        for problem in problems
        if not problem.code.startswith(("R006", "R1", "R210", "R3", "R5"))
    ]
    assert wrong == []
    return edition


def _plain(note: NoteRecord) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.to_builtins(note)
    return found | {"at": list(note.sentences)}


def _again(edition: Edition) -> Import:
    data = _exported(edition.texts[0])
    file = "annotations/essay/notes.yml"
    done, problems = import_data(data, "f.json", edition, edition.texts[0], replaces=file)
    assert done is not None, problems
    return done


@given(_SEED, st.data())
def test_export_and_import_give_the_same_notes(seed: str, data: st.DataObject) -> None:
    root = Path(tempfile.mkdtemp())
    try:
        (root / "annotations" / "essay").mkdir(parents=True)
        (root / "seeds").mkdir()
        (root / "seeds" / "essay.txt").write_text(f"A Title\n\n{seed}\n", encoding="utf-8")
        sources = FILES["annotations/sources.yml"]
        (root / "annotations" / "sources.yml").write_text(sources, encoding="utf-8")
        text = _build(root, None).texts[0]
        count = data.draw(st.integers(1, 5))
        notes = [data.draw(_note(text, f"n-{number}")) for number in range(count)]
        edition = _build(root, notes)
        placed = [_plain(note.record) for note in edition.texts[0].notes]
        assert [note for note in placed if note not in map(_plain, notes)] == []
        done = _again(edition)
        assert [_plain(note) for note in done.notes] == placed
        assert all(result.remarks == () for result in done.results if result.written)
        assert done.complete == (not edition.texts[0].unplaced)
    finally:
        shutil.rmtree(root)


def test_the_real_edition_comes_back(tmp_path: Path) -> None:
    edition, _ = build_edition(Project.at(ROOT))
    text = edition.texts[0]
    for folder in ("seeds", "annotations"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    for file in text.files:
        (tmp_path / file.file).unlink()
    empty, _ = build_edition(Project.at(tmp_path))
    assert empty.texts[0].notes == ()
    done, _ = import_data(_exported(text), "f.json", empty, empty.texts[0])
    assert done is not None
    assert done.settled
    assert [_plain(note) for note in done.notes] == [_plain(note.record) for note in text.notes]


def test_the_real_edition_finds_its_words_in_a_text_that_has_grown(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    seed = tmp_path / "seeds" / "9-november-agreement.txt"
    source = seed.read_bytes().decode()
    # Behind the first paragraph: every note keeps what stands on one of its sides.
    first, second, rest = source.split("\n\n", 2)
    grown = f"{first}\n\n{second}\n\nA new paragraph. It is of two sentences.\n\n{rest}"
    seed.write_bytes(grown.encode())
    before, _ = build_edition(Project.at(ROOT))
    after, _ = build_edition(Project.at(tmp_path))
    text, new = before.texts[0], after.texts[0]
    done, _ = import_data(_exported(text), "f.json", after, new)
    assert done is not None
    assert done.settled
    passages = Passages(new.document)
    for note, came in zip(text.notes, done.notes, strict=True):
        selector = Selector(came.sentences, came.quote, came.prefix, came.suffix)
        target, findings = anchor(passages, selector)
        assert findings == []
        words = new.document.source[target.start : target.end]
        assert words == text.document.source[note.target.start : note.target.end]


def _exported(text: TextEdition) -> Any:
    return json.loads(annotations_json(text, Names()))
