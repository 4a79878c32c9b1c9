"""Waivers: a note may answer a warning with a reason, and nothing else is silenced by it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

from annotated_reader.notes import NoteEntry
from annotated_reader.problems import CODES, WAIVABLE, Place, Problem, Severity, did_you_mean


def waive(entries: Iterable[NoteEntry], problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems without those that the note they are about allows, or tries to.

    Problems: R210 for a waiver that nothing needs, R211 for a code that cannot be waived.
    """
    notes = list(entries)
    if not any(map(_waives, notes)):
        return list(problems)
    told = _by_file(problems)
    left = set(problems)
    for entry, end in _with_ends(notes):
        if not _waives(entry):
            continue
        start = entry.place()
        about = [p for p in told[start.file] if start <= p.place and (not end or p.place < end)]
        allowed = WAIVABLE if "allow" in entry.faulty else _codes(entry) & WAIVABLE
        left -= {problem for problem in about if problem.code in allowed}
        left |= set(_faults(entry, about))
    return list(left)


def _waives(entry: NoteEntry) -> bool:
    return bool(entry.record.allow) or "allow" in entry.faulty


def _codes(entry: NoteEntry) -> set[str]:
    return {waiver.code for waiver in entry.record.allow}


def _by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        found[problem.place.file].append(problem)
    return found


def _with_ends(entries: Iterable[NoteEntry]) -> Iterator[tuple[NoteEntry, Place | None]]:
    """Yield every note with the place where the next one of its file begins, if there is one."""
    ordered = sorted(entries, key=lambda entry: entry.place())
    for entry, following in zip_longest(ordered, ordered[1:]):
        end = following.place() if following else None
        yield entry, end if end and end.file == entry.place().file else None


def _faults(entry: NoteEntry, about: Sequence[Problem]) -> Iterator[Problem]:
    codes = {problem.code for problem in about}
    # A warning may be missing only because an error came before it.
    certain = not any(problem.severity is Severity.ERROR for problem in about)
    for number, waiver in enumerate(entry.record.allow):
        place = entry.place("allow", number, "code")
        if waiver.code not in CODES:
            hint = did_you_mean(waiver.code, sorted(WAIVABLE))
            yield Problem(place, "R211", f'there is no code "{waiver.code[:60]}".', hint)
        elif waiver.code not in WAIVABLE:
            hint = f"These can: {', '.join(sorted(WAIVABLE))}."
            yield Problem(place, "R211", f"{waiver.code} cannot be waived.", hint)
        elif certain and waiver.code not in codes:
            message = f"this note does not give {waiver.code}, so there is nothing to allow."
            yield Problem(place, "R210", message, "Remove the waiver.")
