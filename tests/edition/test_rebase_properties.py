"""Whatever is edited, a rebase accounts for every note."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.edition.edited_project import built, edited, rebased, take_over

_WORD = st.sampled_from("rain river bridge mayor valley night old new rose fell said no".split())
_SENTENCE = st.lists(_WORD, min_size=1, max_size=9).map(lambda words: " ".join(words).capitalize())
_TEXT = st.lists(_SENTENCE, min_size=1, max_size=7)


def _paragraphs(sentences: list[str]) -> str:
    return "\n\n".join(f"{sentence}." for sentence in sentences)


@st.composite
def _notes(draw: st.DrawFn, sentences: list[str]) -> str:
    lines = []
    for number in range(draw(st.integers(1, 6))):
        index = draw(st.integers(0, len(sentences) - 1))
        words = sentences[index].split()
        start = draw(st.integers(0, len(words) - 1))
        quote = " ".join(words[start : draw(st.integers(start + 1, len(words)))])
        at, said = f"at: s{index + 1}, ", f"quote: '{quote}', "
        place = draw(st.sampled_from([at, said, at + said]))
        lines.append(f"- {{id: n{number}, {place}kind: gloss, lead: L}}")
    return "\n".join(lines)


@st.composite
def _edit(draw: st.DrawFn, sentences: list[str]) -> list[str]:
    new = list(sentences)
    for _ in range(draw(st.integers(1, 3))):
        index = draw(st.integers(0, len(new) - 1))
        words = new[index].split()
        changed = [*words[: len(words) // 2], draw(_WORD), *words[len(words) // 2 + 1 :]]
        moved = new[:index] + new[index + 1 :] + [new[index]]
        half = len(words) // 2 or 1
        parts = [" ".join(words[:half]), " ".join(words[half:]).capitalize()]
        new = draw(
            st.sampled_from(
                [
                    [*new[:index], " ".join(changed), *new[index + 1 :]],
                    new[:index] + new[index + 1 :] or new,
                    [*new[:index], draw(_SENTENCE), *new[index:]],
                    moved,
                    [*new[:index], *(part for part in parts if part), *new[index + 1 :]],
                    [*new[:index], " ".join(new[index : index + 2]), *new[index + 2 :]],
                ]
            )
        )
    return new


@given(st.data())
def test_whatever_is_edited_no_note_is_dropped_or_moved_in_silence(data: st.DataObject) -> None:
    before = data.draw(_TEXT)
    case = {"before": _paragraphs(before), "after": _paragraphs(data.draw(_edit(before)))}
    with TemporaryDirectory() as folder:
        root = edited(Path(folder), {**case, "notes": data.draw(_notes(before))})
        result, problems = rebased(root)
        assert problems == []
        if result is None:
            return
        take_over(result)
        assert rebased(root)[0] is None
        words, faulty = built(root)
        for note in result.notes:
            # What had no place before may have one by chance now; it was told of.
            if not note.carried.findings:
                assert (note.entry.place().line in faulty) is not note.placed
                assert words.get(note.name) == (note.carried.after if note.placed else None)
