"""What a note must and must not have, beyond the form of its values."""

from collections.abc import Callable, Iterator, Mapping

from annotated_reader.notes.format import NoteRecord
from annotated_reader.notes.markdown import find_faults
from annotated_reader.notes.records import Entry
from annotated_reader.notes.requirements import EVIDENCE, NEEDED, OPPOSED, OWNERS, SAYING
from annotated_reader.notes.sources import Source
from annotated_reader.notes.verdict_days import days_in_order, days_of_the_calendar, now_and_before
from annotated_reader.notes.vocabulary import Vocabulary
from annotated_reader.problems import Place, Problem, did_you_mean

NoteEntry = Entry[NoteRecord]
Rule = Callable[[NoteEntry, Vocabulary | None, Mapping[str, Source] | None], Iterator[Problem]]


def check_note(
    entry: NoteEntry, vocabulary: Vocabulary | None, sources: Mapping[str, Source] | None
) -> list[Problem]:
    """Return what is wrong with a note by itself, its place in the text apart.

    A vocabulary or bibliography that could not be read is None: what is missing from
    it is not the note's fault. Nor is anything told that may only be so because a key of
    the note could not be read (`Entry.faulty`).

    Problems: R103, R202, R206 to R209, R301, R401 to R403, R405.
    """
    return [problem for rule in RULES for problem in rule(entry, vocabulary, sources)]


def _place(entry: NoteEntry, *_: object) -> Iterator[Problem]:
    unread = entry.faulty & {"at", "quote"}
    if not entry.record.sentences and not entry.record.quote and not unread:
        hint = "Add `at: s12`, or `quote:` with words of the text."
        yield Problem(entry.place(), "R103", "the note does not say where it belongs.", hint)


def _words(entry: NoteEntry, *_: object) -> Iterator[Problem]:
    note = entry.record
    for key in ("prefix", "suffix"):
        value = getattr(note, key)
        if value and note.sentences and not note.quote and "quote" not in entry.faulty:
            hint = "Add `quote:`, or remove it."
            yield Problem(entry.place(key), "R206", f'"{key}" belongs to a quote.', hint)


def _kind(entry: NoteEntry, *_: object) -> Iterator[Problem]:
    note = entry.record
    for key, owner in OWNERS.items() if "kind" not in entry.faulty else ():
        if getattr(note, key) and note.kind != owner:
            message = f'"{key}" belongs to the kind {owner}, and this note is a {note.kind}.'
            yield Problem(
                entry.place(key), "R206", message, f"Remove it, or write `kind: {owner}`."
            )


def _substance(entry: NoteEntry, *_: object) -> Iterator[Problem]:
    note = entry.record
    if "kind" in entry.faulty:
        return
    for key in NEEDED.get(note.kind, ()):
        if key == "checked" and not note.verdict:
            continue  # It is the day of the verdict.
        if not getattr(note, key) and key not in entry.faulty:
            day = ": the day of the verdict, like 2026-11-23" if key == "checked" else ""
            yield Problem(entry.place(), "R202", f'a {note.kind} needs the key "{key}"{day}.')
    unread = entry.faulty & {"lead", "note"}
    if note.kind in SAYING and not (note.lead or note.note or unread):
        yield Problem(
            entry.place(), "R207", f"the {note.kind} says nothing.", "Add `lead:` or `note:`."
        )


def _markdown(entry: NoteEntry, *_: object) -> Iterator[Problem]:
    for key in ("lead", "note"):
        start = entry.place(key)
        # A block scalar begins in the line after its key and its `|`; a quoted one may hold
        # line ends that its file does not have, so its beginning is all that is certain.
        block = entry.marks.at(key).block
        for line, code, message, hint in find_faults(getattr(entry.record, key)):
            place = Place(start.file, start.line + line + 1, 1) if block else start
            yield Problem(place, code, message, hint)


def _citations(
    entry: NoteEntry, _: Vocabulary | None, sources: Mapping[str, Source] | None
) -> Iterator[Problem]:
    if sources is None:
        return
    for number, use in enumerate(entry.record.sources):
        if use.source not in sources:
            place = entry.place("sources", number, "source")
            hint = did_you_mean(use.source, sources) or "Add it to sources.yml."
            yield Problem(place, "R301", f'there is no source "{use.source}" in sources.yml.', hint)


def _vocabulary(entry: NoteEntry, vocabulary: Vocabulary | None, *_: object) -> Iterator[Problem]:
    if vocabulary is None:
        return
    for path, verdict in now_and_before(entry.record, "verdict"):
        if verdict and verdict not in vocabulary.verdicts:
            hint = did_you_mean(verdict, vocabulary.verdicts)
            yield Problem(entry.place(*path), "R401", f'there is no verdict "{verdict}".', hint)
    for number, reason in enumerate(entry.record.reasons):
        if reason not in vocabulary.reasons:
            hint = did_you_mean(reason, vocabulary.reasons)
            place = entry.place("reasons", number)
            yield Problem(place, "R402", f'there is no reason "{reason}".', hint)


def _evidence(entry: NoteEntry, vocabulary: Vocabulary | None, *_: object) -> Iterator[Problem]:
    note = entry.record
    verdict = vocabulary.verdicts.get(note.verdict) if vocabulary else None
    if verdict is None or note.kind != "claim" or entry.faulty & {"sources", "searched"}:
        return
    relations = {use.relation for use in note.sources}
    given = {
        "source": bool(note.sources),
        "quote": any(use.quote for use in note.sources),
        "disagreement": relations.issuperset(OPPOSED),
        "searched": bool(note.searched),
    }
    for need, what in EVIDENCE.items():
        if getattr(verdict.needs, need) and not given[need]:
            yield Problem(entry.place("verdict"), "R403", f'"{verdict.id}" needs {what}')


RULES: tuple[Rule, ...] = (
    _place,
    _words,
    days_of_the_calendar,
    days_in_order,
    _kind,
    _substance,
    _markdown,
    _citations,
    _vocabulary,
    _evidence,
)
"""The rules in the order in which their problems are reported."""
