"""What an edit of a seed did, row by row, as a person is told of it."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from annotated_reader.anchoring import State
from annotated_reader.anchoring.revision import Change, ChangeKind, Doubts
from annotated_reader.edition import Pointer, Rebase, RebasedNote

NAMES = {
    State.EXACT: "kept",
    State.MOVED: "moved",
    State.EDITED: "edited",
    State.AMBIGUOUS: "ambiguous",
    State.LOST: "lost",
}
_CONTEXT = 5
"""Words shown before and behind what changed."""
_LONGEST = 240
"""Characters shown of a sentence or a quote."""
# What could steer a terminal, or turn the order in which one reads.
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

Words = list[tuple[str, str]]
"""Words, each with `-` for before the edit, `+` for now, `=` for both."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that happened, as a person is told of it."""

    name: str
    """Id of a note; ids of sentences."""
    place: str
    """File and line, for a note."""
    at: str
    """Ids of its sentences."""
    what: str
    why: str
    words: Words


def to_decide(rebase: Rebase) -> list[Row]:
    """Return what no program can settle: notes without a place, and links to what is gone."""
    rows = [_note(note) for note in rebase.notes if not note.placed]
    return rows + [_pointer(rebase, pointer) for pointer in rebase.broken]


def links_followed(rebase: Rebase) -> list[Row]:
    """Return what names another sentence now, because that has the words of the one it named."""
    return [_pointer(rebase, pointer) for pointer in rebase.pointers if not pointer.broken]


def _pointer(rebase: Rebase, pointer: Pointer) -> Row:
    document = rebase.revision.document
    words = [("-", _shown(pointer.words))]
    if not pointer.broken:
        sentence = document.sentences[document.position[pointer.now]]
        words = _compare(pointer.words, document.flat(sentence.start, sentence.end))
    what = "broken link" if pointer.broken else "link"
    where = f"{pointer.place.file}:{pointer.place.line}"
    return Row("", where, pointer.now, what, f"{pointer.steps[2]}: {pointer.why}", words)


def followed(rebase: Rebase) -> list[Row]:
    """Return the notes that follow their sentence, those whose words are others first."""
    notes = [note for note in rebase.notes if note.placed]
    rows = [_note(n) for n in notes if n.rewritten or n.carried.state is not State.EXACT]
    return sorted(rows, key=lambda row: row.words[0][0] == "=")


def _note(note: RebasedNote) -> Row:
    carried, place = note.carried, note.entry.place()
    why = carried.reason
    if carried.state is State.EXACT:
        why += ", but the place must be written more exactly"
    why += f"; {note.remark}" if note.remark else ""
    words = _compare(carried.before, carried.after)
    at = " ".join(carried.target.sentences or carried.selector.sentences)
    where = f"{place.file}:{place.line}"
    return Row(note.entry.record.id, where, at, NAMES[carried.state], why, words)


def changed_sentences(rebase: Rebase) -> list[Row]:
    """Return what is not unchanged, in the order of the new text, the gone where they stood."""
    changes = rebase.revision.changes
    became = {old: change.new[-1] for change in changes if change.new for old in change.old}
    behind, last = [], -1
    for index in range(len(rebase.revision.listed)):
        behind.append(last)
        last = became.get(index, last)
    changed = [change for change in changes if change.kind is not ChangeKind.UNCHANGED]
    changed.sort(key=lambda c: (c.new[0], -1) if c.new else (behind[c.old[0]], c.old[0]))
    doubts = Doubts(rebase.revision)
    return [_sentence(rebase, change, doubts) for change in changed]


def _sentence(rebase: Rebase, change: Change, doubts: Doubts) -> Row:
    old, new = sides(rebase, change)
    ids = " ".join(dict.fromkeys(id_ for id_, _ in [*old, *new]))
    why = ""
    if change.kind in (ChangeKind.MOVED, ChangeKind.INSERTED):
        at = change.new[0]
        before = rebase.revision.document.sentences[at - 1].id if at else ""
        why = f"behind {before}" if before else "at the beginning"
    if change.kind is ChangeKind.AMBIGUOUS:
        why = doubts.why(rebase.revision.listed[change.old[0]].words)
    if len(old) == len(new) == 1:
        return Row(ids, "", "", change.kind.value, why, _compare(old[0][1], new[0][1]))
    pairs = [(sign, pair) for sign, side in (("-", old), ("+", new)) for pair in side]
    shown = [(sign, f"{id_}: {_shown(words)}") for sign, (id_, words) in pairs]
    if len(shown) == 1:
        shown = [(pairs[0][0], _shown(pairs[0][1][1]))]
    return Row(ids, "", "", change.kind.value, why, shown)


def sides(rebase: Rebase, change: Change) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return ids and words of a change, before and after."""
    document = rebase.revision.document
    old = [(rebase.revision.listed[i].id, rebase.revision.listed[i].words) for i in change.old]
    sentences = [document.sentences[j] for j in change.new]
    return old, [(s.id, document.flat(s.start, s.end)) for s in sentences]


def _compare(before: str, after: str) -> Words:
    """Return words before and now, without most of what is the same in both."""
    if before == after:
        return [("=", _shown(before))]
    old, new = before.split(), after.split()
    was, now = [], []
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (tag, start, end, new_start, new_end) in enumerate(steps, start=1):
        same = tag == "equal"
        kept = _elided(old[start:end], number > 1, number < len(steps)) if same else []
        was += kept if same else old[start:end]
        now += kept if same else new[new_start:new_end]
    pairs = (("-", " ".join(was)), ("+", " ".join(now)))
    return [(sign, _shown(words)) for sign, words in pairs if words]


def _elided(words: list[str], behind: bool, before: bool) -> list[str]:
    """Leave out the middle of words that stand between two changes, or an end."""
    first, last = _CONTEXT * behind, _CONTEXT * before
    if len(words) <= first + last + 2:
        return words
    return [*words[:first], "…", *words[len(words) - last :]]


def _shown(words: str) -> str:
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST].rpartition(' ')[0] or words[:_LONGEST]} …"
    return HIDDEN.sub("\ufffd", words)
